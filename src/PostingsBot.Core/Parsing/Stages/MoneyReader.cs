using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Reads amounts of money and ranges of them from one line, with currency and period where they are written.</summary>
internal static partial class MoneyReader
{
    private const int LongestLead = 6;
    private static readonly SearchValues<char> PayInChina = SearchValues.Create("薪资");
    private static readonly SearchValues<char> LeadStarts = SearchValues.Create("$€£¥₹₩₪₱₴₽zABCDEGHIJKMNPRSTUZ円元원 ");
    private static readonly Cue AmountCue = new(Amount, Patterns.SameCase);

    /// <summary>A range or amount in a text. HasMark: a currency or a "k" stands beside it, so that it is surely money.</summary>
    public sealed record Money(int Start, int Length, decimal? Min, decimal? Max, string? Currency, PayPeriod? Period, bool HasMark);

    public static IReadOnlyList<Money> Read(SharedText shared)
    {
        var found = new List<Money>();
        var text = shared.Value;
        foreach (var match in Amounts(shared))
        {
            if (Number(match.Groups["min"].Value) is not { } min)
                continue;
            var max = match.Groups["max"].Success ? Number(match.Groups["max"].Value) : null;
            var (k1, k2) = (match.Groups["k1"].Value.Trim(), match.Groups["k2"].Value.Trim());
            var marked = k1.Length + k2.Length > 0;
            if (marked)
            {
                min = Multiply(min, k1.Length > 0 ? k1 : k2);
                max = max is null ? null : Multiply(max.Value, k2.Length > 0 ? k2 : k1);
            }

            else if (max is { } whole && min < 1000 && min * 1000 <= whole && whole >= 10_000 && match.Groups["max"].Value.AsSpan().ContainsAny(',', '.'))
            {
                min *= 1000;
            }

            var (before, after) = Around(text, match);
            var named = match.Groups["c1"].Value.Trim() is "$" ? WhoseDollars(match, after) : null;
            var currency = named ?? Currency(match.Groups["c1"].Value) ?? Currency(match.Groups["c2"].Value) ?? Currency(match.Groups["c3"].Value)
                ?? Currency(after) ?? Currency(before[Math.Max(0, before.Length - 12)..]);
            if (max is { } second && second < min)
                (min, max) = (second, min);
            currency = Yuan(text, currency, match.Value, marked);
            // Lakhs are counted in rupees.
            if (currency is null && (k1 + k2).Contains('l', StringComparison.OrdinalIgnoreCase))
                currency = "INR";
            var unit = Large().IsMatch(after) || (currency is null && Counted().IsMatch(after));
            if (unit || min <= 0)
                continue;
            var ceiling = max is null && Ceiling().IsMatch(before);
            var upper = max ?? (IsFloor(before, after) && !ceiling ? null : min);
            var period = Period(match.Value) ?? (LabelInFront().Match(before) is { Success: true } label ? Period(label.Value) : null) ?? Period(after) ?? Period(before);
            found.Add(new Money(match.Index, match.Length, ceiling ? null : min, upper, currency, period, currency is not null || marked));
        }

        return found;
    }

    // An amount begins with the first digit of a number, or with the currency and the blank before it: nowhere else is the expression tried.
    private static IEnumerable<Match> Amounts(SharedText shared)
    {
        var text = shared.Value;
        var end = 0;
        for (var digit = 0; digit < text.Length && AmountCue.MayMatch(shared); digit++)
        {
            var isFirst = char.IsDigit(text[digit]) && (digit == 0 || (text[digit - 1] is not ('.' or ',' or '，') && !char.IsDigit(text[digit - 1])));
            if (!isFirst || AmountAt(text, end, digit) is not { } match)
                continue;
            yield return match;
            end = match.Index + match.Length;
            digit = end - 1;
        }
    }

    private static Match? AmountAt(string text, int end, int digit)
    {
        for (var start = Math.Max(end, digit - LongestLead); start <= digit; start++)
        {
            if ((start == digit || LeadStarts.Contains(text[start])) && AmountCue.Expression.Match(text, start) is { Success: true } match)
                return match;
        }

        return null;
    }

    /// <summary>False for a line without a number, in which <see cref="Read"/> finds nothing.</summary>
    public static bool MayHoldAmount(OutlineLine line) => AmountCue.MayMatch(line);

    /// <summary>The line holds a number and a currency; other lines state no pay.</summary>
    public static bool MayHoldPay(OutlineLine line) =>
        MayHoldAmount(line) && (line.Text.Contains('$', StringComparison.Ordinal) || Terms.Currencies.Find(line.Text, line.Shared.Words).Count > 0);

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

    // "$30,000 MXN", "$90k–$110k CAD": the code behind says whose dollars.
    private static string? WhoseDollars(Match match, string after) =>
        new[] { match.Groups["c3"].Value.Trim(), match.Groups["c2"].Value.Trim(), after.Length > 3 ? after[..4].Trim() : "" }.Where(code => code.Length > 1).Select(Currency).FirstOrDefault(code => code is not null);

    // "£36–45k": the sign behind the second amount holds for the first. "4～8百万円", "400万円" count in hundreds and tens of thousands.
    private static decimal Multiply(decimal value, string sign) => sign switch
    {
        "百万" => value * 1_000_000,
        "w" or "W" or "万" or "萬" or "만" => value * 10_000,
        "LPA" or "lpa" or "lakh" or "lakhs" or "lac" or "lacs" => value * 100_000,
        _ => value < 1000 ? value * 1000 : value,
    };

