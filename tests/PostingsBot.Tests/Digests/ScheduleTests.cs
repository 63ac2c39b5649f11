using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Digests;

namespace PostingsBot.Tests.Digests;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z")] // 02:00–03:00 does not exist: the end of the gap
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z")] // twice: the first
    [InlineData("America/New_York", "2026-03-08", "02:00", "2026-03-08T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z")] // a gap of half an hour
    [InlineData("America/Nuuk", "2026-03-28", "23:30", "2026-03-29T01:00:00Z")] // the gap ends with the day
    [InlineData("America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00:00Z")] // the day begins at one
    [InlineData("America/Havana", "2026-11-01", "00:30", "2026-11-01T04:30:00Z")] // the day begins twice
    [InlineData("Pacific/Apia", "2011-12-31", "09:00", "2011-12-30T19:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-02", "09:00", "2026-03-02T03:15:00Z")]
    [InlineData("UTC+05:30", "2026-03-02", "09:00", "2026-03-02T03:30:00Z")]
    public void RunOf_LocalTime_IsAt(string zone, string date, string at, string expected) =>
        Assert.Equal(InstantPattern.General.Parse(expected).Value, Schedule.RunOf(Date(date), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value, Zones.Of(zone)));

    [Fact]
    public void RunOf_DateThatTheZoneSkips_None() => Assert.Null(Schedule.RunOf(Date("2011-12-30"), new LocalTime(9, 0), Zones.Of("Pacific/Apia")));

    [Fact]
    public void Due_SevenRunsMissed_OneCatchUp()
    {
        var (rhythm, progress) = (Daily("Europe/Berlin"), new Progress(At("2026-03-01T00:00:00Z"), Date("2026-03-01")));

        var run = Schedule.Due(rhythm, progress, At("2026-03-08T12:00:00Z"));

        Assert.Equal(new Run(Date("2026-03-08"), At("2026-03-08T08:00:00Z"), Date("2026-03-02")), run);
        Assert.True(run!.IsCatchUp);
        Assert.Null(Schedule.Due(rhythm, progress with { Last = run.Date }, At("2026-03-08T12:00:00Z")));
    }

    [Fact]
    public void Due_MovedToAZoneWhereTheDateIsYetToCome_NotTwice()
    {
        var given = new Progress(At("2026-03-01T00:00:00Z"), Date("2026-03-02"));

        var next = Schedule.Next(Daily("America/Los_Angeles"), given, At("2026-03-01T21:00:00Z"));

        Assert.Equal((Date("2026-03-03"), At("2026-03-03T17:00:00Z")), (next!.Date, next.At));
    }

    [Fact]
    public void Due_MovedToAZoneWhereTheHourIsPast_AtOnce()
    {
        var given = new Progress(At("2026-03-01T00:00:00Z"), Date("2026-03-01"));

        Assert.Equal(Date("2026-03-02"), Schedule.Due(Daily("Pacific/Auckland"), given, At("2026-03-01T22:00:00Z"))!.Date);
    }

    [Fact]
    public void Next_BegunAfterTheHour_Tomorrow() =>
        Assert.Equal(Date("2026-03-03"), Schedule.Next(Daily("Europe/Berlin"), new Progress(At("2026-03-02T12:00:00Z"), null), At("2026-03-02T12:00:00Z"))!.Date);

    [Fact]
    public void Next_AtOnce_None() => Assert.Null(Schedule.Next(new Rhythm.AtOnce(), new Progress(At("2026-03-02T12:00:00Z"), null), At("2026-03-02T12:00:00Z")));

    [Theory]
    [InlineData("2026-03-02T07:50:00Z", "2026-03-03")] // an hour back
    [InlineData("2025-03-02T12:00:00Z", "2025-03-03")] // a year back: it goes on tomorrow rather than in a year
    public void Next_ClockJumpedBack_GoesOn(string now, string next)
    {
        var subscription = Examples.Subscription(Daily("Europe/Berlin"), At("2026-01-01T00:00:00Z"));
        subscription = (subscription with { Progress = subscription.Progress with { Last = Date("2026-03-02") } }).AsOf(At(now));

        Assert.Null(Schedule.Due(subscription.Rhythm, subscription.Progress, At(now)));
        Assert.Equal(Date(next), Schedule.Next(subscription.Rhythm, subscription.Progress, At(now))!.Date);
    }

    [Fact]
    public void AsOf_PauseIsOver_ResumedThenWithoutCatchUp()
    {
        var paused = Examples.Subscription(Daily("Europe/Berlin"), At("2026-03-01T00:00:00Z")) with { State = new SubscriptionState.Paused(At("2026-03-08T23:00:00Z")) };

        Assert.Equal(paused, paused.AsOf(At("2026-03-08T22:59:59Z")));
        var resumed = paused.AsOf(At("2026-03-09T10:00:00Z"));
        Assert.Equal(new SubscriptionState.Active(), resumed.State);
        Assert.Equal(new Run(Date("2026-03-09"), At("2026-03-09T08:00:00Z"), Date("2026-03-09")), Schedule.Due(resumed.Rhythm, resumed.Progress, At("2026-03-09T10:00:00Z")));
    }

    [Theory]
    [InlineData(18, 9, "2026-03-04")] // today's is not given yet, its new hour is past: now
    [InlineData(18, 20, "2026-03-04")]
    [InlineData(9, 18, "2026-03-05")] // today's is given
    public void WithRhythm_AnotherHour_OneOnThatDate(int before, int after, string next)
    {
        var now = At("2026-03-04T11:00:00Z");
        var subscription = Examples.Subscription(Daily("Europe/Berlin", before), At("2026-03-01T00:00:00Z"));
        subscription = subscription with { Progress = subscription.Progress with { Last = Schedule.Due(subscription.Rhythm, subscription.Progress, now)!.Date } };

        var changed = subscription.WithRhythm(Daily("Europe/Berlin", after), now);

        Assert.Equal(Date(next), Schedule.Next(changed.Rhythm, changed.Progress, now)!.Date);
    }

    [Fact]
    public void WithRhythm_AnotherDay_NothingOwedForDaysBeforeToday()
    {
        var now = At("2026-03-04T11:00:00Z"); // a Wednesday
        var weekly = Examples.Subscription(new Rhythm.OnDays(Weekdays.Monday, new LocalTime(9, 0), "Europe/Berlin"), At("2026-02-01T00:00:00Z"));

        var changed = weekly.WithRhythm(new Rhythm.OnDays(Weekdays.Tuesday, new LocalTime(9, 0), "Europe/Berlin"), now);

        Assert.Equal(Date("2026-03-10"), Schedule.Next(changed.Rhythm, changed.Progress, now)!.Date);
    }

    [Fact]
    public void Zones_EveryName_HasAZoneAndTheVersionIsKnown()
    {
        Assert.All(Zones.Ids, id => Assert.NotNull(Zones.Of(id)));
        Assert.Matches("^20[0-9]{2}[a-z]$", Zones.Version);
    }

    private static Rhythm.OnDays Daily(string zone, int hour = 9) => new(Weekdays.EveryDay, new LocalTime(hour, 0), zone);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
