using System.Globalization;
using System.Text;

namespace PostingsBot.Core.Parsing.FrontMatter;

/// <summary>The escapes of TOML's basic strings: \n, \t, \", \\, \uXXXX, \UXXXXXXXX. An unknown one stands for its character.</summary>
internal static class TomlEscapes
{
    public static string Read(string written)
    {
        if (!written.Contains('\\', StringComparison.Ordinal))
            return written;
        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] is not '\\' || i + 1 == written.Length)
            {
                text.Append(written[i]);
                continue;
            }

            var digits = written[++i] switch { 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && CharacterAt(written, i + 1, digits) is { } rune)
            {
                text.Append(rune.ToString());
                i += digits;
            }
            else
            {
                text.Append(written[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var c => c });
            }
        }

        return text.ToString();
    }

    private static Rune? CharacterAt(string text, int at, int digits) =>
        at + digits <= text.Length
        && uint.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && Rune.TryCreate(value, out var rune)
            ? rune
            : null;
}
