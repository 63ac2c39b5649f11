namespace PostingsBot.Cards.Templating;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Name,
    Sign,
}

/// <summary>A word of an expression; text literals without their quotes, escapes resolved.</summary>
internal readonly record struct Token(TokenKind Kind, string Text)
{
    private static readonly string[] Signs = ["&&", "||", "==", "!=", "<>", "<=", ">=", "??", "+", "-", "*", "/", "%", "!", "<", ">", "&", "?", ":", "(", ")", "[", "]", ".", ","];

    public static Token End { get; } = new(TokenKind.End, "the end");

    public bool Is(string sign) => Kind is TokenKind.Sign && Text == sign;

    /// <exception cref="FormatException">A character or a quote that the language does not know.</exception>
    public static IReadOnlyList<Token> Split(string source)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < source.Length)
        {
            var c = source[at];
            if (c is ' ' or '\t')
                at++;
            else if (char.IsAsciiDigit(c))
                tokens.Add(new Token(TokenKind.Number, Run(source, ref at, x => char.IsAsciiDigit(x) || x == '.')));
            else if (char.IsAsciiLetter(c) || c is '_' or '$')
                tokens.Add(new Token(TokenKind.Name, Run(source, ref at, x => char.IsAsciiLetterOrDigit(x) || x == '_')));
            else if (c is '\'' or '"')
                tokens.Add(new Token(TokenKind.Text, Literal(source, ref at)));
            else
                tokens.Add(Sign(source, ref at));
        }

        return tokens;
    }

    private static string Run(string source, ref int at, Func<char, bool> belongs)
    {
        var start = at++;
        while (at < source.Length && belongs(source[at]))
            at++;
        return source[start..at];
    }

    private static string Literal(string source, ref int at)
    {
        var end = source.IndexOf(source[at], at + 1);
        if (end < 0)
            throw new FormatException($"a quote is not closed in ${{{source}}}");
        var text = source[(at + 1)..end];
        if (text.Contains('\\', StringComparison.Ordinal))
            throw new FormatException($"backslashes in quotes are not known, in ${{{source}}}");
        at = end + 1;
        return text;
    }

    private static Token Sign(string source, ref int at)
    {
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(source, at, sign, 0, sign.Length) == 0)
            {
                at += sign.Length;
                return new Token(TokenKind.Sign, sign);
            }
        }

        throw new FormatException($"'{source[at]}' is not known in ${{{source}}}");
    }
}
