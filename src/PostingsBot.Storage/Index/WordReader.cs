using System.Runtime.ExceptionServices;

namespace PostingsBot.Storage.Index;

/// <summary>Takes the rows of one word, in rising order as FTS5 gives them, behind those that are known.</summary>
internal sealed unsafe class WordReader(IndexView view, WordList? known)
{
    /// <summary>What a word counts for, by column: facets, title, body.</summary>
    private static readonly int[] ColumnWeights = [0, 4, 1];

    private readonly List<ushort> gaps = [.. known?.Gaps ?? []];
    private readonly List<byte> counts = [.. known?.Counts ?? []];
    private ExceptionDispatchInfo? failure;
    private long lastSlot = known is null or { LastRow: < 0 } ? 0 : view.Slots[known.LastRow];
    private int lastRow = known?.LastRow ?? -1;

    public void Take(FtsRowApi* api, nint context)
    {
        if (failure is not null)
            return;
        try
        {
            var slot = api->RowId(context);
            if (RowOf(slot) is not (>= 0 and var row))
                return;
            var count = 0;
            FtsPhraseIterator at;
            int column, offset;
            for (api->PhraseFirst(context, 0, &at, &column, &offset); column >= 0; api->PhraseNext(context, &at, &column, &offset))
                count += ColumnWeights[column];
            Add(row, count);
            (lastRow, lastSlot) = (row, slot);
        }
        catch (Exception error)
        {
            // Nothing may be thrown through SQLite.
            failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    public void ThrowIfFailed() => failure?.Throw();

    public WordList List() => new(view.Version, view.LastSlot, [.. gaps], [.. counts], lastRow);

    private void Add(int row, int count)
    {
        var gap = row - lastRow;
        for (; gap > ushort.MaxValue; gap -= ushort.MaxValue)
        {
            gaps.Add(ushort.MaxValue);
            counts.Add(0);
        }

        gaps.Add((ushort)gap);
        counts.Add((byte)Math.Min(count, byte.MaxValue));
    }

    // Slots are mostly without gaps.
    private int RowOf(long slot)
    {
        var guess = lastRow + (slot - lastSlot);
        return lastRow >= 0 && guess > lastRow && guess < view.Rows && view.Slots[guess] == slot
            ? (int)guess
            : Array.BinarySearch(view.Slots, lastRow + 1, view.Rows - lastRow - 1, slot);
    }
}
