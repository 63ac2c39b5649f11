using System.Globalization;
using System.Text;

namespace PostingsBot.Commands;

/// <summary>Makes text from outside safe to print: a posting must not give orders to the terminal, nor turn the reading direction of what stands around it.</summary>
internal static class TerminalText
{
    private const int TabWidth = 4;

    public static string Printable(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\t')
                safe.Append(' ', TabWidth);
            else if (IsUnsafe(c))
                safe.Append(Symbol(c));
            else
                safe.Append(c);
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // The control characters have pictures of their own in Unicode.
    private static string Symbol(char c) => c switch
    {
        < ' ' => ((char)(0x2400 + c)).ToString(),
        '\u007F' => "\u2421",
        _ => string.Create(CultureInfo.InvariantCulture, $"<U+{(int)c:X4}>"),
    };
}
