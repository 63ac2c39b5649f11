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

    /// <summary>
    /// A salary as a yearly range, or null when it has no figure. "From 80k" is the range 80k to 80k: nothing above it is stated.
    /// When the period is missing, the larger figure decides it for both.
    /// </summary>
    public static (decimal Low, decimal High)? YearlyRange(Salary salary)
    {
        if ((salary.Min ?? salary.Max) is not { } low || (salary.Max ?? salary.Min) is not { } high)
            return null;
        var period = salary.Period ?? (high >= SmallestYearlyFigure ? PayPeriod.Year : PayPeriod.Month);
        return (PerYear(low, period), PerYear(high, period));
    }
}
