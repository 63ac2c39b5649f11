using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Rates between currencies, as configured; without any, pay is compared within one currency only.</summary>
/// <param name="InBase">What one unit of each currency is worth in the base currency; the base itself is 1.</param>
public sealed record CurrencyRates(IReadOnlyDictionary<string, decimal> InBase)
{
    public static CurrencyRates None { get; } = new(new Dictionary<string, decimal>());

    /// <summary>An amount in another currency; null when one of the two has no rate.</summary>
    public decimal? Convert(decimal amount, string from, string to) =>
        from == to ? amount
        : InBase.TryGetValue(from, out var source) && InBase.TryGetValue(to, out var target) ? amount * source / target
        : null;

    /// <summary>Pay in a currency with a rate is asked of every other currency with one.</summary>
    internal PayConstraint Widened(PayConstraint pay) => pay is { Currency: { } own } && (pay.Min ?? pay.Max) is not null
        ? pay with { Converted = [.. InBase.Keys.Where(other => other != own).Order(StringComparer.Ordinal).Select(other => (other, Rate: Convert(1, own, other))).Where(r => r.Rate is not null).Select(r => new ExchangeRate(r.other, r.Rate!.Value))] }
        : pay;
}
