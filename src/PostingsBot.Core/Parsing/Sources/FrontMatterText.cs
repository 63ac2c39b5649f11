using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.FrontMatter;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources;

/// <summary>
/// What a site keeps in its front matter and shows as text: values over several lines and lists of sentences. They are read as the body is,
/// each under its key where that is a known heading.
/// </summary>
internal static partial class FrontMatterText
{
    private const int MaxGap = 3;
    private const int MinItem = 25;
    private const int ShortStart = 8;
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

    /// <summary>One value as text, with the lines that it stands in; empty where those are not found.</summary>
    public static IReadOnlyList<Block> TextOf(DocumentOutline outline, FrontMatterEntry value) => [.. TextOf(outline, value, isList: false)];

    private static List<Block> Read(DocumentOutline outline, List<FrontMatterEntry> values)
    {
        var isList = values.Count > 1;
        var isPart = values[0].Value.Length >= MinItem * 2 && !values[0].Path.EndsWith("description", StringComparison.OrdinalIgnoreCase) && Heading(values[0]) is { } part
            && SectionBuilder.KindOf(part) is SectionKind.Requirements or SectionKind.NiceToHave or SectionKind.Responsibilities;
        if (isList ? values.Average(value => value.Value.Length) < MinItem : !(isPart || values[0].Value.Contains('\n', StringComparison.Ordinal)))
            return [];
        var blocks = new List<Block>();
        foreach (var value in values)
            blocks.AddRange(TextOf(outline, value, isList));
        if (blocks.Count > 0 && Heading(values[0]) is { } heading)
            blocks.Insert(0, heading);
        return blocks;
    }

    private static IEnumerable<Block> TextOf(DocumentOutline outline, FrontMatterEntry value, bool isList)
    {
        if (FirstLine(outline, value) is { } line)
            return BodyReader.Read(isList ? "- " + value.Value : value.Value, line, outline.FrontMatter.BodyLine - 1);
        return Unfolded(outline, value) is { } unfolded ? BodyReader.Read(isList ? "- " + unfolded : unfolded, value.Line, outline.FrontMatter.BodyLine - 1) : [];
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

    // A value that runs over several lines of the file and is one line by itself: the text with the file's line ends, so that each word keeps its line.
    private static string? Unfolded(DocumentOutline outline, FrontMatterEntry entry)
    {
        var value = entry.Value.Trim();
        if (value.Length < MinItem || value.Contains('\n', StringComparison.Ordinal))
            return null;
        var first = outline.Source.Line(entry.Line).Trim();
        var start = first.IndexOf(value.AsSpan(0, ShortStart), StringComparison.Ordinal);
        if (start < 0)
            return null;
        var lines = new List<string>();
        for (var (at, number) = (0, entry.Line); at < value.Length; number++)
        {
            if (number >= outline.FrontMatter.BodyLine)
                return null;
            var written = (number == entry.Line ? first[start..] : outline.Source.Line(number).Trim()).ToString();
            if (number > entry.Line && written.Length == 0)
                return null;
            var text = value.AsSpan(at).StartsWith(written, StringComparison.Ordinal) ? written : written.TrimEnd('"', '\'', ' ');
            if (text.Length == 0 || !value.AsSpan(at).StartsWith(text, StringComparison.Ordinal))
                return null;
            lines.Add(text);
            for (at += text.Length; at < value.Length && value[at] is ' ';)
                at++;
        }

        return string.Join('\n', lines);
    }

    private static bool Stands(DocumentOutline outline, int line, string text) => outline.Source.Line(line).Contains(text.AsSpan().Trim(), StringComparison.Ordinal);

    private static Block? Heading(FrontMatterEntry entry)
    {
        var words = entry.Path[(entry.Path.LastIndexOf('.') + 1)..].Replace('_', ' ').Replace('-', ' ');
        words = Hump().Replace(words, " ");
        var heading = new Block(BlockKind.Heading, HeadingLevel, [new OutlineLine(entry.Line, words, false)], []);
        return words.Length > 0 && SectionBuilder.KindOf(heading) is not null ? heading : null;
    }

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Hump();
}
