using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Export;

/// <summary>Pay in the words of <see cref="Answers.Show.Salary"/>, with every digit: "EUR 70000–90000.5 per year", "from 150000", "up to USD 60 per hour".</summary>
internal static partial class PayText
{
    public static string Write(Salary pay)
    {
        var text = new StringBuilder(pay.Min is null ? "up to " : pay.Max is null ? "from " : "");
        text.Append(pay.Currency is null ? "" : pay.Currency + " ").Append(Amount(pay.Min ?? pay.Max ?? 0));
        if (pay is { Min: not null, Max: { } max } && max != pay.Min)
            text.Append('–').Append(Amount(max));
        return text.Append(pay.Period is { } period ? " per " + TermNames.Of(period) : "").ToString();
    }

    /// <summary>Null when the text is anything else.</summary>
    public static Salary? Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || !TryAmount(match.Groups["one"], out var one))
            return null;
        var lead = match.Groups["lead"].Value;
        var other = match.Groups["other"] is { Success: true } group && TryAmount(group, out var second) ? second : one;
        var period = match.Groups["period"].Success ? Enum.GetValues<PayPeriod>().Cast<PayPeriod?>().FirstOrDefault(value => TermNames.Of(value!.Value) == match.Groups["period"].Value) : null;
        return new Salary(lead is "up to " ? null : one, lead is "from " ? null : other, match.Groups["currency"].Success ? match.Groups["currency"].Value : null, period);
    }

    private static string Amount(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);

    private static bool TryAmount(Group group, out decimal amount) => decimal.TryParse(group.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);

    [GeneratedRegex(@"^(?<lead>from |up to )?((?<currency>[^\s\d]{1,12}) )?(?<one>\d[\d.,]{0,30})(–(?<other>\d[\d.,]{0,30}))?( per (?<period>[a-z]{1,10}))?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Form();
}
