using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Answers;

/// <summary>How values read to people, the same on cards, in blocks and in plain text.</summary>
public static class Show
{
    public const string NotStated = "not stated";

    /// <summary>"Staff Platform Engineer, Backend at Brightwheel".</summary>
    public static string Name(Posting posting) =>
        posting.Company is { } company ? $"{posting.Title.Value} at {company.Value}" : $"{posting.Title.Value} (employer not stated)";

    public static string Places(Posting posting) => string.Join("; ", posting.Locations.Select(p => p.Value.Text).Distinct());

    /// <summary>"remote, within the United States"; null when nothing is stated.</summary>
    public static string? Workplace(Posting posting)
    {
        var limits = string.Join(", ", posting.RemoteWithin.Select(p => Area(p.Value)).Distinct());
        return (posting.Workplace?.Value, limits) switch
        {
            (null, "") => null,
            (null, _) => "within " + limits,
            ({ } workplace, "") => TermNames.Of(workplace),
            ({ } workplace, _) => $"{TermNames.Of(workplace)}, within {limits}",
        };
    }

    public static string Area(Place place) => place.City ?? place.Region ?? place.Country switch
    {
        null => place.Text,
        "United States" => "the United States (US)",
        "United Kingdom" => "the United Kingdom (UK)",
        var country => country,
    };

    public static string Salary(Salary salary)
    {
        var currency = salary.Currency is null ? "" : salary.Currency + " ";
        var period = salary.Period is { } p ? " per " + TermNames.Of(p) : "";
        return (salary.Min, salary.Max) switch
        {
            ({ } min, { } max) when min == max => currency + Amount(min) + period,
            ({ } min, { } max) => $"{currency}{Amount(min)}–{Amount(max)}{period}",
            ({ } min, null) => $"from {currency}{Amount(min)}{period}",
            (null, { } max) => $"up to {currency}{Amount(max)}{period}",
            _ => NotStated,
        };
    }

    /// <summary>"2017-07-27 (9 years ago)": the age matters as much as the date.</summary>
    public static string Posted(LocalDate date, LocalDate today)
    {
        var age = Age(date, today);
        return LocalDatePattern.Iso.Format(date) + (age is null ? "" : $" ({age})");
    }

    public static string Degree(Degree degree) => degree.Need switch
    {
        DegreeNeed.RequiredOrEquivalent => degree.Name + " or equivalent",
        DegreeNeed.Preferred => degree.Name + ", preferred",
        DegreeNeed.NotNeeded => "no degree needed",
        _ => degree.Name,
    };

    public static string Experience(Experience experience) => experience switch
    {
        { MaxYears: { } max } when max != experience.MinYears => $"{experience.MinYears}–{max} years",
        { MinYears: 1, MaxYears: null } => "at least 1 year",
        { MaxYears: null } => $"at least {experience.MinYears} years",
        _ => $"{experience.MinYears} years",
    };

    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    public static string Count(int count, string one, string many) => count == 1 ? "1 " + one : $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} {many}";

    /// <param name="file">The document of the posting or company; evidence from another source of the role names its own.</param>
    /// <param name="evidence">The words and lines.</param>
    public static Quote Quote(string file, Evidence evidence) => new(evidence.Text, evidence.File ?? file, evidence.FirstLine);

    private static string Amount(decimal amount) => amount.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static string? Age(LocalDate date, LocalDate today)
    {
        if (date > today)
            return null;
        var age = Period.Between(date, today);
        var days = Period.Between(date, today, PeriodUnits.Days).Days;
        return (age.Years, age.Months, days) switch
        {
            (> 0, _, _) => Count(age.Years, "year", "years") + " ago",
            (_, > 0, _) => Count(age.Months, "month", "months") + " ago",
            (_, _, 0) => "today",
            (_, _, 1) => "yesterday",
            _ => $"{days} days ago",
        };
    }
}
