namespace PostingsBot.Core.Text;

/// <summary>
/// Strings of words that were met before, so that the same word is not made again for each text. Bounded: a new word takes the place of
/// another one with the same number. Thread-safe without locks, since losing an entry costs only another string.
/// </summary>
internal static class WordPool
{
    /// <summary>Longer words are not pooled.</summary>
    public const int LongestWord = 24;

    private const int Size = 1 << 14;
    private const uint Seed = 2166136261;
    private const uint Factor = 16777619;

    private static readonly string?[] Words = new string?[Size];

    /// <summary>The word in lower case, or null when it is not plain ASCII or too long to be pooled.</summary>
    public static string? Lower(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return null;
        Span<char> lower = stackalloc char[LongestWord];
        var hash = Seed;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (!char.IsAscii(c))
                return null;
            if (char.IsAsciiLetterUpper(c))
                c = (char)(c | 0x20);
            lower[i] = c;
            hash = (hash ^ c) * Factor;
        }

        lower = lower[..word.Length];
        ref var entry = ref Words[(hash ^ (hash >> 15)) & (Size - 1)];
        var known = entry;
        return known is not null && lower.SequenceEqual(known) ? known : entry = lower.ToString();
    }
}
