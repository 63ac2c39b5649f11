using System.Globalization;
using System.Text;

namespace PostingsBot.Cards;

/// <summary>
/// The one place where text of postings and people is made safe for cards. Templates hold no Markdown,
/// so whatever looks like Markdown in a finished text is somebody's and is escaped.
/// </summary>
internal static class CardText
{
    private const string Escaped = @"\*[]<`~|";

    /// <summary>
    /// One line of plain text: no control, direction or invisible tag characters, no mention tags, no <c>{{…}}</c> functions.
    /// Newlines become blanks.
    /// </summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        var pendingBlank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pendingBlank = result.Length > 0;
                continue;
            }

            if (IsUnwanted(rune))
                continue;
            if (pendingBlank || NeedsGap(result, rune))
                result.Append(' ');
            pendingBlank = false;
            result.Append(rune.ToString());
        }

        return result.ToString();
    }

    /// <summary><see cref="Plain"/> text with a backslash before every character that would act as Markdown where it stands.</summary>
    public static string Markdown(string text)
    {
        var plain = Plain(text);
        var result = new StringBuilder(plain.Length + 8);
        for (var i = 0; i < plain.Length; i++)
        {
            if (Acts(plain, i))
                result.Append('\\');
            result.Append(plain[i]);
        }

        return result.ToString();
    }

    /// <summary>At most <paramref name="longest"/> characters, cut at a word, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        var blank = text.LastIndexOf(' ', end - 1, Math.Min(end, 20));
        return string.Concat(text.AsSpan(0, blank > 0 ? blank : end).TrimEnd(), "…");
    }

    private static bool Acts(string text, int at)
    {
        var c = text[at];
        if (Escaped.Contains(c, StringComparison.Ordinal))
            return true;
        var wordBefore = at > 0 && char.IsLetterOrDigit(text[at - 1]);
        var wordAfter = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
        return c switch
        {
            '_' => !(wordBefore && wordAfter),
            '#' or '-' or '+' or '>' or '=' => at == 0,
            '.' or ')' => at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
            '&' => wordAfter || (at + 1 < text.Length && text[at + 1] == '#'),
            _ => false,
        };
    }

    /// <summary>Breaks <c>&lt;at</c>, <c>&lt;/at</c> and <c>{{</c> apart as they form, so that nothing can be nested around the check.</summary>
    private static bool NeedsGap(StringBuilder before, Rune next)
    {
        if (before.Length == 0)
            return false;
        return before[^1] switch
        {
            '{' => next.Value == '{',
            '<' => next.Value is 'a' or 'A' or '/',
            _ => false,
        };
    }

    private static bool IsUnwanted(Rune rune) => rune.Value is
        0x061C or 0x200B or 0x200E or 0x200F or 0x2060 or 0xFEFF or 0xFFFD
        or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xE0000 and <= 0xE007F)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
