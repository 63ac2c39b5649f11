using NodaTime;

namespace PostingsBot.Core.Digests;

/// <summary>How far a subscription has come.</summary>
/// <param name="Since">When it began or was last resumed: runs before are not owed.</param>
/// <param name="Last">The last local date that was answered; null before the first.</param>
public sealed record Progress(Instant Since, LocalDate? Last)
{
    /// <summary>Local dates of two zones are up to two days apart, and a clock that is set right by minutes must not begin anything anew.</summary>
    private const int DaysAhead = 2;

    private static readonly Offset EarliestDate = Offset.FromHours(14);

    /// <summary>
    /// Itself, unless it was written by a clock that was days ahead of this one: then a fresh beginning, so that the subscription is not silent until the
    /// clock has caught up. That no date is told of twice is then for whoever keeps the digests to see to.
    /// </summary>
    public Progress Mended(Instant now) => WasAhead(now) ? new Progress(now, null) : this;

    /// <summary>Written by a clock that was days ahead.</summary>
    public bool WasAhead(Instant now) =>
        Since > now + Duration.FromDays(DaysAhead) || Last > now.WithOffset(EarliestDate).Date.PlusDays(DaysAhead);
}
