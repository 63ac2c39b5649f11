using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Recruiting;

/// <summary>Pay as a correction gives it: whole ("90–110k EUR"), relative ("by 10k", "by 5%"), or one end of the range ("raise the maximum to 150k").</summary>
internal static partial class PayCorrection
{
    /// <summary>Less than this per year is pay for an hour or a day.</summary>
    private const decimal SmallestYear = 1000;

    /// <summary>"USDT" is written as a currency is, "bonus" is not.</summary>
    private const int LongestCode = 5;

    private static readonly HashSet<string> Known =
    [
        .. ("k m per year years yr yearly annum annual annually pa p.a a an hour hours hourly hr h day days daily week weekly month monthly mo the to and from up between until at least most minimum maximum min max gross net brutto base salary pay plus about "
            + "around ca approx or more over under before tax taxes or range is are of for only k€ tausend lakh lakhs lpa each dollar dollars euro euros pound pounds franc francs us").Split(' '),
    ];

    public static FieldReading Read(string verb, string joint, string value, Posting current)
    {
        if (joint is "by" || (verb.Length > 0 && Percent().IsMatch(value)))
            return By(verb, value, current);
        if (Unknown(value) is { } unknown)
            return unknown;
        if (ParsedValue.OfKey("salary", value)?.Salaries is not { Count: > 0 } read)
            return FieldReading.Problem(CorrectionWording.UnreadValue(RoleField.Pay, value));
        var notes = new List<string>();
        var said = read[0].Value;
        var pay = Completed(said, value, current, notes);
        if (OneEnd(value) is { } isMax && (verb.Length > 0 || current.Salaries.Count == 1) && pay.Min is { } or && current.Salaries is [{ Value: var range }])
            return End(range, pay.Max ?? pay.Min!.Value, isMax, notes);
        var isFlat = pay.Min == pay.Max;
        if (isFlat && current.Salaries is { Count: > 0 } before && (before.Count > 1 || before[0].Value.Min != before[0].Value.Max))
            notes.Add(CorrectionWording.Replaces(PostingFields.Text(RoleField.Pay, current)));
        return Stated([.. read.Select((_, i) => i == 0 ? pay : Completed(read[i].Value, value, current, []))], notes);
    }

    /// <summary>What is unsaid is as it was.</summary>
    private static Salary Completed(Salary said, string value, Posting current, List<string> notes)
    {
        var before = current.Salaries.Count > 0 ? current.Salaries[0].Value : null;
        var kept = new List<string>();
        var currency = said.Currency;
        if (currency is null && before?.Currency is not null)
            kept.Add(currency = before.Currency);
        var period = said.Period;
        if (MoneyReader.Period(value) is null)
        {
            var fits = before?.Period is not null && !(before.Period is PayPeriod.Year && (said.Max ?? said.Min) < SmallestYear);
            if (fits)
                kept.Add("per " + TermNames.Of((period = before!.Period)!.Value));
            else if (period is { } guess)
                notes.Add(CorrectionWording.AsGuessed("per " + TermNames.Of(guess)));
        }

        if (kept.Count > 0)
            notes.Add(CorrectionWording.Kept(string.Join(" ", kept)));
        return said with { Currency = currency, Period = period };
    }

    private static FieldReading By(string verb, string value, Posting current)
    {
        if (current.Salaries.Count == 0)
            return FieldReading.Problem(CorrectionWording.NoPayToRaise(verb.Length == 0 ? "change" : verb));
        if (Unknown(value) is { } unknown)
            return unknown;
        var sign = verb is "lower" or "reduce" or "cut" or "decrease" or "drop" or "lowered" or "reduced" or "dropped" ? -1 : 1;
        Func<decimal, decimal> change;
        if (Percent().Match(value) is { Success: true } percent)
        {
            var part = decimal.Parse(percent.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) / 100;
            change = amount => Math.Round(amount * (1 + (sign * part)));
        }
        else if (ParsedValue.OfKey("salary", value)?.Salaries is [{ Value: { Min: { } or } by }, ..])
        {
            if (by.Currency is { } currency && current.Salaries[0].Value.Currency is { } before && currency != before)
                return FieldReading.Problem(CorrectionWording.UnreadValue(RoleField.Pay, value));
            change = amount => amount + (sign * by.Min!.Value);
        }
        else
        {
            return FieldReading.Problem(CorrectionWording.UnreadValue(RoleField.Pay, value));
        }

        var pay = current.Salaries.Select(one => one.Value with { Min = one.Value.Min is { } min ? change(min) : null, Max = one.Value.Max is { } max ? change(max) : null }).ToList();
        return pay.Exists(one => one.Min <= 0 || one.Max <= 0) ? FieldReading.Problem(CorrectionWording.BelowZero) : Stated(pay, []);
    }

    private static FieldReading End(Salary range, decimal amount, bool isMax, List<string> notes)
    {
        var pay = isMax ? range with { Max = amount } : range with { Min = amount };
        if (pay.Min > pay.Max)
            return FieldReading.Problem(CorrectionWording.MinAboveMax);
        if ((isMax ? range.Min : range.Max) is { } other)
            notes.Add(CorrectionWording.Kept($"the {(isMax ? "minimum" : "maximum")} of {other.ToString("#,##0.##", CultureInfo.InvariantCulture)}"));
        return Stated([pay], notes);
    }

    private static FieldReading Stated(IReadOnlyList<Salary> pay, IReadOnlyList<string> notes)
    {
        var said = new Evidence(1, 1, "");
        return new FieldReading([RoleField.Pay], PostingFields.Blank with { Salaries = [.. pay.Select(one => new Stated<Salary>(one, said))] }) { Notes = notes };
    }

    /// <summary>Words that are no part of pay: an unknown currency, or something that is no figure.</summary>
    private static FieldReading? Unknown(string value)
    {
        if (!value.Any(char.IsDigit))
            return FieldReading.Problem(CorrectionWording.NoFigure(value));
        var known = Terms.Currencies.Find(value);
        foreach (var match in Letters().Matches(value).Cast<Match>())
        {
            if (Known.Contains(Words.Fold(match.Value).Trim('.')) || known.Any(term => match.Index < term.Start + term.Length && term.Start < match.Index + match.Length) || ReadsAsCurrency(match.Value))
                continue;
            return FieldReading.Problem(match.Length <= LongestCode && !match.Value.Any(char.IsLower) ? CorrectionWording.UnknownCurrency(match.Value) : CorrectionWording.NoPartOfPay(match.Value));
        }

        return null;
    }

    private static bool ReadsAsCurrency(string word) => ParsedValue.OfKey("salary", "50000 " + word)?.Salaries is [{ Value.Currency: not null }, ..];

    private static bool? OneEnd(string value) =>
        Top().IsMatch(value) ? true : Bottom().IsMatch(value) ? false : null;

    [GeneratedRegex(@"(?<n>\d{1,3}([.,]\d{1,2})?) ?(%|percent|per cent)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\p{L}[\p{L}.]*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\b(maximum|max|top|upper)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Top();

    [GeneratedRegex(@"\b(minimum|min|bottom|lower end)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bottom();
}
