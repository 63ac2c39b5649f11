using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Catalogue;

/// <summary>Pay per year, for comparing and filtering only; what is shown is always the figure as stated.</summary>
public static class PayMath
{
    private const decimal SmallestYearlyFigure = 10_000m;

    /// <summary>2,080 hours, 260 days, 52 weeks or 12 months a year. Without a period, figures from 10,000 are yearly and smaller ones monthly.</summary>
    public static decimal PerYear(decimal amount, PayPeriod? period) => amount * (period ?? (amount >= SmallestYearlyFigure ? PayPeriod.Year : PayPeriod.Month)) switch
    {
        PayPeriod.Hour => 2_080m,
        PayPeriod.Day => 260m,
        PayPeriod.Week => 52m,
        PayPeriod.Month => 12m,
        _ => 1m,
    };
}
