using System.Buffers;
using System.Numerics;

namespace PostingsBot.Storage.Index;

/// <summary>A set of rows as bits, from a pool: dispose it.</summary>
internal sealed class RowSet : IDisposable
{
    private const int Word = 64;

    private RowSet(int rows)
    {
        Rows = rows;
        Words = (rows + Word - 1) / Word;
        Bits = ArrayPool<ulong>.Shared.Rent(Math.Max(Words, 1));
    }

    public int Rows { get; }

    public int Words { get; }

    public ulong[] Bits { get; }

    public static RowSet Empty(int rows)
    {
        var set = new RowSet(rows);
        Array.Clear(set.Bits, 0, set.Words);
        return set;
    }

    public static RowSet Of(int rows, ulong[] bits)
    {
        var set = new RowSet(rows);
        Array.Copy(bits, set.Bits, set.Words);
        return set;
    }

    public bool this[int row] => (Bits[row / Word] >> row & 1) != 0;

    public void Add(int row) => Bits[row / Word] |= 1UL << row;

    public void And(RowSet other)
    {
        for (var i = 0; i < Words; i++)
            Bits[i] &= other.Bits[i];
    }

    public void Or(RowSet other)
    {
        for (var i = 0; i < Words; i++)
            Bits[i] |= other.Bits[i];
    }

    public void Without(RowSet other)
    {
        for (var i = 0; i < Words; i++)
            Bits[i] &= ~other.Bits[i];
    }

    public int Count()
    {
        var count = 0;
        for (var i = 0; i < Words; i++)
            count += BitOperations.PopCount(Bits[i]);
        return count;
    }

    public Enumerator GetEnumerator() => new(this);

    public void Dispose() => ArrayPool<ulong>.Shared.Return(Bits);

    /// <summary>The rows in rising order.</summary>
    public struct Enumerator(RowSet set)
    {
        private int word = -1;
        private ulong left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++word >= set.Words)
                    return false;
                left = set.Bits[word];
            }

            Current = (word * Word) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
