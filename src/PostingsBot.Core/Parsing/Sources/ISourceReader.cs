using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>Reads one kind of source whose roles stand in fields: a board's feed, a table, a thread. Never throws on content.</summary>
internal interface ISourceReader
{
    /// <summary>What the source holds, or null when it is of another kind. The test is cheap: other readers wait behind it.</summary>
    SourceContent? Read(SourceFile source);
}

/// <summary>What a structured source holds: its kind, its roles with the values that their fields label, and remarks.</summary>
internal sealed record SourceContent(DocumentKind Kind, IReadOnlyList<RoleScope> Roles, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>One role is a posting, several are a list.</summary>
    public static SourceContent Of(IReadOnlyList<RoleScope> roles, params IEnumerable<Diagnostic?> diagnostics) =>
        new(roles.Count == 1 ? DocumentKind.Posting : DocumentKind.List, roles, [.. diagnostics.OfType<Diagnostic>()]);

    public static SourceContent Other(params IEnumerable<Diagnostic?> diagnostics) => new(DocumentKind.Other, [], [.. diagnostics.OfType<Diagnostic>()]);
}
