using System.Buffers;
using System.Text;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Collects the text of one block, line by line, with its links. Runs of blanks become one.</summary>
internal sealed class InlineText
{
    private readonly List<OutlineLine> lines = new(1);
    private List<Link>? links;
    private StringBuilder? linked;
    private Stack<(string Url, int Line, int Start)>? open;
    private char[] current = [];
    private int length;
    private int currentLine;
    private int lastLine;
    private int plain;
    private int bold;
    private int struck;
    private int unstruck;
    private int boldDepth;
    private int struckDepth;

    public IReadOnlyList<Link> Links => links ?? (IReadOnlyList<Link>)[];

    public bool IsStruck => struck > 0 && unstruck == 0;

    public void Append(ReadOnlySpan<char> text, int line)
    {
        if (length == 0)
            currentLine = lastLine = line;
        if (length + text.Length > current.Length)
            Grow(length + text.Length);
        var start = length;
        var solid = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || char.IsLetterOrDigit(c))
                solid++;
            else if (c is '\u200B' or '\uFEFF' or '\u00AD')
                continue;
            else if (char.IsWhiteSpace(c))
            {
                if (length > 0 && current[length - 1] != ' ')
                    current[length++] = ' ';
                continue;
            }

            current[length++] = c;
        }

        if (solid > 0)
            lastLine = line;
        if (open is { Count: > 0 })
            linked!.Append(current, start, length - start);
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
        var text = current.AsSpan(0, length).Trim(" ~");
        if (text.Length > 0)
            lines.Add(new OutlineLine(currentLine, text.ToString(), bold > 0 && plain == 0) { LastNumber = Math.Max(currentLine, lastLine) });
        length = 0;
        plain = bold = 0;
        if (open is { Count: > 0 })
            linked!.Append(' ');
    }

    public void EnterBold() => boldDepth++;

    public void LeaveBold() => boldDepth = Math.Max(0, boldDepth - 1);

    public void EnterStruck() => struckDepth++;

    public void LeaveStruck() => struckDepth = Math.Max(0, struckDepth - 1);

    public void EnterLink(string url, int line)
    {
        linked ??= new StringBuilder();
        open ??= [];
        if (open.Count < 4)
            open.Push((url, line, linked.Length));
    }

    public void LeaveLink(string? description = null)
    {
        if (open is null || !open.TryPop(out var link))
            return;
        var text = string.Join(' ', linked!.ToString(link.Start, linked.Length - link.Start).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (open.Count == 0)
            linked.Clear();
        (links ??= []).Add(new Link(text.Length > 0 ? text : description ?? "", link.Url.Trim(), link.Line));
    }

    /// <summary>A link that has no text of its own in the reading order, such as a button's.</summary>
    public void AddLink(string text, string url, int line) => (links ??= []).Add(new Link(text, url.Trim(), line));

    public IReadOnlyList<OutlineLine> ToLines()
    {
        Break();
        while (open is { Count: > 0 })
            LeaveLink();
        ArrayPool<char>.Shared.Return(current);
        current = [];
        return lines;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(256, Math.Max(needed, current.Length * 2)));
        current.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(current);
        current = larger;
    }
}
