using System.Runtime.ExceptionServices;

namespace PostingsBot.Storage.Index;

/// <summary>Takes the rows of one word, in rising order as FTS5 gives them.</summary>
internal sealed unsafe class WordReader(IndexView view)
{
    /// <summary>What a word counts for, by column: facets, title, body.</summary>
    private static readonly int[] ColumnWeights = [0, 4, 1];

    private readonly List<int> rows = [];
    private readonly List<ushort> counts = [];
    private ExceptionDispatchInfo? failure;
    private long lastSlot;
    private int lastRow = -1;

    public void Take(FtsRowApi* api, nint context)
    {
        if (failure is not null)
            return;
        try
        {
            var row = RowOf(api->RowId(context));
            if (row < 0)
                return;
            var count = 0;
            FtsPhraseIterator at;
            int column, offset;
            for (api->PhraseFirst(context, 0, &at, &column, &offset); column >= 0; api->PhraseNext(context, &at, &column, &offset))
                count += ColumnWeights[column];
            rows.Add(row);
            counts.Add((ushort)Math.Min(count, ushort.MaxValue));
        }
        catch (Exception error)
        {
            // Nothing may be thrown through SQLite.
            failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    public void ThrowIfFailed() => failure?.Throw();

    public WordList List() => new(view.Version, view.LastSlot, [.. rows], [.. counts]);

    // Slots are mostly without gaps.
    private int RowOf(long slot)
    {
        var guess = lastRow + (slot - lastSlot);
        if (lastRow < 0 || guess < 0 || guess >= view.Rows || view.Slots[guess] != slot)
        {
            var from = lastRow >= 0 && slot > lastSlot ? lastRow : 0;
            guess = Array.BinarySearch(view.Slots, from, view.Rows - from, slot);
        }

        if (guess >= 0)
            (lastRow, lastSlot) = ((int)guess, slot);
        return (int)guess;
    }
}