    // Chinese postings write "20-30k" or "¥20-30k" and mean yuan; their word for pay tells them from Japanese ones.
    private static string? Yuan(string text, string? currency, string written, bool marked) =>
        (currency is null && marked) || (currency is "JPY" && written.Contains('¥', StringComparison.Ordinal))
            ? text.AsSpan().ContainsAny(PayInChina) && !text.Contains('資', StringComparison.Ordinal) ? "CNY" : currency
            : currency;

    private static bool IsFloor(string before, string after) => Floor().IsMatch(before) || after.StartsWith('+') || after.TrimStart().StartsWith('起');

    // A bare dollar sign is the US dollar in postings; other dollars are written with their country.
    private static string? Currency(string text)
    {
        if (text.Length == 0)
            return null;
        if (Terms.Currencies.Find(text) is { Count: > 0 } found)
            return found[0].Value;
        return text.Trim() is "$" ? "USD" : null;
    }

    // "1.234,50", "1,234.50", "1 234", "65.000": a last group of three digits is thousands.
    private static decimal? Number(string text)
    {
        var digits = text.Replace('，', ',').Replace(" ", "").Replace("\u00A0", "").Replace("\u202F", "").Replace("'", "").TrimEnd('.', ',');
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last >= 0)
        {
            var isDecimal = digits.Length - last - 1 is 1 or 2;
            digits = digits[..last].Replace(".", "").Replace(",", "") + (isDecimal ? "." : "") + digits[(last + 1)..];
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000 ? value : null;
    }

    private const string Symbol = @"(?:US\$|USD ?\$?|CA\$|CAD ?\$?|C\$|A\$|AU\$|NZ\$|NT\$|R\$|S\$|HK\$|MX\$|\$|€|£|¥|₹|₩|₪|₱|₴|₽|zł|EUR|GBP|CHF|BRL|INR|JPY|TWD|PLN|SEK|NOK|DKK|AUD|NZD|SGD|HKD|MXN|CNY|RMB|KRW|ZAR|ILS|CZK|HUF|AED|COP|CLP|ARS|円|元|원)";
    private const string Digits = @"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[., \u00A0\u202F'’，]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?";
    private const string Short = @" ?[kK](?![A-Za-z])|[wW](?![A-Za-z0-9])|百万|[万萬만]| ?(?:LPA|lpa|lakhs?|lacs?)\b";
    private const string Unit = @"(?: ?(?:/|per|an?|pro|por) ?(?:year|annum|hour|month|week|day|yr|hr|mo|h)\b)?";

    private const string Amount = @"\G(?<c1>" + Symbol + @")? ?(?<![\d.,])(?<min>" + Digits + @")(?<k1>" + Short + @")? ?(?<c2>" + Symbol + @")?" + Unit
        + @"(?: ?(?:(?:-|–|—|~|〜|～|/|up to|"" max=""|to|até|hasta|bis|à|and|und|y|et|e|a|or|hoặc|đến|tới) ?~?(?<c3>" + Symbol + @")? ?|(?<c3>" + Symbol + @"))(?<max>" + Digits + @")(?<k2>" + Short + @")?)?(?![\d%])";

    [GeneratedRegex(@"\b(up to|upto|max(imum)?\.?( of)?|bis( zu)?|jusqu['’]à|até|hasta)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Ceiling();

    // "月給 350,000円（想定年収 4,200,000円）": each amount has its period in front.
    [GeneratedRegex(@"(月給|月収|月薪|年収|年俸|年薪|時給|時薪|日給|日薪|월급|연봉|시급|일급)\W{0,3}$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LabelInFront();

    [GeneratedRegex(@"^\s*(billion|million|bn|mm|m\b|b\b|mio|mrd|%)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Large();

    [GeneratedRegex(@"^\s*(years?|hours?|days?|weeks?|months?|个月|個月|薪|employees|people|users|customers)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(from|starting( at)?|starts at|at least|minimum|min\.?|ab|à partir de|a partir de|desde)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Floor();

    [GeneratedRegex(@"(?<hour>hourly|(per|an|/) ?hour\b|/ ?h(ou)?rs?\b|時薪|時給|시급|por hora|pro stunde|pro std|(de l)?['’]heure)|(?<day>(per|a|/) ?day\b|daily rate|day rate|日薪|日給|일급|tagessatz|pro tag|par jour|por d[ií]a)|(?<week>(per|a|/) ?week\b|weekly)|(?<month>monthly|(per|a|/) ?month\b|/ ?mo\b|/月|月薪|月給|月収|월급|por m[eê]s|pro monat|par mois|mensal|mensais|\bMONTH\b)|(?<year>(per|a|/) ?(year|annum)\b|\bLPA\b|(lakhs?|lacs?) per annum|(per|a|/) ?(yr)\b|annual(ly)?|anua(l|les|lmente)|yearly|\bp\.?a\.?(\s|$)|/ ?y(ea)?r\b|年收|年俸|年収|年薪|연봉|al año|brut(to)? annuel|jahres(gehalt|brutto)|por ano|pro jahr|par an|/年|base salary)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PeriodWords();
}
