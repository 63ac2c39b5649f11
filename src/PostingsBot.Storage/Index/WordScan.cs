using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>
/// Takes the rows of one FTS5 scan: keeps those of a filter, and, when a relevance is asked for, weighs each by BM25 just as FTS5's own bm25() does, with
/// the columns' weights, and keeps the best.
/// </summary>
internal sealed unsafe class WordScan(IndexView view, RowSet filter, RowSet found)
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double LeastIdf = 1e-6;

    /// <summary>By column: facets, title, body.</summary>
    private static readonly double[] ColumnWeights = [0.0, 4.0, 1.0];

    private ExceptionDispatchInfo? failure;
    private double[] weights = [];
    private double averageLength;
    private long rowCount;
    private bool isBegun;
    private long lastSlot;
    private int lastRow = -1;

    /// <summary>Orders by relevance; null when rows are only to be found.</summary>
    public TopRows? Best { get; init; }

    /// <summary>The phrases of the expression, "" for a facet.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public WordCounts? Counts { get; init; }

    /// <summary>Rows of which is wanted what each phrase adds to their score; it is filled in.</summary>
    public IReadOnlyDictionary<int, double[]>? Shares { get; init; }

    /// <summary>The phrases that were weighed; none when no row was found.</summary>
    public IReadOnlyList<ExplainedWord> Words => [.. weights.Select((weight, i) => new ExplainedWord(Phrases[i], Counts!.Find(Phrases[i], view) ?? 0, weight))];

    public void Take(FtsRowApi* api, nint context)
    {
        if (failure is not null)
            return;
        try
        {
            var row = RowOf(api->RowId(context));
            if (row < 0 || !filter[row])
                return;
            found.Add(row);
            if (Best is null)
                return;
            if (!isBegun)
                Begin(api, context);
            Best.Offer(Score(api, context, row), row);
        }
        catch (Exception error)
        {
            // Nothing may be thrown through SQLite.
            failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    public void ThrowIfFailed() => failure?.Throw();

    private double Score(FtsRowApi* api, nint context, int row)
    {
        var length = (double)view.Lengths[row];
        var score = 0.0;
        var shares = Shares?.GetValueOrDefault(row);
        for (var phrase = 0; phrase < weights.Length; phrase++)
        {
            if (weights[phrase] == 0)
                continue;
            var frequency = 0.0;
            FtsPhraseIterator at;
            int column, offset;
            for (api->PhraseFirst(context, phrase, &at, &column, &offset); column >= 0; api->PhraseNext(context, &at, &column, &offset))
                frequency += ColumnWeights[column];
            var share = weights[phrase] * (frequency * (K1 + 1.0) / (frequency + (K1 * (1 - B + (B * length / averageLength)))));
            score += share;
            if (shares is not null)
                shares[phrase] = share;
        }

        return -1.0 * score;
    }

    private void Begin(FtsRowApi* api, nint context)
    {
        long rows, tokens;
        api->RowCount(context, &rows);
        api->ColumnTotalSize(context, -1, &tokens);
        rowCount = rows;
        averageLength = (double)tokens / rows;
        weights = new double[Phrases.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            if (Phrases[i].Length == 0)
                continue;
            var holding = Counts!.Find(Phrases[i], view) ?? Counts.Keep(Phrases[i], Holding(api, context, i), view);
            var idf = Math.Log((rowCount - holding + 0.5) / (holding + 0.5));
            weights[i] = idf <= 0 ? LeastIdf : idf;
        }

        isBegun = true;
    }

    private static long Holding(FtsRowApi* api, nint context, int phrase)
    {
        long count = 0;
        api->QueryPhrase(context, phrase, (nint)(&count), &CountRow);
        return count;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CountRow(FtsRowApi* api, nint context, nint count)
    {
        ++*(long*)count;
        return 0;
    }

    // FTS5 gives rows in rising order, and slots are mostly without gaps.
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
