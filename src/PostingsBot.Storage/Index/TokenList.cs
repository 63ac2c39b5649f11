using System.Numerics;

namespace PostingsBot.Storage.Index;

/// <summary>
/// The rows that carry one token, only ever added to, in rising order. One thread adds; readers meanwhile see at least the rows of the view they
/// hold, and mask the rest. Few rows are kept as numbers, many as bits.
/// </summary>
internal sealed class TokenList(string token, string? label)
{
    private const int Word = 64;

    /// <summary>A row costs 32 bits as a number and, in a list that one row in 32 is on, 32 bits as a bit.</summary>
    private const int DenseFrom = 32;
    private const int LeastDense = 64;

    private volatile int[]? rows = new int[2];
    private volatile ulong[]? bits;
    private volatile int count;

    public string Token => token;

    /// <summary>What a facet is called; null when the token is none.</summary>
    public string? Label => label;

    /// <summary>Rows that are gone included.</summary>
    public int Count => count;

    public void Add(int row)
    {
        if (bits is { } set)
        {
            if (row / Word >= set.Length)
            {
                Array.Resize(ref set, Math.Max((row / Word) + 1, set.Length + (set.Length / 2)));
                set[row / Word] |= 1UL << row;
                bits = set;
            }
            else
            {
                Volatile.Write(ref set[row / Word], set[row / Word] | (1UL << row));
            }

            count++;
            return;
        }

        var list = rows!;
        if (count == list.Length)
            Array.Resize(ref list, count * 2);
        list[count] = row;
        rows = list;
        count++;
        if (count >= LeastDense && count > row / DenseFrom)
            BecomeDense(list, row);
    }

    /// <summary>Adds the rows to a set.</summary>
    public void OrInto(ulong[] set, int words)
    {
        if (Read(out var list, out var length) is { } dense)
        {
            for (var i = Math.Min(words, dense.Length) - 1; i >= 0; i--)
                set[i] |= dense[i];
            return;
        }

        foreach (var row in list.AsSpan(0, length))
        {
            if (row / Word >= words)
                break;
            set[row / Word] |= 1UL << row;
        }
    }

    /// <summary>How many rows of the set carry the token; <paramref name="inhabited"/> are the words of the set that are not 0, in rising order.</summary>
    public int CountIn(ulong[] set, ReadOnlySpan<int> inhabited)
    {
        var found = 0;
        if (inhabited.IsEmpty)
            return 0;
        if (Read(out var list, out var length) is { } dense)
        {
            foreach (var i in inhabited)
            {
                if (i >= dense.Length)
                    break;
                found += BitOperations.PopCount(set[i] & dense[i]);
            }

            return found;
        }

        var last = inhabited[^1];
        foreach (var row in list.AsSpan(0, length))
        {
            if (row / Word > last)
                break;
            found += (int)(set[row / Word] >> row) & 1;
        }

        return found;
    }

    /// <summary>Adds a weight for each row that carries the token.</summary>
    public void AddTo(float[] weights, float weight, int rowCount)
    {
        if (Read(out var list, out var length) is { } dense)
        {
            for (var i = Math.Min((rowCount + Word - 1) / Word, dense.Length) - 1; i >= 0; i--)
            {
                for (var left = dense[i]; left != 0; left &= left - 1)
                {
                    var row = (i * Word) + BitOperations.TrailingZeroCount(left);
                    if (row < rowCount)
                        weights[row] += weight;
                }
            }

            return;
        }

        foreach (var row in list.AsSpan(0, length))
        {
            if (row >= rowCount)
                break;
            weights[row] += weight;
        }
    }

    private ulong[]? Read(out int[] list, out int length)
    {
        // In this order: numbers read after the count are at least as many, and bits are there before the numbers go.
        length = count;
        list = rows ?? [];
        return bits;
    }

    private void BecomeDense(int[] list, int last)
    {
        var set = new ulong[((last / Word) + 1) * 5 / 4 + 1];
        foreach (var row in list.AsSpan(0, count))
            set[row / Word] |= 1UL << row;
        bits = set;
        rows = null;
    }
}
