namespace PostingsBot.Core.Text;

/// <summary>
/// A light English stemmer: plurals, the commonest verb endings, agents and results, so that "engineers" and "engineering",
/// "require" and "requirements" meet. Endings are taken off one after another until none is left: a stem's stem is itself.
/// </summary>
internal static class Stemmer
{
    private static readonly (string Ending, string Replacement, int Least)[] Endings =
    [
        ("ations", "ate", 3), ("ation", "ate", 3), ("ments", "", 4), ("ment", "", 4), ("ings", "", 3), ("ing", "", 3), ("ies", "y", 3),
        ("ied", "y", 3), ("sses", "ss", 3), ("ed", "", 3), ("es", "", 3), ("ors", "", 4), ("or", "", 4), ("ers", "", 4), ("er", "", 4),
        ("ly", "", 4), ("s", "", 3), ("e", "", 3),
    ];

    public static string Stem(string word)
    {
        while (IsLetters(word) && Shorter(word) is { } shorter)
            word = shorter;
        return word;
    }

    private static string? Shorter(string word)
    {
        if (word.Length < 4 || word.EndsWith("ss", StringComparison.Ordinal))
            return null;
        foreach (var (ending, replacement, least) in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length + replacement.Length < least)
                continue;
            var stem = string.Concat(word.AsSpan(0, word.Length - ending.Length), replacement);
            var doubled = stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e');
            return doubled && ending is ("ing" or "ings" or "ed" or "er" or "ers") ? stem[..^1] : stem;
        }

        return null;
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
