using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>One scalar of the front matter. Path joins the keys with dots ("contact.email"); the items of a list share their path.</summary>
internal sealed record FrontMatterEntry(string Path, string Value, int Line)
{
    /// <summary>The line of the file that the value ends in.</summary>
    public int LastLine { get; init; } = Line;

    public Evidence ToEvidence() => new(Line, LastLine, Value);

    public OutlineLine ToLine() => new(Line, Value, false) { LastNumber = LastLine };
}

/// <summary>The front matter's scalars in reading order. The body starts at line <paramref name="BodyLine"/>.</summary>
internal sealed record FrontMatterBlock(IReadOnlyList<FrontMatterEntry> Entries, int BodyLine, string? Problem, int? ProblemLine)
{
    public static FrontMatterBlock None { get; } = new([], 1, null, null);

    public bool IsPresent => BodyLine > 1;
}
