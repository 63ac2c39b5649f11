using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Cards;

/// <summary>The short wordings of a role's facts on cards and in plain text. What the document does not state says so.</summary>
internal static class RoleFacts
{
    public static string Employer(Posting posting) => posting.Company?.Value ?? "employer not stated";

    /// <summary>"remote, United States only", "hybrid, Berlin", "San Francisco, CA".</summary>
    public static string Where(Posting posting)
    {
        var parts = new List<string>();
        if (posting.Workplace is { } workplace)
            parts.Add(TermNames.Of(workplace.Value));
        if (posting.RemoteWithin.Count > 0)
            parts.Add(string.Join(" or ", posting.RemoteWithin.Select(p => Name(p.Value)).Distinct()) + " only");
        var limits = posting.RemoteWithin.Select(p => p.Value.Area).ToHashSet();
        parts.AddRange(posting.Locations.Where(p => p.Value.Area is null || !limits.Contains(p.Value.Area)).Select(p => p.Value.Text).Distinct().Take(3));
        if (posting.Locations.Count > 3)
            parts.Add($"{posting.Locations.Count} places");
        return parts.Count > 0 ? string.Join(", ", parts) : "place not stated";
    }

    public static string? Level(Posting posting) =>
        posting.Seniorities.Count == 0 ? null : string.Join(" / ", posting.Seniorities.Select(s => TermNames.Of(s.Value)).Distinct());

    public static string Pay(Posting posting) => posting.Salaries.Count switch
    {
        0 => "pay not stated",
        1 => Show.Salary(posting.Salaries[0].Value),
        var count => $"{Show.Salary(posting.Salaries[0].Value)} and {count - 1} more",
    };

    public static string? Posted(Posting posting) => posting.Posted is { } day ? "posted " + LocalDatePattern.Iso.Format(day.Value) : null;

    public static string? Closing(Posting posting) => posting.ValidThrough is { } day ? "closing date " + LocalDatePattern.Iso.Format(day.Value) : null;

    /// <summary>Level, pay, dates and, unless it is open, the status.</summary>
    public static string Rest(Posting posting) => string.Join(" · ", new[]
    {
        posting.Status is { Value: not PostingStatus.Open } status ? TermNames.Of(status.Value) : null,
        Level(posting), Pay(posting), Posted(posting), Closing(posting),
    }.OfType<string>());

    private static string Name(Place place) => place.City ?? place.Region ?? place.Country ?? place.Text;
}
