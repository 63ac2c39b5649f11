using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>
/// What a site keeps in its front matter and shows as text: values over several lines and lists of sentences. They are read as the body is,
/// each under its key where that is a known heading.
/// </summary>
internal static class FrontMatterText
{
    private const int MaxGap = 3;
    private const int MinItem = 25;
    private const int HeadingLevel = 2;

    /// <summary>The outline with the front matter's texts before its body.</summary>
    public static DocumentOutline Into(DocumentOutline outline)
    {
        var entries = outline.FrontMatter.Entries;
        var blocks = new List<Block>();
        for (int first = 0, end; first < entries.Count; first = end)
        {
            var path = entries[first].Path;
            for (end = first + 1; end < entries.Count && entries[end].Path == path;)
                end++;
            // A path that comes again belongs to the records of a list, each of them something of its own.
            if (entries.Skip(end).All(entry => entry.Path != path) && Read(outline, [.. entries.Skip(first).Take(end - first)]) is { Count: > 0 } text)
                blocks.AddRange(text);
        }

        return blocks.Count == 0 ? outline : outline with { Blocks = [.. blocks, .. outline.Blocks] };
    }

    private static List<Block> Read(DocumentOutline outline, List<FrontMatterEntry> values)
    {
        var isList = values.Count > 1;
        if (isList ? values.Average(value => value.Value.Length) < MinItem : !values[0].Value.Contains('\n', StringComparison.Ordinal))
            return [];
        var blocks = new List<Block>();
        foreach (var value in values)
        {
            if (FirstLine(outline, value) is { } line)
                blocks.AddRange(BodyReader.Read(isList ? "- " + value.Value : value.Value, line, outline.FrontMatter.BodyLine - 1));
        }

        if (blocks.Count > 0 && Heading(values[0]) is { } heading)
            blocks.Insert(0, heading);
        return blocks;
    }

    // The line in which the value begins as it was read; a text that was folded into other lines has none.
    private static int? FirstLine(DocumentOutline outline, FrontMatterEntry entry)
    {
        var lines = entry.Value.Split('\n');
        for (var line = entry.Line; line <= entry.Line + MaxGap && line + lines.Length - 1 < outline.FrontMatter.BodyLine; line++)
        {
            if (Stands(outline, line, lines[0]) && Stands(outline, line + lines.Length - 1, lines[^1]))
                return line;
        }

        return null;
    }

    private static bool Stands(DocumentOutline outline, int line, string text) => outline.Source.Line(line).Contains(text.AsSpan().Trim(), StringComparison.Ordinal);

    private static Block? Heading(FrontMatterEntry entry)
    {
        var words = entry.Path[(entry.Path.LastIndexOf('.') + 1)..].Replace('_', ' ').Replace('-', ' ');
        var heading = new Block(BlockKind.Heading, HeadingLevel, [new OutlineLine(entry.Line, words, false)], []);
        return words.Length > 0 && SectionBuilder.KindOf(heading) is not null ? heading : null;
    }
}
