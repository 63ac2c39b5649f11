using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Digests;

public sealed class DigestMakerTests
{
    private static readonly Instant Since = Instant.FromUtc(2026, 3, 1, 12, 0);
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 9, 30);
    private static readonly Rhythm Daily = new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(9, 0), "UTC");

    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme");

    private static readonly Dictionary<string, Posting> Roles = new() { ["07"] = Baker, ["08"] = Sample.Role("08", "Cook", "Acme", status: PostingStatus.Closed) };

    [Fact]
    public void Make_DailyAfterDaysOfSilence_OneDigestOfTheLatestDate()
    {
        var bundle = Assert.Single(Make(Due(Daily, roles: ["07", "08", "gone"])));

        var made = Assert.Single(bundle.Digests);
        Assert.Equal(("2026-03-04", 1, new LocalDate(2026, 3, 4)), (made.Occasion, made.Items, made.After.Progress.Last));
        Assert.Equal([Told.Of(Baker)], made.Ledger);
        Assert.Equal("Daily:07", bundle.Delivery!.Payload);
    }

    [Theory]
    [InlineData(QuietDays.Nothing, false)]
    [InlineData(QuietDays.OneLine, true)]
    public void Make_QuietDay_NotedAndSentOnlyByChoice(QuietDays quiet, bool isSent)
    {
        var bundle = Assert.Single(Make(Due(Daily, quiet: quiet)));

        Assert.Equal("2026-03-04", Assert.Single(bundle.Digests).Occasion);
        Assert.Equal(isSent, bundle.Delivery is not null);
    }

    [Fact]
    public void Make_AtOnceWithNothingNew_LookedAtAndNothingSaid()
    {
        var bundle = Assert.Single(Make(Due(new Rhythm.AtOnce(), roles: ["07"], ledger: [Told.Of(Baker)])));

        Assert.Equal((null, true), (Assert.Single(bundle.Digests).Occasion, bundle.Digests[0].TookNews));
        Assert.Null(bundle.Delivery);
    }

    [Fact]
    public void Make_AtOnceWithNews_OccasionOfThatNews() =>
        Assert.Equal("news 12", Assert.Single(Assert.Single(Make(Due(new Rhythm.AtOnce(), roles: ["07"]))).Digests).Occasion);

    [Fact]
    public void Make_PauseJustOver_GoesOnWithoutTakingItsNews()
    {
        var paused = Due(Daily, roles: ["07"], state: new SubscriptionState.Paused(Now));

        var made = Assert.Single(Assert.Single(Make(paused)).Digests);

        Assert.Equal((null, false), (made.Occasion, made.TookNews));
        Assert.Equal(new SubscriptionState.Active(), made.After.State);
    }

    [Fact]
    public void Make_TwoOfOneDestination_OneMessageWithTheSameKeyAgain()
    {
        var due = new[] { Due(Daily, "1", roles: ["07"]), Due(Daily, "2", roles: ["07"]) };

        var (once, again) = (Assert.Single(Make(due)), Assert.Single(Make([.. due.Reverse()])));

        Assert.Equal(2, once.Digests.Count);
        Assert.Equal(once.Delivery!.Key, again.Delivery!.Key);
        Assert.NotEqual(once.Delivery.Key, Assert.Single(Make(due[0])).Delivery!.Key);
    }

    private static IReadOnlyList<DigestBundle> Make(params DueSubscription[] due) =>
        DigestMaker.Make(due, Roles, content => $"Daily:{string.Join(',', content.Items.Select(item => item.Role.Id))}", Now);

    private static DueSubscription Due(Rhythm rhythm, string id = "1", string[]? roles = null, Told[]? ledger = null, QuietDays quiet = QuietDays.Nothing, SubscriptionState? state = null)
    {
        var subscription = new Subscription
        {
            Id = id,
            Owner = new Owner("test", "anna"),
            Destination = new Destination("test", "anna", DestinationKind.Person),
            Question = new Question(Intent.FindRoles),
            Rhythm = rhythm,
            QuietDays = quiet,
            State = state ?? new SubscriptionState.Active(),
            Progress = new Progress(Since, null),
        };
        return new DueSubscription(1, new StoredSubscription(subscription, 1), 12, roles ?? [], (ledger ?? []).ToDictionary(line => line.Role));
    }
}
