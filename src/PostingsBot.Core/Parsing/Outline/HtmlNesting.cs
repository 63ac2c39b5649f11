namespace PostingsBot.Core.Parsing.Outline;

/// <summary>
/// Keeps HTML from nesting so deep that reading it takes time without end: tags below the limit are blanked, text and offsets stay.
/// Elements that authors leave open (p, li, td …) do not count.
/// </summary>
internal static class HtmlNesting
{
    private const int Deepest = 500;
    private const int LongestTag = 2_000;

    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "div", "span", "table", "ul", "ol", "blockquote", "b", "i", "u", "em", "strong", "font", "a", "section", "article", "main", "center", "small", "big", "code", "details",
    };

    public static string Bound(string html)
    {
        char[]? bounded = null;
        var depth = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var closes = at + 1 < html.Length && html[at + 1] is '/';
            var name = NameAt(html, closes ? at + 2 : at + 1);
            if (name.Length == 0 || !Counted.Contains(name))
                continue;
            var blank = closes ? depth > Deepest : depth >= Deepest;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (blank)
                Blank(bounded ??= html.ToCharArray(), at);
        }

        return bounded is null ? html : new string(bounded);
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 12 && char.IsAsciiLetter(html[end]))
            end++;
        return html[start..end];
    }

    private static void Blank(char[] html, int start)
    {
        var end = Array.IndexOf(html, '>', start, Math.Min(LongestTag, html.Length - start));
        for (var i = start; i <= (end < 0 ? start : end); i++)
            html[i] = html[i] is '\n' ? '\n' : ' ';
    }
}
