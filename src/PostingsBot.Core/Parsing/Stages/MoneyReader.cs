using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Reads amounts of money and ranges of them from one line, with currency and period where they are written.</summary>
internal static partial class MoneyReader
{
    private static readonly Cue AmountCue = new(Amount());

    /// <summary>A range or amount in a text. HasMark: a currency or a "k" stands beside it, so that it is surely money.</summary>
    public sealed record Money(int Start, int Length, decimal? Min, decimal? Max, string? Currency, PayPeriod? Period, bool HasMark);

    public static IReadOnlyList<Money> Read(SharedText shared)
    {
        var found = new List<Money>();
        var text = shared.Value;
        foreach (var match in AmountCue.Matches(shared))
        {
            if (Number(match.Groups["min"].Value) is not { } min)
                continue;
            var max = match.Groups["max"].Success ? Number(match.Groups["max"].Value) : null;
            var k1 = match.Groups["k1"].Success;
            var k2 = match.Groups["k2"].Success;
            if (k2 || k1)
            {
                min = Thousands(min, k1 || (max is not null && k2));
                max = max is null ? null : Thousands(max.Value, k2 || k1);
            }

            var (before, after) = Around(text, match);
            var currency = Currency(match.Groups["c1"].Value) ?? Currency(match.Groups["c2"].Value) ?? Currency(match.Groups["c3"].Value)
                ?? Currency(after) ?? Currency(before[Math.Max(0, before.Length - 12)..]);
            if (max is { } upper && upper < min)
                (min, max) = (upper, min);
            var unit = Large().IsMatch(after) || (currency is null && Counted().IsMatch(after));
            if (!unit && min > 0)
                found.Add(new Money(match.Index, match.Length, min, max ?? (IsFloor(before, after) ? null : min), currency, Period(after) ?? Period(before), currency is not null || k1 || k2));
        }

        return found;
    }

    public static PayPeriod? Period(string text)
    {
        var match = PeriodWords().Match(text);
        if (!match.Success)
            return null;
        return match.Groups.Keys.Where(name => name.Length > 1).First(name => match.Groups[name].Success) switch
        {
            "hour" => PayPeriod.Hour,
            "day" => PayPeriod.Day,
            "week" => PayPeriod.Week,
            "month" => PayPeriod.Month,
            _ => PayPeriod.Year,
        };
    }

    private static (string Before, string After) Around(string text, Match match)
    {
        var before = text[Math.Max(0, match.Index - 40)..match.Index];
        var end = match.Index + match.Length;
        return (before, text[end..Math.Min(text.Length, end + 25)]);
    }

    private static decimal Thousands(decimal value, bool isShort) => isShort && value < 1000 ? value * 1000 : value;

    private static bool IsFloor(string before, string after) => Floor().IsMatch(before) || after.StartsWith('+') || after.TrimStart().StartsWith('起');

    // A bare dollar sign is the US dollar in postings; other dollars are written with their country.
    private static string? Currency(string text)
    {
        if (Terms.Currencies.Find(text) is { Count: > 0 } found)
            return found[0].Value;
        return text.Trim() is "$" ? "USD" : null;
    }

    // "1.234,50", "1,234.50", "1 234", "65.000": a last group of three digits is thousands.
    private static decimal? Number(string text)
    {
        var digits = text.Replace(" ", "").Replace("\u00A0", "").Replace("\u202F", "").Replace("'", "").TrimEnd('.', ',');
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last >= 0)
        {
            var isDecimal = digits.Length - last - 1 is 1 or 2;
            digits = digits[..last].Replace(".", "").Replace(",", "") + (isDecimal ? "." : "") + digits[(last + 1)..];
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000 ? value : null;
    }

    private const string Symbol = @"(?:US\$|USD ?\$?|CA\$|CAD ?\$?|C\$|A\$|AU\$|NZ\$|NT\$|R\$|S\$|HK\$|\$|€|£|¥|₹|zł|EUR|GBP|CHF|BRL|INR|JPY|TWD|PLN|SEK|NOK|DKK|円|元)";
    private const string Digits = @"\d{1,3}(?:[., \u00A0\u202F']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?";

    [GeneratedRegex(@"(?<c1>" + Symbol + @")? ?(?<![\d.,])(?<min>" + Digits + @")(?<k1> ?[kK](?![A-Za-z]))? ?(?<c2>" + Symbol + @")?(?: ?(?:-|–|—|~|～|/|to|até|bis|à|and|und) ?~?(?<c3>" + Symbol + @")? ?(?<max>" + Digits + @")(?<k2> ?[kK](?![A-Za-z]))?)?(?![\d%])", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\s*(billion|million|bn|mm|m\b|b\b|mio|mrd|%)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Large();

    [GeneratedRegex(@"^\s*(years?|hours?|days?|weeks?|months?|employees|people|users|customers)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(from|starting( at)?|starts at|at least|minimum|min\.?|ab|à partir de|a partir de|desde)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Floor();

    [GeneratedRegex(@"(?<hour>hourly|(per|an|/) ?hour\b|/ ?h(ou)?rs?\b|時薪|por hora|pro stunde)|(?<day>(per|a|/) ?day\b|daily rate|日薪)|(?<week>(per|a|/) ?week\b|weekly)|(?<month>monthly|(per|a|/) ?month\b|/ ?mo\b|/月|月薪|por m[eê]s|pro monat|par mois|mensal|mensais|\bMONTH\b)|(?<year>(per|a|/) ?(year|annum)\b|annual(ly)?|yearly|\bp\.?a\.?(\s|$)|/ ?y(ea)?r\b|年收|年俸|por ano|pro jahr|par an|/年|base salary)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PeriodWords();
}
