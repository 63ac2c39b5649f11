using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Answers;

/// <summary>Which of the compared roles states the higher pay, per year; said only when ranges do not overlap and the currencies can be compared.</summary>
internal static class PayVerdict
{
    public static string Of(IReadOnlyList<Posting> postings, CurrencyRates rates)
    {
        if (postings.Count < 2 || postings.Any(p => p.Salaries.Count == 0))
            return "";
        var currencies = postings.SelectMany(p => p.Salaries).Select(s => s.Value.Currency).Distinct().ToList();
        if (currencies is not [{ } common, ..] || currencies.Contains(null))
            return "";
        var ranges = postings.Select(p => (Posting: p, Range: RangeOf(p, common, rates))).ToList();
        if (ranges.Exists(r => r.Range is null))
            return Shared(postings) ? "" : Wording.PayNotComparable(currencies.OfType<string>());
        var best = ranges.MaxBy(r => r.Range!.Value.High);
        return ranges.TrueForAll(r => r == best || r.Range!.Value.High < best.Range!.Value.Low)
            ? Wording.PaysMore(Show.Name(best.Posting))
            : Wording.PayOverlaps;
    }

    /// <summary>All roles state pay in one currency, and some in others besides: the figures speak for themselves.</summary>
    private static bool Shared(IReadOnlyList<Posting> postings) =>
        postings.Select(p => p.Salaries.Select(s => s.Value.Currency)).Aggregate((all, next) => all.Intersect(next)).Any();

    /// <summary>From the lowest to the highest figure per year, in one currency; null when a figure is missing or cannot be converted.</summary>
    private static (decimal Low, decimal High)? RangeOf(Posting posting, string currency, CurrencyRates rates)
    {
        var ranges = posting.Salaries
            .Select(s => PayMath.YearlyRange(s.Value) is var (low, high) && rates.Convert(low, s.Value.Currency!, currency) is { } least && rates.Convert(high, s.Value.Currency!, currency) is { } most ? (least, most) : ((decimal Low, decimal High)?)null)
            .ToList();
        return ranges.Contains(null) ? null : (ranges.Min(r => r!.Value.Low), ranges.Max(r => r!.Value.High));
    }
}
