using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Dates with a year, as postings write them. Relative ages and days without a year are none.</summary>
internal static partial class DateReader
{
    /// <param name="text">The text.</param>
    /// <param name="dayFirst">"05/03/2021" is the fifth of March.</param>
    public static LocalDate? Read(string text, bool dayFirst = false)
    {
        if (Iso().Match(text) is { Success: true } iso)
            return Date(iso, "y", "m", "d");
        if (Dotted().Match(text) is { Success: true } dotted)
            return Date(dotted, "y", "m", "d");
        if (Slashed().Match(text) is { Success: true } slashed)
            return dayFirst ? Date(slashed, "y", "d", "m") ?? Date(slashed, "y", "m", "d") : Date(slashed, "y", "m", "d") ?? Date(slashed, "y", "d", "m");
        return Named().Match(text) is { Success: true } named ? FromName(named) : null;
    }

    /// <summary>The text holds a date like "05/03/2021", which is another day where the day comes first.</summary>
    public static bool IsAmbiguous(string text) => Read(text) != Read(text, true);

    private static LocalDate? FromName(Match match)
    {
        var day = match.Groups["d1"].Success ? match.Groups["d1"].Value : match.Groups["d2"].Value;
        return Terms.Months.TryGetValue(Words.Fold(match.Groups["month"].Value), out var month) ? Create(Parse(match.Groups["y"].Value), month, Parse(day)) : null;
    }

    private static LocalDate? Date(Match match, string year, string month, string day) =>
        Create(Parse(match.Groups[year].Value), Parse(match.Groups[month].Value), Parse(match.Groups[day].Value));

    private static int Parse(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static LocalDate? Create(int year, int month, int day) =>
        year is > 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})(?:[-/.]|[年년] ?)(?<m>\d{1,2})(?:[-/.]|[月월] ?)(?<d>\d{1,2})(?!\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})/(?<d>\d{1,2})/(?<y>\d{4})(?!\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<!\d)(?<d1>\d{1,2})(?:st|nd|rd|th|er|\.|º|-)? ?(?:of |de |-)?(?<month>\p{L}{3,12})\.?,?(?: de | del |-| )(?<y>\d{4})(?!\d)|\b(?<month>\p{L}{3,12})\.? (?<d2>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Named();
}
