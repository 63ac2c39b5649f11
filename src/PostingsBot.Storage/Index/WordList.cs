namespace PostingsBot.Storage.Index;

/// <summary>The rows that hold one word, in rising order, and how much it counts in each: once for the text, four times for the title. Never changes.</summary>
/// <param name="Version">The version of the database that it was read at: later ones only take rows away and add rows behind <paramref name="LastSlot"/>.</param>
/// <param name="LastSlot">The last row that was looked at.</param>
/// <param name="Rows">Some may be gone since: mask them.</param>
/// <param name="Counts">Beside each row; at most 65,535, where a word more or less makes no difference.</param>
internal sealed record WordList(long Version, long LastSlot, int[] Rows, ushort[] Counts)
{
    public void OrInto(RowSet set)
    {
        foreach (var row in Rows)
            set.Add(row);
    }

    public int CountIn(ulong[] live)
    {
        var count = 0;
        foreach (var row in Rows)
            count += (int)(live[row / 64] >> row) & 1;
        return count;
    }

    /// <summary>How much the word counts in the row.</summary>
    public int CountAt(int row) => Array.BinarySearch(Rows, row) is >= 0 and var at ? Counts[at] : 0;

    /// <summary>This list and what was read behind it.</summary>
    public WordList Then(WordList later) => later with
    {
        Rows = later.Rows.Length == 0 ? Rows : [.. Rows, .. later.Rows],
        Counts = later.Counts.Length == 0 ? Counts : [.. Counts, .. later.Counts],
    };
}
