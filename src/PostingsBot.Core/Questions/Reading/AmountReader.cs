using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Pay: "over 150k", "60-90k dollar", "€70/h", "at least 160,000 a year", "between 60 and 90k". A figure without a comparison is a minimum.</summary>
internal static partial class AmountReader
{
    /// <summary>The longest comparison ("no more than") and a currency of two words.</summary>
    private const int WordsToFigure = 4;

    private const string Currency = @"us\s?\$|c\$|ca\$|a\$|r\$|\$|€|£|¥|₹|usd|eur|euros?|gbp|pounds?|(us )?dollars?|bucks|chf|francs?|cad|aud|inr|rupees|brl|reais|pln|sek|jpy|yen";
    private const string Number = @"\d{1,3}([,.' ]\d{3})+|\d+([.,]\d{1,2})?";
    private const string Minimum = @"(?:starting|start|starts|beginning|paying|pay|pays) (?:at|from|over|above|with)|over|above|more than|at least|minimum( of)?|min|starting (at|from)|north of|upwards of|exceeding|exceeds?|greater than|higher than|beyond|from|>=?|≥|ab|mindestens|mehr als|uber|plus de|au moins|mas de|al menos|mais de|pelo menos|a partir de|acima de|por encima de|better than";
    private const string Maximum = @"under|below|less than|lower than|up to|at most|maximum( of)?|max|no more than|not more than|<=?|≤|unter|bis( zu)?|hochstens|weniger als|moins de|jusqu'a|menos de|hasta|ate|abaixo de";
    private const string OrMore = @"\+|(or|and) (more|up|above|over|higher|upwards?|better)|oder mehr|ou plus|et plus|o mas|ou mais|minimum|min\b|plus\b";
    private const string OrLess = @"(or|and) (less|below|under|lower)|max(imum)?\b|oder weniger|ou moins|o menos|ou menos";
    private const string Per = @"(/\s?|per |an? |the |pro |por |par |al |ao |im |je |p\.? ?)(?<period>h|hr|hour|std|stunde|heure|hora|day|tag|jour|dia|week|woche|semaine|semana|month|mo|monat|mois|mes|year|yr|jahr|an|ano|a|annum)\b|(?<period>hourly|daily|weekly|monthly|yearly|annually)";

