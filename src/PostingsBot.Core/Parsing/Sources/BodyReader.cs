using System.Net;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>The text of one field as blocks: HTML, HTML with its signs escaped once more, Markdown or plain text.</summary>
internal static partial class BodyReader
{
    /// <summary>Blocks whose lines are the file's: the field's first line, and further ones where the field runs over lines.</summary>
    public static IReadOnlyList<Block> Read(string text, int firstLine, int lastLine)
    {
        if (!Tag().IsMatch(text) && EscapedTag().IsMatch(text))
            text = WebUtility.HtmlDecode(text);
        var source = new SourceText(text.ReplaceLineEndings("\n"));
        var blocks = Tag().IsMatch(source.Value) ? HtmlText.Read(source, source.Value, 0) : MarkdownReader.Read(source, source.Value) ?? HtmlText.Read(source, source.Value, 0);
        return [.. blocks.Select(block => Move(block, firstLine, lastLine))];
    }

    private static Block Move(Block block, int first, int last)
    {
        return block with { Lines = Lines(block.Lines), Links = Links(block.Links), Cells = [.. block.Cells.Select(cell => cell with { Lines = Lines(cell.Lines), Links = Links(cell.Links) })] };

        OutlineLine[] Lines(IReadOnlyList<OutlineLine> lines) => [.. lines.Select(line => line with { Number = InFile(line.Number), LastNumber = InFile(line.LastNumber) })];

        Link[] Links(IReadOnlyList<Link> links) => [.. links.Select(link => link with { Line = InFile(link.Line) })];

        int InFile(int line) => Math.Min(first + line - 1, last);
    }

    [GeneratedRegex(@"</?(p|br|div|span|ul|ol|li|h[1-6]|strong|b|em|i|u|a|table|tr|td|hr|section|font)(\s[^<>]*)?/?>", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&lt;/?(p|br|div|span|ul|ol|li|h[1-6]|strong|b|em|i|u|a|table|tr|td|hr|section|font)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex EscapedTag();
}
