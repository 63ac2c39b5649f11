using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

/// <summary>What a recruiter should know of a posting before it is published.</summary>
public static class PostingWarnings
{
    /// <param name="posting">As readers will see it.</param>
    /// <param name="text">What it was read from.</param>
    /// <param name="lookAlikes">Open roles that it looks like.</param>
    /// <param name="today">In the recruiter's zone.</param>
    public static IReadOnlyList<Warning> Of(Posting posting, string text, IReadOnlyList<Posting> lookAlikes, LocalDate today) => [.. Missing(posting, today), .. lookAlikes.Select(LookAlike)];

    private static IEnumerable<Warning> Missing(Posting posting, LocalDate today)
    {
        if (posting.Salaries.Count == 0)
            yield return new Warning(WarningCode.NoPay, "No pay is stated: many readers search by it.");
        if (posting is { Locations.Count: 0, RemoteWithin.Count: 0, Workplace: not { Value: Workplace.Remote } })
            yield return new Warning(WarningCode.NoPlace, "No place is stated, nor that the work is remote.");
        if (posting.ApplyUrl is null)
            yield return new Warning(WarningCode.NoApply, "No link or address to apply is stated.");
        if (posting.ValidThrough is { } end && end.Value < today)
            yield return new Warning(WarningCode.PastClosing, $"The closing date {LocalDatePattern.Iso.Format(end.Value)} has passed: the role would be closed at once.", end.Evidence);
    }

    private static Warning LookAlike(Posting twin) => new(WarningCode.LookAlike, $"It looks like a role that is open already: {Answers.Show.Name(twin)}.") { Role = twin.Id };
}
