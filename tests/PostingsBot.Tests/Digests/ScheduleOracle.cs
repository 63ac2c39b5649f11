using NodaTime;
using NodaTime.TimeZones;

namespace PostingsBot.Tests.Digests;

/// <summary>
/// The rules once more, as one would check them with a wall clock and a calendar: a date's moment is the first instant at which the zone's clock shows its hour
/// or a later one; whoever looks answers the latest date whose moment has come, and no date up to the latest answered is answered again.
/// </summary>
internal sealed class ScheduleOracle(IReadOnlySet<IsoDayOfWeek> days, LocalTime at, Instant since)
{
    private static readonly Dictionary<string, ZoneInterval[]> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<(LocalDate, string), Instant?> moments = [];
    private LocalDate? answered;

    /// <summary>The date that is told of at a look, with the first that it stands for; null for none.</summary>
    public (LocalDate Date, LocalDate From)? Look(Instant now, string zone)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var first = answered?.PlusDays(1) ?? since.InUtc().Date.PlusDays(-3);
        (LocalDate Date, LocalDate From)? owed = null;
        for (var date = first; date <= today.PlusDays(1); date = date.PlusDays(1))
        {
            if (IsChosen(date) && MomentOf(date, zone) is { } moment && moment >= since && moment <= now)
                owed = (date, owed?.From ?? date);
        }

        answered = owed?.Date ?? answered;
        return owed;
    }

    public bool IsChosen(LocalDate date) => days.Contains(date.DayOfWeek);

    /// <summary>Null for a date that the zone's clock never shows.</summary>
    public Instant? MomentOf(LocalDate date, string zone)
    {
        if (!moments.TryGetValue((date, zone), out var moment))
            moments.Add((date, zone), moment = Walk(date, zone));
        return moment;
    }

    private Instant? Walk(LocalDate date, string zone)
    {
        var shown = date + at;
        var isShown = false;
        Instant? moment = null;
        foreach (var interval in IntervalsOf(zone))
        {
            var starts = interval.HasStart ? interval.Start + Behind(interval) : Instant.MinValue;
            var ends = interval.HasEnd ? interval.End + Behind(interval) : Instant.MaxValue;
            var wanted = shown.InUtc().ToInstant();
            var (dayBegins, dayEnds) = (date.AtMidnight().InUtc().ToInstant(), date.PlusDays(1).AtMidnight().InUtc().ToInstant());
            isShown |= starts < dayEnds && ends > dayBegins;
            if (moment is null && wanted < ends)
                moment = Instant.Max(wanted, starts) - Behind(interval);
        }

        return isShown ? moment : null;
    }

    private static Duration Behind(ZoneInterval interval) => Duration.FromSeconds(interval.WallOffset.Seconds);

    /// <summary>From a year before the earliest date that is simulated to a year after the last.</summary>
    private static ZoneInterval[] IntervalsOf(string zone)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(zone, out var intervals))
                Known.Add(zone, intervals = [.. DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Instant.FromUtc(2010, 1, 1, 0, 0), Instant.FromUtc(2038, 1, 1, 0, 0))]);
            return intervals;
        }
    }
}
