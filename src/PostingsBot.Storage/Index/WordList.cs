namespace PostingsBot.Storage.Index;

/// <summary>
/// The rows that hold one word, in rising order, and how much it counts in each: once for the text, four times for the title. Three bytes a row. Never changes.
/// </summary>
/// <param name="Version">The version of the database that it was read at: later ones only take rows away and add rows behind <paramref name="LastSlot"/>.</param>
/// <param name="LastSlot">The last row that was looked at.</param>
/// <param name="Gaps">From each row to the next one, at first from row -1. Rows may be gone since: mask them.</param>
/// <param name="Counts">Beside each row; at most 255, where one more makes no difference. Where it is 0 there is no row: it only bridges a gap.</param>
/// <param name="LastRow">The last row in it, -1 when there is none.</param>
internal sealed record WordList(long Version, long LastSlot, ushort[] Gaps, byte[] Counts, int LastRow)
{
    public void OrInto(RowSet set)
    {
        foreach (var (row, _) in this)
            set.Add(row);
    }

    public int CountIn(ulong[] live)
    {
        var count = 0;
        foreach (var (row, _) in this)
            count += (int)(live[row / 64] >> row) & 1;
        return count;
    }

    /// <summary>How much the word counts in the row.</summary>
    public int CountAt(int wanted)
    {
        foreach (var (row, count) in this)
        {
            if (row == wanted)
                return count;
        }

        return 0;
    }

    public Enumerator GetEnumerator() => new(Gaps, Counts);

    public struct Enumerator(ushort[] gaps, byte[] counts)
    {
        private int at = -1;
        private int row = -1;

        public readonly (int Row, int Count) Current => (row, counts[at]);

        public bool MoveNext()
        {
            while (++at < gaps.Length)
            {
                row += gaps[at];
                if (counts[at] != 0)
                    return true;
            }

            return false;
        }
    }
}
