using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Pay. The text's own sentence about pay weighs more than a header's figure, which scrapers make up; funding, markets and bonuses are none.</summary>
internal sealed partial class SalaryStage : IStage<IReadOnlyList<Stated<Salary>>>
{
    private const int MaxLine = 10_000;
    private const int MaxAlone = 300;
    private const int MaxBeside = 45;
    private const int MaxRate = 60;
    private const decimal SmallestRate = 15;
    private const decimal SmallestYear = 15_000;
    private static readonly Dictionary<string, string> Dollars = DataFile.Read("dollars.tsv").ToDictionary(line => line[0], line => line[1]);
    private static readonly Cue PayWordsCue = new(PayWords, Patterns.AnyCase);

    public Verdict<IReadOnlyList<Stated<Salary>>> Read(RoleScope role, Findings found)
    {
        var salaries = role.GivenSalaries.Count > 0 ? WithPeriods(role.GivenSalaries) : FromMinAndMax(role, found);
        if (salaries.Count == 0 && role.IsRecord)
            salaries = FromLabels(role);
        if (salaries.Count == 0)
            salaries = FromText(role.Blocks);
        if (salaries.Count == 0)
            salaries = FromHeadings(role.Blocks);
        if (salaries.Count == 0)
            salaries = FromLabels(role);
        if (salaries.Count == 0)
            salaries = FromDescription(role);
        salaries = [.. salaries.Select(pay => InLocalDollars(pay, found.Places))];
        return salaries.Count == 0 ? Verdict<IReadOnlyList<Stated<Salary>>>.None : Verdict<IReadOnlyList<Stated<Salary>>>.Found(salaries);
    }

