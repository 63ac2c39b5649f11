namespace PostingsBot.Storage.Index;

/// <summary>
/// The first rows of an order, found without sorting the rest. Lower scores come first, then newer days (none is last), titles, ids: the order is total.
/// </summary>
internal sealed class TopRows(IndexView view, int most)
{
    // A heap whose root is the row that goes first.
    private readonly List<(double Score, int Row)> kept = [];

    public void Offer(double score, int row)
    {
        if (kept.Count < most)
        {
            kept.Add((score, row));
            Rise(kept.Count - 1);
        }
        else if (most > 0 && Compare((score, row), kept[0]) < 0)
        {
            kept[0] = (score, row);
            Sink();
        }
    }

    public IReadOnlyList<int> InOrder()
    {
        var rows = kept.ToArray();
        Array.Sort(rows, Compare);
        return Array.ConvertAll(rows, item => item.Row);
    }

    private int Compare((double Score, int Row) a, (double Score, int Row) b)
    {
        if (a.Score != b.Score)
            return a.Score < b.Score ? -1 : 1;
        var order = view.Days[b.Row].CompareTo(view.Days[a.Row]);
        if (order == 0 && view.Titles[a.Row] != view.Titles[b.Row])
            order = string.CompareOrdinal(view.TitleTexts[view.Titles[a.Row]], view.TitleTexts[view.Titles[b.Row]]);
        if (order == 0)
            order = view.Keys[a.Row].CompareTo(view.Keys[b.Row]);
        return order == 0 ? a.Row.CompareTo(b.Row) : order;
    }

    private void Rise(int at)
    {
        for (var parent = (at - 1) / 2; at > 0 && Compare(kept[at], kept[parent]) > 0; at = parent, parent = (at - 1) / 2)
            (kept[at], kept[parent]) = (kept[parent], kept[at]);
    }

    private void Sink()
    {
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child + 1 < kept.Count && Compare(kept[child + 1], kept[child]) > 0)
                child++;
            if (child >= kept.Count || Compare(kept[child], kept[at]) <= 0)
                return;
            (kept[at], kept[child]) = (kept[child], kept[at]);
            at = child;
        }
    }
}
