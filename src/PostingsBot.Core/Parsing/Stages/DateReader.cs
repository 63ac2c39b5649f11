using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Dates with a year, as postings write them. Relative ages and days without a year are none.</summary>
internal static partial class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static LocalDate? Read(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
            return Date(iso, "y", "m", "d");
        if (Dotted().Match(text) is { Success: true } dotted)
            return Date(dotted, "y", "m", "d");
        if (Slashed().Match(text) is { Success: true } slashed)
            return Date(slashed, "y", "m", "d") ?? Date(slashed, "y", "d", "m");
        return Named().Match(text) is { Success: true } named ? FromName(named) : null;
    }

    private static LocalDate? FromName(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var day = match.Groups["d1"].Success ? match.Groups["d1"].Value : match.Groups["d2"].Value;
        return Create(Parse(match.Groups["y"].Value), month, Parse(day));
    }

    private static LocalDate? Date(Match match, string year, string month, string day) =>
        Create(Parse(match.Groups[year].Value), Parse(match.Groups[month].Value), Parse(match.Groups[day].Value));

    private static int Parse(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static LocalDate? Create(int year, int month, int day) =>
        year is > 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})(?!\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})/(?<d>\d{1,2})/(?<y>\d{4})(?!\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\b(?:(?<d1>\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?)?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?:(?<d2>\d{1,2})(?:st|nd|rd|th)?,? )?(?<y>\d{4})\b(?<=\b\d{1,2}\D.*)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Named();
}
