namespace PostingsBot.Core.Text;

/// <summary>
/// Strings of words that were met before, so that the same word is not made again for each text. Bounded: a new word takes the place of
/// another one with the same number. Thread-safe without locks, since losing an entry costs only another string.
/// </summary>
internal static class WordPool
{
    private const int Size = 1 << 14;

    private static readonly string?[] Words = new string?[Size];

    public static string Get(ReadOnlySpan<char> word)
    {
        ref var entry = ref Words[Number(word)];
        var known = entry;
        return known is not null && word.SequenceEqual(known) ? known : entry = word.ToString();
    }

    private static int Number(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619;
        return (int)((hash ^ (hash >> 15)) & (Size - 1));
    }
}
