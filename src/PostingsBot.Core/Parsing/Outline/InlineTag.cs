using System.Net;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>A single HTML tag as Markdig leaves it inside a paragraph.</summary>
internal static class InlineTag
{
    /// <summary>The name in lower case, with its slash when it closes; empty for comments.</summary>
    public static string NameOf(string tag)
    {
        var end = 1;
        while (end < tag.Length && (char.IsAsciiLetterOrDigit(tag[end]) || (end == 1 && tag[end] is '/')))
            end++;
        var name = end <= 1 ? "" : tag[1..end].ToLowerInvariant();
        // "</br>" is a break to every browser.
        return name is "/br" ? "br" : name;
    }

    /// <summary>The web address that a button's script opens, or null.</summary>
    public static string? Clicked(string? script)
    {
        var start = script?.IndexOf("http", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
            return null;
        var end = script.AsSpan(start).IndexOfAny("'\")");
        return end < 0 ? script![start..] : script!.Substring(start, end);
    }

    public static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = tag.AsSpan(at + name.Length + 1);
        if (value.IsEmpty)
            return null;
        var quote = value[0];
        if (quote is '"' or '\'')
        {
            var end = value[1..].IndexOf(quote);
            return end < 0 ? null : WebUtility.HtmlDecode(value.Slice(1, end).ToString());
        }

        var stop = value.IndexOfAny(" >");
        return stop < 0 ? null : WebUtility.HtmlDecode(value[..stop].ToString());
    }
}
