using NodaTime;

namespace PostingsBot.Core.Digests;

/// <summary>
/// Which digest is owed. Each chosen local date has one run: at its local time, at the end of the gap where the zone skips that time, at the first of the two
/// where it comes twice. A run is owed from then on until its date or a later one is answered, so that a zone may change, or nobody look for days, without a
/// date being told of twice or passed over: what was missed is made up for by one digest under the latest date. A date that a zone skips whole has no run.
/// </summary>
public static class Schedule
{
    /// <summary>A chosen weekday comes within a week, within two where its date was skipped; a day more at either end for zones.</summary>
    private const int DaysToLook = 16;

    /// <summary>When the run of a date is; null when the zone has no such date.</summary>
    public static Instant? RunOf(LocalDate date, LocalTime at, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.At(at));
        if (mapping.Count > 0)
            return mapping.First().ToInstant();
        var isDateSkipped = mapping.EarlyInterval.IsoLocalEnd <= date.AtMidnight() && mapping.LateInterval.IsoLocalStart >= date.PlusDays(1).AtMidnight();
        return isDateSkipped ? null : mapping.LateInterval.Start;
    }

    /// <summary>The run that is owed now; null when none is.</summary>
    public static Run? Due(Rhythm rhythm, Progress progress, Instant now)
    {
        if (rhythm is not Rhythm.OnDays days)
            return null;
        var zone = Zones.Of(days.Zone);
        // Where a zone goes back over midnight, tomorrow may have begun already.
        var tomorrow = now.InZone(zone).Date.PlusDays(1);
        for (var date = tomorrow; date > tomorrow.PlusDays(-DaysToLook) && !(date <= progress.Last); date = date.PlusDays(-1))
        {
            if (OwedAt(days, zone, progress, date) is { } at && at <= now)
                return new Run(date, at, FirstOwed(days, zone, progress, date));
        }

        return null;
    }

    /// <summary>The run that is owed now or the one that comes next; null for a rhythm without dates.</summary>
    public static Run? Next(Rhythm rhythm, Progress progress, Instant now)
    {
        if (rhythm is not Rhythm.OnDays days)
            return null;
        if (Due(rhythm, progress, now) is { } due)
            return due;
        var zone = Zones.Of(days.Zone);
        return Coming(days, zone, progress, Later(now.InZone(zone).Date.PlusDays(-1), progress.Last)) is var (date, at) ? new Run(date, at, date) : null;
    }

    private static LocalDate FirstOwed(Rhythm.OnDays days, DateTimeZone zone, Progress progress, LocalDate latest) =>
        Coming(days, zone, progress, Later(progress.Since.InZone(zone).Date.PlusDays(-1), progress.Last)) is var (date, _) && date < latest ? date : latest;

    /// <summary>The first owed date from the given one on, past or to come.</summary>
    private static (LocalDate Date, Instant At)? Coming(Rhythm.OnDays days, DateTimeZone zone, Progress progress, LocalDate from)
    {
        for (var date = from; date < from.PlusDays(DaysToLook); date = date.PlusDays(1))
        {
            if (OwedAt(days, zone, progress, date) is { } at)
                return (date, at);
        }

        return null;
    }

    private static Instant? OwedAt(Rhythm.OnDays days, DateTimeZone zone, Progress progress, LocalDate date) =>
        days.Days.Has(date.DayOfWeek) && !(date <= progress.Last) && RunOf(date, days.At, zone) is { } at && at >= progress.Since ? at : null;

    private static LocalDate Later(LocalDate one, LocalDate? other) => other > one ? other.Value : one;
}
