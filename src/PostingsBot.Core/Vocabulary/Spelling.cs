using System.Numerics;

namespace PostingsBot.Core.Vocabulary;

/// <summary>Mends a misspelt word by the words that are known.</summary>
public static class Spelling
{
    private const int OneEditFrom = 4;
    private const int TwoEditsFrom = 8;

    /// <summary>
    /// The one candidate nearest to the word: within one edit (a letter missing, added, changed, or two neighbours swapped) from four letters,
    /// within two from eight. Null when none is near, two are equally near (unless the word is one of them with letters left out), or the word is itself a candidate.
    /// Case is ignored; the candidate is returned as it was given.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var limit = Limit(word);
        string? best = null;
        var (bestDistance, ambiguous) = (limit + 1, false);
        var letters = Letters(word);
        foreach (var candidate in candidates)
        {
            if (candidate.Equals(word, StringComparison.OrdinalIgnoreCase))
                return null;
            if (Math.Abs(candidate.Length - word.Length) > limit || candidate.Length < OneEditFrom || !MayBeNear(letters, Letters(candidate), limit))
                continue;
            var distance = Distance(word, candidate);
            if (distance > bestDistance || distance > limit)
                continue;
            if (distance < bestDistance || best is null || (LeavesOut(candidate, word) && !LeavesOut(best, word)))
                (best, bestDistance, ambiguous) = (candidate, distance, false);
            else
                ambiguous |= !candidate.Equals(best, StringComparison.OrdinalIgnoreCase) && LeavesOut(candidate, word) == LeavesOut(best, word);
        }

        return ambiguous ? null : best;
    }

    /// <summary>Whether the word is the candidate with letters left out: the commonest mistake, so that it decides between two that are equally near.</summary>
    private static bool LeavesOut(string candidate, string word)
    {
        var at = 0;
        foreach (var c in candidate)
        {
            if (at < word.Length && Same(c, word[at]))
                at++;
        }

        return at == word.Length && candidate.Length > word.Length;
    }

    public static bool IsOneEdit(string word, string other) => Distance(word, other) <= 1;

    /// <summary>How many edits away a word may be.</summary>
    internal static int Limit(string word) => word.Length >= TwoEditsFrom ? 2 : word.Length >= OneEditFrom ? 1 : 0;

    /// <summary>The letters of a word as bits: far cheaper to compare than the words.</summary>
    internal static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var c in word)
            letters |= 1u << (c & 31);
        return letters;
    }

    /// <summary>An edit brings one letter at most and takes one away.</summary>
    internal static bool MayBeNear(uint one, uint other, int limit) =>
        BitOperations.PopCount(one & ~other) <= limit && BitOperations.PopCount(other & ~one) <= limit;

    /// <summary>Optimal string alignment: Damerau-Levenshtein in which no letter is moved twice.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], previous = stackalloc int[b.Length + 1], current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            var last = before;
            before = previous;
            previous = current;
            current = last;
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
