namespace PostingsBot.Storage.Index;

/// <summary>
/// Pay in an order. Numbers of different currencies say nothing of each other: the currency that most of the found rows state is compared, with those that
/// have a rate to it; rows that state another one follow, and rows without pay come last.
/// </summary>
internal sealed class PayOrder
{
    private readonly IndexView view;
    private readonly IReadOnlyDictionary<string, decimal> rates;
    private readonly string? group;

    public PayOrder(IndexView view, RowSet found, IReadOnlyDictionary<string, decimal> rates)
    {
        (this.view, this.rates) = (view, rates);
        var (counts, stated) = Count(found);
        // Of two that are as common the later name, so that the same roles always give the same order.
        var main = counts.OrderByDescending(count => count.Rows).ThenByDescending(count => count.Group, StringComparer.Ordinal).FirstOrDefault();
        group = main.Group;
        Others = stated - main.Rows;
    }

    /// <summary>The currency that is compared; null when the rows state none, or when several are converted.</summary>
    public string? Currency => group is { Length: > 0 } && !rates.ContainsKey(group) ? group : null;

    /// <summary>How many rows state only pay that cannot be compared.</summary>
    public int Others { get; }

    public float OfBest(int row) => Best(row) is { } pay ? (float)-pay : Behind(row);

    public float OfLowest(int row) => Best(row) is { } pay ? (float)pay : Behind(row);

    private float Behind(int row) => view.Pays[row] >= 0 ? float.MaxValue : float.PositiveInfinity;

    /// <summary>The most that the row states in the currency that is compared, per year.</summary>
    private double? Best(int row)
    {
        double? best = null;
        for (var i = view.Pays[row]; i >= 0; i++)
        {
            var pay = view.PayRanges[i];
            if (pay.High > 0 && GroupOf(pay.Currency) == group)
                best = Math.Max(best ?? 0, pay.High * (pay.Currency is { } currency && rates.TryGetValue(currency, out var worth) ? (double)worth : 1));
            if (pay.IsLast)
                break;
        }

        return best;
    }

    // All currencies with a rate are one group, named by the first of them in order.
    private string GroupOf(string? currency) => currency is null ? "" : rates.Count > 0 && rates.ContainsKey(currency) ? rates.Keys.Min(StringComparer.Ordinal)! : currency;

    private (List<(string Group, int Rows)> Counts, int Stated) Count(RowSet found)
    {
        var counts = new List<(string Group, int Rows)>();
        var stated = 0;
        foreach (var row in found)
        {
            if (view.Pays[row] < 0)
                continue;
            stated++;
            var first = view.Pays[row];
            for (var i = first; ; i++)
            {
                var own = GroupOf(view.PayRanges[i].Currency);
                if (i == first || own != GroupOf(view.PayRanges[i - 1].Currency))
                    Add(counts, own);
                if (view.PayRanges[i].IsLast)
                    break;
            }
        }

        return (counts, stated);
    }

    private static void Add(List<(string Group, int Rows)> counts, string own)
    {
        for (var at = 0; at < counts.Count; at++)
        {
            if (counts[at].Group != own)
                continue;
            counts[at] = (own, counts[at].Rows + 1);
            return;
        }

        counts.Add((own, 1));
    }
}
