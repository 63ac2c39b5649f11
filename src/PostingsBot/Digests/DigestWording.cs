using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;

namespace PostingsBot.Digests;

/// <summary>What digests say.</summary>
internal static class DigestWording
{
    private const int MostEmployers = 6;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    /// <summary>"3 new roles for “Rust, senior”." and what else there is to know.</summary>
    public static string Of(DigestContent content, IEnumerable<Run> runs, int shown)
    {
        var names = content.Subscriptions.Select(subscription => SubscriptionWording.What(subscription.Question.Constraints)).Distinct(StringComparer.Ordinal).ToList();
        var about = content.Subscriptions is [{ Question.Constraints.Count: 0 }] ? ""
            : names.Count == 1 ? $" for “{names[0]}”"
            : $" for your {names.Count.ToString(CultureInfo.InvariantCulture)} alerts: {string.Join("; ", names.Select(name => $"“{name}”"))}";
        var said = content.Items.Count == 0 ? $"Nothing new today{about}." : $"{CountsOf(content.Items)}{about}.";
        if (runs.Where(run => run.IsCatchUp).Select(run => (LocalDate?)run.From).Min() is { } from)
            said += $" This makes up for the days since {Day.Format(from)}.";
        if (content.Items.Count > shown)
            said += $" The first {shown.ToString(CultureInfo.InvariantCulture)} are below; in all: {EmployersOf(content)}.";
        return said;
    }

    /// <param name="row">As it stood when the digest was made.</param>
    /// <param name="isOpen">Whether the role still is.</param>
    public static string NoteOf(DigestRow row, bool isOpen) => !isOpen ? "Closed meanwhile" : row.Kind switch
    {
        NewsKind.New => "New",
        NewsKind.Reopened => "Open again" + (row.Changed.Count > 0 ? $", changed: {string.Join(", ", row.Changed)}" : ""),
        NewsKind.Changed => "Changed: " + string.Join(", ", row.Changed),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "no words"),
    };

    private static string CountsOf(IReadOnlyList<DigestItem> items)
    {
        string? Part(NewsKind kind, string word) => items.Count(item => item.Kind == kind) is > 0 and var count ? $"{count.ToString(CultureInfo.InvariantCulture)} {word}" : null;
        var parts = new[] { Part(NewsKind.New, "new"), Part(NewsKind.Reopened, "open again"), Part(NewsKind.Changed, "changed") }.OfType<string>().ToList();
        var listed = parts.Count == 1 ? parts[0] : string.Join(", ", parts.SkipLast(1)) + " and " + parts[^1];
        return $"{listed} {(items.Count == 1 ? "role" : "roles")}";
    }

    private static string EmployersOf(DigestContent content)
    {
        var groups = content.ByEmployer();
        var named = groups.Take(MostEmployers).Select(group => $"{group.Items.Count.ToString(CultureInfo.InvariantCulture)} at {group.Employer ?? "employers that are not stated"}");
        var others = groups.Skip(MostEmployers).Sum(group => group.Items.Count);
        return string.Join(", ", named) + (others > 0 ? $", {others.ToString(CultureInfo.InvariantCulture)} elsewhere" : "");
    }
}
