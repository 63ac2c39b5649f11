namespace PostingsBot.Core.Text;

/// <summary>A set of words that answers "surely not" for most others by a number of theirs, without looking at the word.</summary>
internal sealed class WordFilter
{
    private const int Bits = 1 << 16;

    private readonly ulong[] bits = new ulong[Bits / 64];

    public static int NumberOf(ReadOnlySpan<char> word) =>
        word.IsEmpty ? 0 : (((((word[0] * 37) + word[^1]) * 37 + word[word.Length / 2]) * 37 + word[word.Length / 4]) * 37 + word.Length) & (Bits - 1);

    public void Add(int number) => bits[number >> 6] |= 1UL << (number & 63);

    /// <summary>False for the number of a word that was not added; true says only that the word is worth a look.</summary>
    public bool MayHold(int number) => (bits[number >> 6] & (1UL << (number & 63))) != 0;
}
