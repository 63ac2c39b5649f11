using NodaTime;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Answers.Subscribing;

public sealed class SubscriptionWordingTests
{
    /// <summary>A Saturday, the day before clocks go forward in Berlin.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 28, 12, 0);

    [Theory]
    [InlineData("Europe/Berlin", 8, 0, "Sunday 29 March 2026, 08:00 (06:00 UTC)")]
    [InlineData("Europe/Berlin", 2, 30, "Sunday 29 March 2026, 03:00 (01:00 UTC)")]
    [InlineData("Europe/Berlin", 18, 0, "Saturday 28 March 2026, 18:00 (17:00 UTC)")]
    [InlineData("Asia/Tokyo", 8, 0, "Sunday 29 March 2026, 08:00 (Saturday 28 March 2026, 23:00 UTC)")]
    [InlineData("America/Los_Angeles", 20, 0, "Saturday 28 March 2026, 20:00 (Sunday 29 March 2026, 03:00 UTC)")]
    [InlineData("Asia/Kolkata", 18, 15, "Saturday 28 March 2026, 18:15 (12:45 UTC)")]
    [InlineData("UTC", 13, 0, "Saturday 28 March 2026, 13:00 (UTC)")]
    public void Next_DailyAtAnHour_InLocalTimeAndUtc(string zone, int hour, int minute, string expected) =>
        Assert.Equal(expected, SubscriptionWording.Next(Daily(new LocalTime(hour, minute), zone, Now), Now));

    [Fact]
    public void Next_RunThatIsOwed_IsOnItsWay() =>
        Assert.Equal("Now: it is on its way", SubscriptionWording.Next(Daily(new LocalTime(8, 0), "UTC", Now - Duration.FromDays(1)), Now));

    [Fact]
    public void State_PausedUntilADay_NamesTheDayOfItsOwnZone() => Assert.Equal(
        "paused until Monday 30 March 2026",
        SubscriptionWording.State(Daily(new LocalTime(8, 0), "Asia/Tokyo", Now) with { State = new SubscriptionState.Paused(Instant.FromUtc(2026, 3, 29, 15, 0)) }));

    private static Subscription Daily(LocalTime at, string zone, Instant since) => new()
    {
        Id = "0a1b2c3d4e",
        Owner = new Owner("webchat", "ada"),
        Destination = new("webchat", "one", DestinationKind.Person),
        Question = new Question(Intent.FindRoles),
        Rhythm = new Rhythm.OnDays(Weekdays.EveryDay, at, zone),
        Progress = new Progress(since, null),
    };
}
