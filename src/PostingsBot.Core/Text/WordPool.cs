using System.Text;

namespace PostingsBot.Core.Text;

/// <summary>
/// Strings of words that were met before, so that the same word is not made again for each text. Bounded: a new word takes the place of
/// another one with the same number. Thread-safe without locks, since losing an entry costs only another string.
/// </summary>
internal static class WordPool
{
    /// <summary>Longer words are not pooled.</summary>
    public const int LongestWord = 24;

    private const int Size = 1 << 16;
    private const uint Seed = 2166136261;
    private const uint Factor = 16777619;

    private static readonly string?[] Words = new string?[Size];

    /// <summary>The word in lower case, or null when it is not plain ASCII or too long to be pooled.</summary>
    public static string? Lower(ReadOnlySpan<char> word)
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

        ref var entry = ref Words[(hash ^ (hash >> 15)) & (Size - 1)];
        var known = entry;
        return known is not null && Ascii.EqualsIgnoreCase(word, known) ? known : entry = string.Create(word.Length, word, (lower, written) => Ascii.ToLower(written, lower, out _));
    }
}
