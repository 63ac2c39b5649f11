using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Pay. The text's own sentence about pay weighs more than a header's figure, which scrapers make up; funding, markets and bonuses are none.</summary>
internal sealed partial class SalaryStage : IStage<IReadOnlyList<Stated<Salary>>>
{
    private const int MaxLine = 4000;

    public Verdict<IReadOnlyList<Stated<Salary>>> Read(RoleScope role, Findings found)
    {
        var salaries = role.GivenSalaries.Count > 0 ? WithPeriods(role.GivenSalaries) : FromMinAndMax(role, found);
        if (salaries.Count == 0 && role.IsRecord)
            salaries = FromLabels(role);
        if (salaries.Count == 0)
            salaries = FromText(role.Blocks);
        if (salaries.Count == 0)
            salaries = FromLabels(role);
        return salaries.Count == 0 ? Verdict<IReadOnlyList<Stated<Salary>>>.None : Verdict<IReadOnlyList<Stated<Salary>>>.Found(salaries);
    }

    private static List<Stated<Salary>> WithPeriods(IReadOnlyList<Stated<Salary>> given) =>
        [.. given.Select(pay => pay with { Value = pay.Value with { Period = pay.Value.Period ?? Guess(pay.Value.Min ?? pay.Value.Max) } })];

    private static List<Stated<Salary>> FromMinAndMax(RoleScope role, Findings found)
    {
        var min = role.LabelledAs(Label.SalaryMin).Select(value => (Amount: Amount(value.Value), value.Evidence)).FirstOrDefault(value => value.Amount > 0);
        var max = role.LabelledAs(Label.SalaryMax).Select(value => (Amount: Amount(value.Value), value.Evidence)).FirstOrDefault(value => value.Amount > 0);
        if (min.Amount is null && max.Amount is null)
            return [];
        var line = role.LabelledAs(Label.Salary).SelectMany(value => MoneyReader.Read(value.Value)).FirstOrDefault();
        var written = role.LabelledAs(Label.Salary).FirstOrDefault();
        var currency = role.LabelledAs(Label.SalaryCurrency).Select(value => value.Value.ToUpperInvariant()).FirstOrDefault() ?? line?.Currency ?? Yuan(written?.Evidence.Text);
        var period = role.LabelledAs(Label.SalaryPeriod).Select(value => MoneyReader.Period("per " + value.Value)).FirstOrDefault() ?? PeriodOfTitle(found) ?? line?.Period;
        return [new Stated<Salary>(new Salary(min.Amount, max.Amount, currency, period ?? Guess(min.Amount ?? max.Amount)), (min.Evidence ?? max.Evidence)!)];
    }

    private static List<Stated<Salary>> FromLabels(RoleScope role)
    {
        foreach (var value in role.LabelledAs(Label.Salary).OrderBy(value => value.Origin))
        {
            if (value.Origin is LabelOrigin.Mark && SumOfLimits().IsMatch(value.Value))
                continue;
            var money = MoneyReader.Read(value.Value).FirstOrDefault(money => money.HasMark || value.Value.Length < 30);
            if (money is not null && value.Value.StartsWith('~'))
                money = money with { Min = null };
            if (money is not null)
                return [ToSalary(money, value.Evidence, value.Value)];
        }

        return [];
    }

    private static List<Stated<Salary>> FromText(IReadOnlyList<Block> blocks)
    {
        var found = new List<Stated<Salary>>();
        var announced = false;
        foreach (var block in blocks)
        {
            // "Our salary ranges are the following:" speaks for the list under it.
            if (block.Kind is not BlockKind.ListItem)
                announced = PayWords().IsMatch(block.Text) && (block.Kind is BlockKind.Heading || block.Text.EndsWith(':'));
            if (block.Kind is BlockKind.Heading)
                continue;
            foreach (var line in block.Lines.Where(line => line.Text.Length <= MaxLine))
                ReadLine(line, announced || PayWords().IsMatch(line.Text), found);
        }

        return found;
    }

    private static void ReadLine(OutlineLine line, bool announced, List<Stated<Salary>> found)
    {
        foreach (var money in MoneyReader.Read(line.Text))
        {
            var before = line.Text[Math.Max(0, money.Start - 60)..money.Start];
            if (!money.HasMark || money.Currency is null || NoPay().IsMatch(before) || !IsLikely(money) || !(announced || money.Period is not null))
                continue;
            var salary = ToSalary(money, line.ToEvidence(), line.Text);
            if (!found.Contains(salary))
                found.Add(salary);
        }
    }

    private static Stated<Salary> ToSalary(MoneyReader.Money money, Evidence evidence, string text) =>
        new(new Salary(money.Min, money.Max, money.Currency, money.Period ?? MoneyReader.Period(text) ?? Guess(money.Max ?? money.Min)), evidence);

    // 元 is the Taiwan dollar where the text around it is in traditional characters.
    private static string? Yuan(string? text) => text is null || !text.Contains('元') ? null : text.Contains('資') ? "TWD" : "CNY";

    private static PayPeriod? PeriodOfTitle(Findings found) => found.Title is { } title ? MoneyReader.Period(title.Value) : null;

    // A day's pay is rarely above some thousands, a month's rarely above 15,000 in the currencies that postings use.
    private static PayPeriod? Guess(decimal? amount) => amount switch
    {
        >= 20_000 => PayPeriod.Year,
        >= 1_000 and < 15_000 => PayPeriod.Month,
        < 250 => PayPeriod.Hour,
        _ => null,
    };

    private static bool IsLikely(MoneyReader.Money money) =>
        (money.Max ?? money.Min) is >= 15_000 and <= 5_000_000 || money.Period is PayPeriod.Hour or PayPeriod.Day or PayPeriod.Week or PayPeriod.Month;

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    // Scraped headers write minimum plus maximum as one number with a decimal point.
    [GeneratedRegex(@"^\W*\d+\.0\b", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex SumOfLimits();

    [GeneratedRegex(@"\b(salary|salaries|pay|compensation|wage|hourly|per hour|per year|annually|base|OTE|range|remuneration|gehalt|salaire|salário|remuneração|per month|earn)\b|薪|給", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PayWords();

    [GeneratedRegex(@"\b(bonus|funding|raised|revenue|market|budget|stipend|allowance|reimburse\w*|ARR|valuation|investment|worth|up to \$?\d+ for|referral|per diem|contribution|series [A-E]|sign-on|equity|grant|401)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoPay();
}
