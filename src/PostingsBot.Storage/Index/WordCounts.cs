using System.Collections.Concurrent;

namespace PostingsBot.Storage.Index;

/// <summary>
/// In how many rows a word stands, which is as dear to count as the search itself. A count is used until one row in 200 has come since:
/// relevance moves by less than what tells two roles apart.
/// </summary>
internal sealed class WordCounts
{
    private const int MostWords = 20_000;
    private const int Tolerance = 200;

    private readonly ConcurrentDictionary<string, (long Count, long LastSlot, int Live)> counts = new(StringComparer.Ordinal);

    public long? Find(string phrase, IndexView view) =>
        counts.TryGetValue(phrase, out var known) && Math.Abs(view.LastSlot - known.LastSlot) + Math.Abs(view.LiveRows - known.Live) <= view.LiveRows / Tolerance ? known.Count : null;

    public long Keep(string phrase, long count, IndexView view)
    {
        if (counts.Count >= MostWords)
            counts.Clear();
        counts[phrase] = (count, view.LastSlot, view.LiveRows);
        return count;
    }
}
