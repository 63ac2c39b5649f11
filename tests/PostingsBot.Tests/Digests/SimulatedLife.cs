using NodaTime;
using PostingsBot.Core.Digests;

namespace PostingsBot.Tests.Digests;

/// <summary>A subscription in virtual time, looked at now and then, beside the oracle that is shown the same.</summary>
internal sealed class SimulatedLife
{
    private readonly ScheduleOracle oracle;
    private Subscription subscription;

    public SimulatedLife(IsoDayOfWeek[] days, LocalTime at, string zone, Instant since)
    {
        oracle = new ScheduleOracle(days.ToHashSet(), at, since);
        subscription = Examples.Subscription(new Rhythm.OnDays(days.Aggregate(Weekdays.None, (all, day) => all | WeekdaysExtensions.Of(day)), at, zone), since);
    }

    public string Zone => ((Rhythm.OnDays)subscription.Rhythm).Zone;

    /// <summary>Every digest: its date, the first date it stands for, and when it was made.</summary>
    public List<(LocalDate Date, LocalDate From, Instant Made)> Digests { get; } = [];

    public ScheduleOracle Rules => oracle;

    public void Move(string zone, Instant now) => subscription = subscription.WithRhythm(((Rhythm.OnDays)subscription.Rhythm) with { Zone = zone }, now);

    public Instant? NextAt(Instant now) => Schedule.Next(subscription.Rhythm, subscription.Progress, now)?.At;

    /// <summary>Somebody looks whether a digest is owed, and makes it. Fails when the rules say otherwise.</summary>
    public void Look(Instant now)
    {
        var run = Schedule.Due(subscription.Rhythm, subscription.Progress, now);
        var expected = oracle.Look(now, Zone);
        if (run is null ? expected is not null : expected != (run.Date, run.From))
            Assert.Fail($"{Zone} at {now}: {run} but by the rules {expected}");
        if (run is null)
            return;
        Digests.Add((run.Date, run.From, now));
        subscription = subscription with { Progress = subscription.Progress with { Last = run.Date } };
    }

    /// <summary>No date twice, none passed over in silence: each chosen date that the zone has lies in exactly one digest, up to the last one.</summary>
    public void CheckEachDateOnce()
    {
        for (var i = 1; i < Digests.Count; i++)
        {
            var (before, after) = (Digests[i - 1], Digests[i]);
            Assert.True(before.Date < after.From && after.From <= after.Date, $"{Zone}: {before.Date} before {after.From}–{after.Date}");
            for (var date = before.Date.PlusDays(1); date < after.From; date = date.PlusDays(1))
                Assert.False(Rules.IsChosen(date) && Rules.MomentOf(date, Zone) is not null, $"{Zone}: nothing for {date}");
        }
    }
}
