using System.Text;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Core.Export;

/// <summary>Whether a posting that is written as Markdown is read as the same posting: each field, and each section with its passages. Evidence lines may differ.</summary>
public static class RoundTrip
{
    private static readonly DocumentParser Parser = new();

    /// <summary>What reads otherwise afterwards, the text as <see cref="RoleField.About"/>; nothing when all is equal.</summary>
    public static IReadOnlyList<FieldChange> Differences(Posting posting) =>
        Parser.Parse("role.md", Encoding.UTF8.GetBytes(PostingMarkdown.Write(posting))).Postings is [var again]
            ? [.. PostingFields.Editable.Select(field => new FieldChange(field, PostingFields.Text(field, posting), PostingFields.Text(field, again))).Append(new FieldChange(RoleField.About, TextOf(posting), TextOf(again))).Where(change => change.Before != change.After)]
            : [new FieldChange(RoleField.Title, posting.Title.Value, "")];

    /// <summary>The sections in any order: what has no heading is written first.</summary>
    private static string TextOf(Posting posting) =>
        string.Join("\n\n", posting.Sections.Select(section => $"[{section.Kind}] {section.Heading}\n{string.Join('\n', section.Passages.Select(passage => string.Join(' ', passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}").Order(StringComparer.Ordinal));
}
