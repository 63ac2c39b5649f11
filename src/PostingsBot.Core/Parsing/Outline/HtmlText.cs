using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>HTML, a page or a fragment inside Markdown, as blocks. AngleSharp builds the tree; a cursor over the source finds each text's line.</summary>
internal sealed class HtmlText
{
    private const int MaxDepth = 120;
    private const int SearchWindow = 20_000;
    private const int LongestSought = 60;

    /// <summary>A shorter text may stand anywhere.</summary>
    private const int LeastFar = 12;

    private const int LeastPlain = 4;

    /// <summary>What a page may write in another way: "&lt;", "&amp;", "&nbsp;".</summary>
    private const string Escaped = "<>&\u00A0";
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t" + Escaped);

    /// <summary>In characters, of one page.</summary>
    private const long MostSearched = 64_000_000;

    /// <summary>A page's head may hold the same words.</summary>
    private const string BodyStart = "<body";

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
        { "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "HEAD", "NAV", "FOOTER", "IFRAME", "SELECT", "OPTION" };

    private static readonly HashSet<string> BlockNames = new(StringComparer.Ordinal)
    {
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "UL", "OL", "LI", "DL", "DT", "DD", "TABLE", "THEAD", "TBODY", "TR", "TD", "TH",
        "BLOCKQUOTE", "PRE", "FIGURE", "FORM", "DETAILS", "SUMMARY", "ASIDE", "CENTER", "BODY", "HTML", "H1", "H2", "H3", "H4", "H5", "H6", "ADDRESS",
    };

    // A parser keeps the context of its documents: one for each thread, since making that context costs more than a small fragment.
    [ThreadStatic]
    private static HtmlParser? threadParser;

    private readonly SourceText source;
    private readonly string html;
    private readonly int offset;
    private readonly List<Block> blocks = [];
    private InlineText text = new();
    private BlockKind kind = BlockKind.Paragraph;
    private int level;
    private int cursor;
    private long searched;

    private HtmlText(SourceText source, string html, int offset)
    {
        this.source = source;
        this.html = html;
        this.offset = offset;
    }

    private static HtmlParser Parser => threadParser ??= new HtmlParser();

    /// <summary>Reads the HTML that stands in the source from the offset on.</summary>
    public static IReadOnlyList<Block> Read(SourceText source, string html, int offset)
    {
        var reader = new HtmlText(source, html, offset) { cursor = Math.Max(0, html.IndexOf(BodyStart, StringComparison.OrdinalIgnoreCase)) };
        var body = Parser.ParseDocument(HtmlNesting.Bound(html)).Body;
        if (body is not null)
            reader.Walk(body, 0, 0);
        reader.Flush();
        return reader.blocks;
    }

    private void Walk(INode node, int depth, int listDepth)
    {
        if (depth > MaxDepth)
        {
            Append(node.TextContent);
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            if (child is IText content)
                Append(content.Data);
            else if (child is IElement element && !Skipped.Contains(element.NodeName))
                WalkElement(element, depth + 1, listDepth);
        }
    }

    private void WalkElement(IElement element, int depth, int listDepth)
    {
        switch (element.NodeName)
        {
            case "BR":
                text.Break();
                break;
            case "HR":
                Flush();
                blocks.Add(new Block(BlockKind.Rule, 0, [], []));
                break;
            case "A":
                var address = element.GetAttribute("href") ?? "";
                text.EnterLink(address, LineOf(address));
                Walk(element, depth, listDepth);
                text.LeaveLink(element.QuerySelector("img")?.GetAttribute("alt"));
                break;
            case "B" or "STRONG":
                text.EnterBold();
                Walk(element, depth, listDepth);
                text.LeaveBold();
                break;
            case "S" or "DEL" or "STRIKE":
                text.EnterStruck();
                Walk(element, depth, listDepth);
                text.LeaveStruck();
                break;
            case "TR":
                AddRow(element);
                break;
            case "BUTTON" when InlineTag.Clicked(element.GetAttribute("onclick")) is { } url:
                Walk(element, depth, listDepth);
                text.AddLink(element.TextContent.Trim(), url, LineHere());
                break;
            default:
                WalkContainer(element, depth, listDepth);
                break;
        }
    }

    private void WalkContainer(IElement element, int depth, int listDepth)
    {
        if (!BlockNames.Contains(element.NodeName))
        {
            Walk(element, depth, listDepth);
            return;
        }

        Flush();
        var name = element.NodeName;
        var lists = listDepth + (name is "UL" or "OL" ? 1 : 0);
        (kind, level) = name switch
        {
            "LI" => (BlockKind.ListItem, Math.Max(1, lists)),
            ['H', >= '1' and <= '6'] => (BlockKind.Heading, name[1] - '0'),
            "DT" => (BlockKind.Heading, 7),
            _ => (kind is BlockKind.ListItem && lists > 0 ? BlockKind.ListItem : BlockKind.Paragraph, lists),
        };
        Walk(element, depth, lists);
        Flush();
        (kind, level) = (BlockKind.Paragraph, 0);
    }

    private void AddRow(IElement row)
    {
        Flush();
        var cells = new List<OutlineCell>();
        foreach (var cell in row.Children.Where(child => child.NodeName is "TD" or "TH"))
        {
            text = new InlineText();
            Walk(cell, MaxDepth / 2, 0);
            cells.Add(new OutlineCell(text.ToLines(), text.Links, text.IsStruck));
        }

        text = new InlineText();
        if (cells.Count > 0)
            blocks.Add(Rows.ToBlock(cells));
    }

    private void Append(string data)
    {
        // Lines of the source inside one text node are lines for the reader of evidence, too.
        foreach (var line in data.Split('\n'))
        {
            if (line.AsSpan().IsWhiteSpace())
                text.Append(" ", LineHere());
            else
                text.Append(line + " ", Locate(line));
        }
    }

    private int Locate(string line)
    {
        // Its beginning, for a first word such as "A" stands in many places before it.
        var words = line.AsSpan().Trim().TrimStart(Escaped);
        words = words[..Math.Min(words.Length, LongestSought)];
        var end = words.IndexOfAny(Escaped);
        var word = words.IndexOfAny(WordEnds);
        if (!Find(end < 0 ? words : words[..end]) && !Find(word < 0 ? words : words[..word]) && !Find(PlainRun(words)))
            FindFar(end < 0 ? words : words[..end]);
        return LineHere();
    }

    // Any other letter may be written as an entity.
    private static ReadOnlySpan<char> PlainRun(ReadOnlySpan<char> words)
    {
        var longest = ReadOnlySpan<char>.Empty;
        for (var start = 0; start < words.Length; start++)
        {
            var end = start;
            while (end < words.Length && char.IsAsciiLetterOrDigit(words[end]))
                end++;
            if (end - start > longest.Length)
                longest = words[start..end];
            start = end;
        }

        return longest.Length < LeastPlain ? [] : longest;
    }

    /// <summary>Behind a style sheet or a picture that is written into the page: as far as the budget of all such searches goes.</summary>
    private void FindFar(ReadOnlySpan<char> words)
    {
        var from = Math.Min(cursor + SearchWindow, html.Length);
        if (words.Length < LeastFar || from == html.Length || searched > MostSearched)
            return;
        searched += html.Length - from;
        if (html.AsSpan(from).IndexOf(words, StringComparison.Ordinal) is >= 0 and var found)
            cursor = from + found + words.Length;
    }

    private bool Find(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty)
            return false;
        var window = html.AsSpan(cursor, Math.Min(SearchWindow, html.Length - cursor));
        for (var from = 0; window[from..].IndexOf(words, StringComparison.Ordinal) is >= 0 and var next;)
        {
            var found = from + next;
            from = found + words.Length;
            // A tag's attribute, such as a picture's "alt", may say the same just before.
            if (window[..found].LastIndexOf('<') is >= 0 and var tag && window[tag..found].IndexOf('>') < 0)
                continue;
            cursor += from;
            return true;
        }

        return false;
    }

    /// <summary>The line of an attribute's value, which may stand behind the text that was found last.</summary>
    private int LineOf(string value)
    {
        var found = value.Length == 0 ? -1 : html.AsSpan(cursor, Math.Min(SearchWindow, html.Length - cursor)).IndexOf(value, StringComparison.Ordinal);
        return found < 0 ? LineHere() : source.LineAt(Math.Min(offset + cursor + found, Math.Max(0, source.Value.Length - 1)));
    }

    private int LineHere() => source.LineAt(Math.Min(offset + Math.Max(0, cursor - 1), Math.Max(0, source.Value.Length - 1)));

    private void Flush()
    {
        var lines = text.ToLines();
        if (lines.Count > 0 || text.Links.Count > 0)
            blocks.Add(Headings.Promote(new Block(kind, level, lines, text.Links) { IsStruck = text.IsStruck }));
        text = new InlineText();
    }
}
