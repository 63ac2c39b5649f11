namespace PostingsBot.Core.Text;

/// <summary>A light English stemmer: plurals and the commonest verb endings, so that "engineers", "measured" and "measuring" meet. Never below three letters.</summary>
internal static class Stemmer
{
    private static readonly (string Ending, string Replacement)[] Endings =
    [
        ("ations", "ate"), ("ation", "ate"), ("ments", "ment"), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"),
        ("sses", "ss"), ("ed", ""), ("es", ""), ("ors", ""), ("or", ""), ("ers", ""), ("er", ""), ("ly", ""), ("s", ""), ("e", ""),
    ];

    public static string Stem(string word)
    {
        if (word.Length < 4 || !IsLetters(word) || word.EndsWith("ss", StringComparison.Ordinal))
            return word;
        foreach (var (ending, replacement) in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length + replacement.Length < 3)
                continue;
            var stem = string.Concat(word.AsSpan(0, word.Length - ending.Length), replacement);
            if (ending is "ing" or "ings" or "ed" or "er" or "ers" && stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z'))
                stem = stem[..^1];
            return stem.Length > 3 && stem[^1] is 'e' ? stem[..^1] : stem;
        }

        return word;
    }

    private static bool IsLetters(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return false;
        }

        return true;
    }
}