    public static IEnumerable<(int Start, int Length, PayConstraint Pay)> Find(string text, bool asksForPay)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            yield break;
        var folded = Text.Words.Fold(text) is { } same && same.Length == text.Length ? same : text.ToLowerInvariant();
        foreach (Match m in Amount.Matches(folded, WordsBefore(folded, folded.AsSpan().IndexOfAnyInRange('0', '9'))))
        {
            if (Read(m, asksForPay) is { } pay)
                yield return (m.Index, m.Length, pay);
        }
    }

    /// <summary>Where the words begin that may say how the first figure is meant: the rest of the text need not be tried.</summary>
    private static int WordsBefore(string text, int digit)
    {
        var start = digit;
        for (var words = 0; start > 0 && words <= WordsToFigure; start--)
        {
            if (text[start - 1] == ' ')
                words++;
        }

        return start;
    }

    private static PayConstraint? Read(Match m, bool asksForPay)
    {
        var thousands = m.Groups["k1"].Success || m.Groups["k2"].Success;
        var currency = CurrencyOf(m.Groups["c"]);
        var first = Value(m.Groups["a"].Value, m.Groups["k1"].Success || (thousands && m.Groups["b"].Success));
        decimal? second = m.Groups["b"].Success ? Value(m.Groups["b"].Value, m.Groups["k2"].Success) : null;
        var compared = m.Groups["min"].Success || m.Groups["max"].Success || m.Groups["more"].Success || m.Groups["less"].Success || second is not null;
        var period = PeriodOf(m.Groups["period"].Value);
        if (first is 401_000 or 403_000 && currency is null && !compared)
            return null;
        var marked = thousands || currency is not null || (compared && period is { } per && first >= LeastPer(per));
        if (!marked && (!asksForPay || !compared || LooksLikeYear(first) || (first < 1000 && period is null && first < 20)))
            return null;
        if (!thousands && period is null && first is >= 20 and < 1000)
            (first, second) = (first * 1000, second * 1000);
        if (second is { } upper)
            return new PayConstraint(Math.Min(first, upper), Math.Max(first, upper), currency, period);
        return m.Groups["max"].Success || m.Groups["less"].Success
            ? new PayConstraint(null, first, currency, period) { IsOpen = IsOpen(m.Groups["max"]) }
            : new PayConstraint(first, null, currency, period) { IsOpen = IsOpen(m.Groups["min"]) };
    }

    private static bool IsOpen(Group comparison) => comparison.Success && (Open.Contains(comparison.Value) || Open.Contains(comparison.Value[(comparison.Value.LastIndexOf(' ') + 1)..]));

    private static readonly HashSet<string> Open =
    [
        "over", "above", "more than", "north of", "exceeding", "exceeds", "exceed", "greater than", "higher than", "beyond", "better than", ">", "mehr als", "uber", "plus de", "mas de", "mais de", "acima de", "por encima de",
        "under", "below", "less than", "lower than", "<", "unter", "weniger als", "moins de", "menos de", "abaixo de",
    ];

    /// <summary>Smaller figures per period are hours, days or meetings, not pay.</summary>
    private static decimal LeastPer(PayPeriod period) => period is PayPeriod.Hour ? 8 : period is PayPeriod.Day ? 50 : 100;

    private static bool LooksLikeYear(decimal value) => value is >= 1950 and <= 2100;

    private static decimal Value(string digits, bool thousands)
    {
        var grouped = Grouped().IsMatch(digits);
        var plain = grouped ? new string([.. digits.Where(char.IsAsciiDigit)]) : digits.Replace(',', '.');
        var value = decimal.TryParse(plain.Length > 12 ? plain[..12] : plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var v) ? v : 0;
        return thousands ? value * 1000 : value;
    }

    private static string? CurrencyOf(Group group)
    {
        foreach (Capture capture in group.Captures)
        {
            var code = capture.Value.Trim().Replace(" ", "", StringComparison.Ordinal) switch
            {
                "$" or "us$" or "usd" or "dollar" or "dollars" or "usdollar" or "usdollars" or "bucks" => "USD",
                "€" or "eur" or "euro" or "euros" => "EUR",
                "£" or "gbp" or "pound" or "pounds" => "GBP",
                "chf" or "franc" or "francs" => "CHF",
                "c$" or "ca$" or "cad" => "CAD",
                "a$" or "aud" => "AUD",
                "r$" or "brl" or "reais" => "BRL",
                "₹" or "inr" or "rupees" => "INR",
                "¥" or "jpy" or "yen" => "JPY",
                var other => other.ToUpperInvariant(),
            };
            return code;
        }

        return null;
    }

    private static PayPeriod? PeriodOf(string text) => text switch
    {
        "h" or "hr" or "hour" or "std" or "stunde" or "heure" or "hora" or "hourly" => PayPeriod.Hour,
        "day" or "tag" or "jour" or "dia" or "daily" => PayPeriod.Day,
        "week" or "woche" or "semaine" or "semana" or "weekly" => PayPeriod.Week,
        "month" or "mo" or "monat" or "mois" or "mes" or "monthly" => PayPeriod.Month,
        "" => null,
        _ => PayPeriod.Year,
    };

    [GeneratedRegex(@"^\d{1,3}([,.' ]\d{3})+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Grouped();

    // Interpreted: the generated code of its alternatives would be 400 KB.
    private static readonly Regex Amount = new(
        @"(?<![\w.])(((?<min>" + Minimum + @")|(?<max>" + Maximum + @")|between|zwischen|entre|around|about|circa|ca\.?|~)\s*)?"
        + @"(?<c>" + Currency + @")?\s?(?<![\d.,])(?<a>" + Number + @")(?<k1>\s?(k|thousand|tausend|mil)\b)?(\s?(?<c>" + Currency + @")(?!\w))?"
        + @"(\s?(-|–|to|and|bis|und|a|y|et|e|till|until)\s?(?<c>" + Currency + @")?\s?(?<b>" + Number + @")(?<k2>\s?(k|thousand|tausend|mil)\b)?)?"
        + @"(\s?(?<c>" + Currency + @")(?!\w))?(\s?((?<more>" + OrMore + @")|(?<less>" + OrLess + @")))?(\s?(?<c>" + Currency + @")(?!\w))?(\s?(" + Per + @"))?(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));
}
