namespace PostingsBot.Core.Text;

/// <summary>A set of words that answers "surely not" for most others without looking at the whole word: by its length and three of its characters.</summary>
internal sealed class WordFilter
{
    private const int Bits = 1 << 16;

    private readonly ulong[] bits = new ulong[Bits / 64];

    public void Add(ReadOnlySpan<char> word)
    {
        var number = Number(word);
        bits[number >> 6] |= 1UL << (number & 63);
    }

    /// <summary>False for a word that was not added; true says only that it is worth a look.</summary>
    public bool MayHold(ReadOnlySpan<char> word)
    {
        var number = Number(word);
        return (bits[number >> 6] & (1UL << (number & 63))) != 0;
    }

    private static int Number(ReadOnlySpan<char> word) =>
        word.IsEmpty ? 0 : ((((word[0] * 37) + word[^1]) * 37 + word[word.Length / 2]) * 37 + word.Length) & (Bits - 1);
}