    private static List<Stated<Salary>> WithPeriods(IReadOnlyList<Stated<Salary>> given) =>
        [.. given.Select(pay => pay with { Value = pay.Value with { Period = pay.Value.Period ?? PayPeriods.Guess(pay.Value.Min ?? pay.Value.Max, pay.Value.Currency) } })];

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
        return [new Stated<Salary>(new Salary(min.Amount, max.Amount, currency, period ?? PayPeriods.Guess(min.Amount ?? max.Amount, currency)), Both(min.Evidence, max.Evidence))];
    }

    private static Evidence Both(Evidence? min, Evidence? max) => (min, max) switch
    {
        ({ } a, { } b) when a != b => new Evidence(Math.Min(a.FirstLine, b.FirstLine), Math.Max(a.LastLine, b.LastLine), $"{a.Text}, {b.Text}"),
        _ => (min ?? max)!,
    };

    private static List<Stated<Salary>> FromLabels(RoleScope role)
    {
        foreach (var value in role.LabelledAs(Label.Salary).OrderBy(value => value.Origin))
        {
            if (value.Origin is LabelOrigin.Mark && SumOfLimits().IsMatch(value.Value))
                continue;
            var money = MoneyReader.Read(value.Value).FirstOrDefault(money => money.HasMark || value.Value.Length < 30 || (money is { Start: 0, Period: not null }));
            if (money is { Currency: null } && value.Evidence.Text.AsSpan().ContainsAny("薪资"))
                money = money with { Currency = "CNY" };
            // "A screen in 2K" stands under the heading of pay as well.
            if (value.Origin is LabelOrigin.Heading && money is { Currency: null } && !(money.Max > money.Min))
                money = null;
            if (money is not null && value.Value.StartsWith('~'))
                money = money with { Min = null };
            if (money is not null && (money.Period is not null || (money.Max ?? money.Min) >= SmallestRate))
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
                announced = (block.Kind is BlockKind.Heading || block.Text.EndsWith(':')) && PayWordsCue.IsMatch(block);
            if (block.Kind is BlockKind.Heading)
                continue;
            OutlineLine? above = null;
            foreach (var line in block.Lines)
            {
                if (line.Text.Length <= MaxLine && MoneyReader.MayHoldPay(line))
                {
                    // "Hourly rate" in a line of its own speaks for the next one.
                    var lead = above is { Text.Length: <= MaxRate } && PayWordsCue.IsMatch(above) ? above.Text : "";
                    ReadLine(line, announced || lead.Length > 0 || PayWordsCue.IsMatch(line), found, MoneyReader.Period(lead));
                }

                above = line;
            }
        }

        return found;
    }

    // "Front-end Developer, salary 5000-8000 USD"
    private static List<Stated<Salary>> FromHeadings(IReadOnlyList<Block> blocks)
    {
        var found = new List<Stated<Salary>>();
        foreach (var line in blocks.Where(block => block.Kind is BlockKind.Heading).Lines().Where(line => MoneyReader.MayHoldAmount(line) && (PayNouns().IsMatch(line.Text) || Gross().IsMatch(line.Text))))
            ReadLine(line, true, found);
        return found;
    }

    // The sentence that a page shows in search results: "Join us in Vilnius. Salary 2,500–4,500 €".
    private static List<Stated<Salary>> FromDescription(RoleScope role)
    {
        var found = new List<Stated<Salary>>();
        foreach (var entry in role.IsWhole ? role.Outline.FrontMatter.Entries : [])
        {
            var line = entry.ToLine();
            if (entry.Value.Length <= MaxAlone * 2 && Description().IsMatch(entry.Path) && MoneyReader.MayHoldPay(line) && PayNouns().IsMatch(entry.Value))
                ReadLine(line, true, found);
        }

        return found;
    }

    // A bare dollar sign is the dollar of the country where the job is.
    private static Stated<Salary> InLocalDollars(Stated<Salary> pay, PlaceFindings? places)
    {
        // A word for pay without a currency is taken for yuan; in Taiwan it is the dollar.
        if (pay.Value.Currency is "CNY" && !NamedYuan().IsMatch(pay.Evidence.Text) && (places?.Locations ?? []).All(place => place.Value.Area is ['T', 'W', ..]) && places?.Locations.Count > 0)
            return pay with { Value = pay.Value with { Currency = "TWD" } };
        if (pay.Value.Currency is not "USD" || NamedDollar().IsMatch(pay.Evidence.Text) || !pay.Evidence.Text.Contains('$', StringComparison.Ordinal))
            return pay;
        var countries = (places?.Locations ?? []).Select(place => place.Value.Area?[..2]).Distinct().ToList();
        return countries is [{ } only] && Dollars.TryGetValue(only, out var currency) ? pay with { Value = pay.Value with { Currency = currency } } : pay;
    }

    private static void ReadLine(OutlineLine line, bool announced, List<Stated<Salary>> found, PayPeriod? lead = null)
    {
        foreach (var read in MoneyReader.Read(line))
        {
            var money = read with { Period = read.Period ?? lead };
            if (!money.HasMark || money.Currency is null || IsOther(line.Text, money))
                continue;
            var stands = announced && PayPeriods.IsMonthOrMore(money.Max ?? money.Min, money.Currency);
            var hourly = announced && money.Max > money.Min && money.Min >= SmallestRate && line.Text.Length <= MaxRate && PayPeriods.Guess(money.Max, money.Currency) is PayPeriod.Hour;
            if (!hourly && !stands && money.Period is null && !StandsAlone(line.Text, money))
                continue;
            if (!hourly && !IsLikely(money) && !(stands && IsBesidePayWord(line.Text, money)))
                continue;
            var salary = ToSalary(money, line.ToEvidence(), line.Text);
            if (found.Contains(salary))
                continue;
            if (Replaced(found, line, money) is { } at)
                found[at] = salary with { Value = salary.Value with { Currency = SameDollar(found[at].Value, salary.Value) } };
            else
                found.Add(salary);
        }
    }

    // "$119,000 - $246,000, including a base salary of $100,000 - $160,000": equity and bonus are no pay. "Salary $162,336 - $177,715"
    // says more than an amount on the way there.
    private static int? Replaced(List<Stated<Salary>> found, OutlineLine line, MoneyReader.Money money)
    {
        var before = line.Text.AsSpan(0, money.Start);
        if (money.Max == money.Min || found.Count == 0)
            return null;
        if (found[^1].Evidence.FirstLine == line.Number && BasePay().IsMatch(before))
            return found.Count - 1;
        return found is [{ Value: var only }] && only.Min == only.Max && NamedPay().IsMatch(before) ? 0 : null;
    }

    // A bare dollar sign after "CAD $119,000" is the same dollar.
    private static string? SameDollar(Salary first, Salary second) =>
        second.Currency is "USD" && Dollars.ContainsValue(first.Currency ?? "") ? first.Currency : second.Currency;

    // Funding, bonuses and allowances are named right before or behind the amount; a word of pay in between takes the amount back.
    private static bool IsOther(string text, MoneyReader.Money money)
    {
        var before = text[Math.Max(0, money.Start - 60)..money.Start];
        var pay = PayNouns().Matches(before) is { Count: > 0 } words ? words[^1].Index : 0;
        var end = money.Start + money.Length;
        return NoPay().IsMatch(before.AsSpan(pay)) || NoPayBehind().IsMatch(text.AsSpan(end, Math.Min(40, text.Length - end)));
    }

    // "Remote | €66K – €102K | Equity", "£45k to £60k depending on experience": a part of a line that holds a range and little else.
    private static bool StandsAlone(string text, MoneyReader.Money money)
    {
        var end = money.Start + money.Length;
        var start = text.LastIndexOf('|', Math.Max(0, money.Start - 1)) + 1;
        var next = text.IndexOf('|', end);
        var part = (next < 0 ? text.Length : next) - start;
        return money.Max > money.Min && money.Min >= SmallestYear && part - money.Length <= MaxBeside && text.Length <= MaxAlone;
    }

    private static bool IsBesidePayWord(string text, MoneyReader.Money money) =>
        PayNouns().IsMatch(text.AsSpan(Math.Max(0, money.Start - 60), Math.Min(60, money.Start)));

    private static Stated<Salary> ToSalary(MoneyReader.Money money, Evidence evidence, string text) =>
        new(new Salary(money.Min, money.Max, money.Currency, money.Period ?? MoneyReader.Period(text) ?? PayPeriods.Guess(money.Max ?? money.Min, money.Currency)), evidence);

    // 元 is the Taiwan dollar where the text around it is in traditional characters.
    private static string? Yuan(string? text) => text is null || !text.Contains('元') ? null : text.Contains('資') ? "TWD" : "CNY";

    private static PayPeriod? PeriodOfTitle(Findings found) => found.Title is { } title ? MoneyReader.Period(title.Value) : null;

    private static bool IsLikely(MoneyReader.Money money) =>
        (money.Max ?? money.Min) is >= SmallestYear and <= 50_000_000 || money.Period is PayPeriod.Hour or PayPeriod.Day or PayPeriod.Week or PayPeriod.Month;

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    [GeneratedRegex(@"CNY|RMB|人民[币幣]|[¥￥]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NamedYuan();

    [GeneratedRegex(@"(^|[._-])(description|summary|excerpt)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Description();

    [GeneratedRegex(@"USD|US ?\$|U\.S\. dollar|(US|American) dollar", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NamedDollar();

    // Scraped headers write minimum plus maximum as one number with a decimal point.
    [GeneratedRegex(@"^\W*\d+\.0\b", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex SumOfLimits();

    // "— 42.000-48.000€ brutos anuales"
    [GeneratedRegex(@"\b(brut(os?|as?|to|s)?|gross|lordi|bruto)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Gross();

    private const string PayWords = @"\b(salary|salaries|pay|compensation|wage|hourly|per hour|per year|annually|base|OTE|range|remuneration|gehalt\w*|jahresgehalt|verg[üu]tung|salaire|r[ée]mun[ée]ration|sal[áa]rio|salarial|remunera[çc][ãa]o|remuneraci[óo]n|sueldo|retribuci[óo]n|ral|stipendio|wynagrodzenie|atlyginim\w*|mzda|lön|palkka|per month|earn|starting)\b|\bsalary(?=_|[$€£])|薪|給|年収|급여|연봉";

    [GeneratedRegex(@"\bbase (salary|pay|compensation)( range)?( of| is|:)? (between )?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex BasePay();

    [GeneratedRegex(@"\b(salary|pay|compensation)( range)?:? ?$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NamedPay();

    // What names the pay itself, as against how it is reckoned.
    [GeneratedRegex(@"\b(salary|salaries|pay|compensation|wage|remuneration|gehalt\w*|jahresgehalt|verg[üu]tung|salaire|r[ée]mun[ée]ration|sal[áa]rio|salarial|remunera[çc][ãa]o|remuneraci[óo]n|sueldo|retribuci[óo]n|ral|stipendio|wynagrodzenie|atlyginim\w*|mzda|lön|palkka|earn|starting|(our|the|current|pay|target)( current| target| pay)? range( for this (role|position))?( is|:))\b|\bsalary(?=_|[$€£])|薪|給|年収|급여|연봉", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PayNouns();

    [GeneratedRegex(@"\b(bonus|b[ôo]nus|funding|raised|revenue|market|budget|stipend|allowance|reimburse\w*|ARR|valuation|investment|worth|up to \$?\d+ for|referral|per diem|contribution|series [A-E]|pay (system|cap)|salary (cap|limit|available)|sign-on|equity|grant|401|vale|aux[íi]lio|benef[íi]cios?|plr|ticket|tickets|(?<!(compensation|pay|salary) (and|&) )benefits|education|learning|professional development|expenses|commut\w*|relocation|home office|zuschuss|vouchers?|津貼|獎金|手当|asp|deals?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoPay();

    [GeneratedRegex(@"^[^\w+]*((?!plus\b|and\b|with\b)\w+[^\w+]+){0,3}(credit|allowance|budget|stipend|bonus|b[ôo]nus|voucher|reimburse\w*|funding|raised|valuation|revenue|ARR|for (learning|training|equipment|your home)|sign-on|towards?)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoPayBehind();
}
