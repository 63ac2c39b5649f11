using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Hours of a week: "20 hrs a week" is part-time work, "40 hours a week" full-time.</summary>
internal static class HoursReader
{
    private const int MostHours = 60;
    private const int LeastFullTime = 35;

    /// <summary>"Hours a week", or "hours" so few words before "week".</summary>
    private const int Reach = 2;

    private static readonly string[] Hours = ["hour", "hr", "stund", "std", "heure", "hora", "uur", "uren"];
    private static readonly string[] Weeks = ["week", "woche", "semaine", "semana"];

    /// <param name="u">The utterance.</param>
    /// <param name="i">The part that says "hours", after the number.</param>
    /// <returns>With the part that says "week".</returns>
    public static (EmploymentConstraint Employment, int Last)? At(Utterance u, int i)
    {
        if (i == 0 || !Hours.Any(hour => u[i].Text.StartsWith(hour, StringComparison.Ordinal)))
            return null;
        var week = Enumerable.Range(i, Math.Min(Reach + 1, u.Count - i)).FirstOrDefault(k => Weeks.Any(name => u[k].Text.Contains(name, StringComparison.Ordinal)), -1);
        if (week < 0)
            return null;
        var written = u[i - 1].Text;
        return int.TryParse(written.AsSpan(written.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= MostHours
            ? (new EmploymentConstraint([hours < LeastFullTime || IsUpperBound(u, i - 1) ? EmploymentType.PartTime : EmploymentType.FullTime]), week)
            : null;
    }

    /// <summary>"Less than 40 hours", "under 40 hours".</summary>
    private static bool IsUpperBound(Utterance u, int number) =>
        number > 0 && (u[number - 1].Text is "under" or "below" or "unter" || (number > 1 && u[number - 1].Text is "than" or "als" or "de" && u[number - 2].Text is "less" or "fewer" or "weniger" or "moins" or "menos"))
        || (number > 0 && u[number - 1].Text is "less than" or "fewer than");
}
