using System.Text;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Collects the text of one block, line by line, with its links. Runs of blanks become one.</summary>
internal sealed class InlineText
{
    private readonly List<OutlineLine> lines = [];
    private readonly List<Link> links = [];
    private readonly StringBuilder current = new();
    private readonly Stack<(string Url, int Line, StringBuilder Text)> open = new();
    private int currentLine;
    private int plain;
    private int bold;
    private int struck;
    private int unstruck;
    private int boldDepth;
    private int struckDepth;

    public IReadOnlyList<Link> Links => links;

    public bool IsStruck => struck > 0 && unstruck == 0;

    public void Append(ReadOnlySpan<char> text, int line)
    {
        if (current.Length == 0)
            currentLine = line;
        var solid = 0;
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD')
                continue;
            var blank = char.IsWhiteSpace(c);
            if (blank && (current.Length == 0 || current[^1] == ' '))
            {
                AppendToLinks(' ');
                continue;
            }

            current.Append(blank ? ' ' : c);
            AppendToLinks(blank ? ' ' : c);
            if (char.IsLetterOrDigit(c))
                solid++;
        }

        if (boldDepth > 0)
            bold += solid;
        else
            plain += solid;
        if (struckDepth > 0)
            struck += solid;
        else
            unstruck += solid;
    }

    public void Break()
    {
        var text = current.ToString().Trim(' ', '~');
        if (text.Length > 0)
            lines.Add(new OutlineLine(currentLine, text, bold > 0 && plain == 0));
        current.Clear();
        plain = bold = 0;
        AppendToLinks(' ');
    }

    public void EnterBold() => boldDepth++;

    public void LeaveBold() => boldDepth = Math.Max(0, boldDepth - 1);

    public void EnterStruck() => struckDepth++;

    public void LeaveStruck() => struckDepth = Math.Max(0, struckDepth - 1);

    public void EnterLink(string url, int line)
    {
        if (open.Count < 4)
            open.Push((url, line, new StringBuilder()));
    }

    public void LeaveLink(string? description = null)
    {
        if (!open.TryPop(out var link))
            return;
        var text = string.Join(' ', link.Text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        links.Add(new Link(text.Length > 0 ? text : description ?? "", link.Url.Trim(), link.Line));
    }

    /// <summary>A link that has no text of its own in the reading order, such as a button's.</summary>
    public void AddLink(string text, string url, int line) => links.Add(new Link(text, url.Trim(), line));

    public IReadOnlyList<OutlineLine> ToLines()
    {
        Break();
        while (open.Count > 0)
            LeaveLink();
        return lines;
    }

    private void AppendToLinks(char c)
    {
        foreach (var link in open)
            link.Text.Append(c);
    }
}
