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

    public static string Of(string token)
    {
        foreach (var c in token)
        {
            if (!IsPlain(c))
                return Escaped(token);
        }

        return token;
    }

    /// <summary>The tokens as one text for an FTS5 column.</summary>
    public static string Join(IReadOnlyList<string> tokens) => string.Join(' ', tokens.Select(Of));

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
