using System.Text;

namespace PostingsBot.Core.Text;

/// <summary>
/// Words that were met before, so that the same word is not made and stemmed again for each text. Bounded: a new word takes the place of
/// another one with the same number. Thread-safe without locks, since losing an entry costs only another word.
/// </summary>
internal static class WordPool
{
    /// <summary>Longer words are not pooled.</summary>
    public const int LongestWord = 24;

    private const int Size = 1 << 16;
    private const uint Seed = 2166136261;
    private const uint Factor = 16777619;

    private static readonly WordForm?[] Words = new WordForm?[Size];

    /// <summary>The word in lower case, or null when it is not plain ASCII or too long to be pooled.</summary>
    public static WordForm? Lower(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return null;
        var hash = Seed;
        foreach (var c in word)
        {
            if (!char.IsAscii(c))
                return null;
            hash = (hash ^ (c | 0x20u)) * Factor;
        }

        var at = (hash ^ (hash >> 15)) & (Size - 1);
        if (Words[at] is { } known && Ascii.EqualsIgnoreCase(word, known.Folded))
            return known;
        // Two words that would take each other's place for ever stand side by side.
        ref var beside = ref Words[at ^ 1];
        if (beside is { } other && Ascii.EqualsIgnoreCase(word, other.Folded))
            return other;
        var made = new WordForm(string.Create(word.Length, word, (lower, written) => Ascii.ToLower(written, lower, out _)));
        beside = Words[at];
        return Words[at] = made;
    }
}
