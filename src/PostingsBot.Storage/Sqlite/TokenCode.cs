using System.Buffers;
using System.Globalization;
using System.Text;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// Writes tokens so that FTS5's "ascii" tokenizer, which folds A-Z and splits at unknown ASCII signs, keeps each as it is:
/// an upper-case letter becomes ^ and the lower-case one, any other ASCII sign outside a-z 0-9 :+#._/-' becomes % and four hexadecimal digits.
/// Two different tokens never have the same code, and a code never holds a quote or a space.
/// </summary>
internal static class TokenCode
{
    private const string Plain = ":+#._/-'";

    // Everything in ASCII but what is plain, and halves of pairs.
    private static readonly SearchValues<char> Escapes = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !IsPlain(c)), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private static readonly SearchValues<char> PlainAscii = SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(IsPlain)]);

    // Nearly all tokens are plain ASCII, which is told without looking at each character alone.
    public static string Of(string token) =>
        !token.AsSpan().ContainsAnyExcept(PlainAscii) || !token.AsSpan().ContainsAny(Escapes) ? token : Escaped(token);

    /// <summary>The tokens as one text for an FTS5 column.</summary>
    public static string Join(IReadOnlyList<string> tokens)
    {
        var codes = new string[tokens.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = Of(tokens[i]);
        return string.Join(' ', codes);
    }

    private static string Escaped(string token)
    {
        var code = new StringBuilder(token.Length + 8);
        foreach (var c in token)
        {
            if (IsPlain(c))
                code.Append(c);
            else if (char.IsAsciiLetterUpper(c))
                code.Append('^').Append(char.ToLowerInvariant(c));
            else
                code.Append(CultureInfo.InvariantCulture, $"%{(int)c:x4}");
        }

        return code.ToString();
    }

    private static bool IsPlain(char c) =>
        char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || Plain.Contains(c, StringComparison.Ordinal)
        || (!char.IsAscii(c) && !char.IsSurrogate(c));
}
