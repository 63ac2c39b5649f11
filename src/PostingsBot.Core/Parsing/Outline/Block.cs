using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Outline;

internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableRow,
    Rule,
}

/// <summary>
/// One line of text without markup, and the line of the file it begins in: HTML may fold it over several. Bold: all of it is.
/// </summary>
internal sealed record OutlineLine(int Number, string Text, bool Bold)
{
    private SharedText? shared;

    public string Text
    {
        get;
        init
        {
            field = value;
            shared = null;
        }
    } = Text;

    /// <summary>The line of the file that it ends in.</summary>
    public int LastNumber { get; init; } = Number;

    /// <summary>The text with its words and cues, found once for all stages.</summary>
    public SharedText Shared => shared ??= new SharedText(Text);

    public static implicit operator SharedText(OutlineLine line) => line.Shared;

    public Evidence ToEvidence() => new(Number, LastNumber, Text.Trim());

    /// <summary>The line of the file belongs to it.</summary>
    public bool Holds(int number) => number >= Number && number <= LastNumber;
}

/// <summary>A link with the address as written. Text is what a reader sees, or the image's description.</summary>
internal sealed record Link(string Text, string Url, int Line);

/// <summary>
/// A heading, paragraph, list item or table row. Level: 1 to 6 for headings of the markup, 7 for a bold line that acts as one, 8 for
/// a bold list item that acts as one; for list items the depth of the list, from 1.
/// </summary>
internal sealed record Block(BlockKind Kind, int Level, IReadOnlyList<OutlineLine> Lines, IReadOnlyList<Link> Links)
{
    private SharedText? shared;
    private string? text;

    public IReadOnlyList<OutlineLine> Lines
    {
        get;
        init
        {
            field = value;
            (shared, text) = (null, null);
        }
    } = Lines;

    public IReadOnlyList<OutlineCell> Cells { get; init; } = [];

    /// <summary>The text is struck through: the entry no longer holds.</summary>
    public bool IsStruck { get; init; }

    public string Text => text ??= Lines.Count == 1 ? Lines[0].Text.Trim() : string.Join(' ', Lines.Select(line => line.Text.Trim())).Trim();

    /// <summary>The text with its words and cues, found once for all stages.</summary>
    public SharedText Shared => shared ??= Lines.Count == 1 && Lines[0].Text == Text ? Lines[0].Shared : new SharedText(Text);

    public static implicit operator SharedText(Block block) => block.Shared;

    public int FirstLine => Lines.Count > 0 ? Lines[0].Number : 0;

    public int LastLine => Lines.Count > 0 ? Lines[^1].LastNumber : 0;

    public Evidence ToEvidence() => new(FirstLine, LastLine, Text);
}

/// <summary>One cell of a table row.</summary>
internal sealed record OutlineCell(IReadOnlyList<OutlineLine> Lines, IReadOnlyList<Link> Links, bool IsStruck)
{
    public string Text => Lines.Count == 1 ? Lines[0].Text.Trim() : string.Join(' ', Lines.Select(line => line.Text.Trim())).Trim();
}
