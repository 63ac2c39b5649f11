using System.Globalization;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The period that an amount without a written one must be meant for, by the usual pay in its currency.</summary>
internal static class PayPeriods
{
    private static readonly Lazy<Dictionary<string, Limits>> ByCurrency = new(Read);

    /// <summary>Null where the amount fits no period, or two.</summary>
    public static PayPeriod? Guess(decimal? amount, string? currency)
    {
        var limits = ByCurrency.Value.GetValueOrDefault(currency ?? "*") ?? ByCurrency.Value["*"];
        if (amount >= limits.YearFrom)
            return PayPeriod.Year;
        if (amount >= limits.MonthFrom && amount < limits.MonthBelow)
            return PayPeriod.Month;
        return amount < limits.HourBelow ? PayPeriod.Hour : null;
    }

    /// <summary>The amount is high enough to be somebody's pay for a month at least.</summary>
    public static bool IsMonthOrMore(decimal? amount, string? currency) => Guess(amount, currency) is PayPeriod.Month or PayPeriod.Year;

    private static Dictionary<string, Limits> Read() =>
        DataFile.Read("pay-periods.tsv").ToDictionary(line => line[0], line => new Limits(Number(line[1]), Number(line[2]), Number(line[3]), Number(line[4])));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record Limits(decimal YearFrom, decimal MonthFrom, decimal MonthBelow, decimal HourBelow);
}
