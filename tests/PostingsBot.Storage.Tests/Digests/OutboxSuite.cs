using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Digests;

/// <summary>What every outbox does. A store joins by deriving from this.</summary>
public abstract class OutboxSuite
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    protected abstract ISubscriptions Subscriptions { get; }

    protected abstract IDigests Digests { get; }

    protected abstract IOutbox Outbox { get; }

    [SuiteFact]
    public async Task Claim_OneDestination_OneAfterTheOther()
    {
        await PutAsync(("1", "anna"), ("2", "bert"), ("3", "anna"));

        var first = await ClaimAsync(Start);
        Assert.Equal(["1", "2"], Keys(first));
        Assert.Empty(await ClaimAsync(Start));

        await Outbox.SentAsync(first[0], "activity", Start, default);
        Assert.Equal(["3"], Keys(await ClaimAsync(Start)));
    }

    [SuiteFact]
    public async Task Put_Message_IsClaimedBehindWhatWaits()
    {
        await PutAsync(("1", "anna"));

        Assert.True(await Outbox.PutAsync(new NewDelivery("notice", "test", "anna", "{\"text\":\"hello\"}"), Start, default));

        await Outbox.SentAsync(Assert.Single(await ClaimAsync(Start)), null, Start, default);
        Assert.Equal(new NewDelivery("notice", "test", "anna", "{\"text\":\"hello\"}"), Assert.Single(await ClaimAsync(Start)).Delivery);
    }

    [SuiteFact]
    public async Task Put_SameKey_OnceAlsoWhenItWasSent()
    {
        var message = new NewDelivery("notice", "test", "anna", "{}");

        var puts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Outbox.PutAsync(message, Start, default))));
        Assert.Single(puts, put => put);
        await Outbox.SentAsync(Assert.Single(await ClaimAsync(Start)), null, Start, default);

        Assert.False(await Outbox.PutAsync(message with { Conversation = "bert" }, Start.AddDays(1), default));
        Assert.Empty(await ClaimAsync(Start.AddDays(1)));
    }

    [SuiteFact]
    public async Task Postpone_Delivery_HoldsBackWhatIsBehindIt()
    {
        await PutAsync(("1", "anna"), ("2", "anna"));
        var due = Assert.Single(await ClaimAsync(Start));

        Assert.True(await Outbox.PostponeAsync(due, Start.AddMinutes(10), "busy", default));

        Assert.Empty(await ClaimAsync(Start.AddMinutes(9)));
        var again = Assert.Single(await ClaimAsync(Start.AddMinutes(10)));
        Assert.Equal(("1", 2), (again.Delivery.Key, again.Attempt));
    }

    [SuiteFact]
    public async Task Claim_MadeByAClockThatWasAYearAhead_IsSentAndHoldsNothingBack()
    {
        await PutAsync(("1", "anna"));
        var ahead = Assert.Single(await ClaimAsync(Start.AddYears(1)));

        var now = Assert.Single(await ClaimAsync(Start));

        Assert.Equal(("1", 2), (now.Delivery.Key, now.Attempt));
        Assert.False(await Outbox.SentAsync(ahead, null, Start, default));
    }

    [SuiteFact]
    public async Task GiveUp_Delivery_IsADeadLetterAndLetsTheNextGo()
    {
        await PutAsync(("1", "anna"), ("2", "anna"));
        var due = Assert.Single(await ClaimAsync(Start));

        await Outbox.GiveUpAsync(due, "refused", Start, default);

        var dead = Assert.Single(await Outbox.DeadAsync(10, default));
        Assert.Equal(("1", "refused", Start), (dead.Delivery.Key, dead.Error, dead.At));
        Assert.Equal(["2"], Keys(await ClaimAsync(Start)));
        Assert.True(await Outbox.ReplayAsync(dead.Number, Start, default));
        Assert.False(await Outbox.ReplayAsync(dead.Number, Start, default));
        Assert.Equal(["1"], Keys(await ClaimAsync(Start)));
        Assert.Empty(await Outbox.DeadAsync(10, default));
    }

    [SuiteFact]
    public async Task Settle_LeaseLost_ChangesNothing()
    {
        await PutAsync(("1", "anna"));
        var lost = Assert.Single(await ClaimAsync(Start));
        var held = Assert.Single(await ClaimAsync(Start + Lease));

        Assert.False(await Outbox.PostponeAsync(lost, Start.AddDays(1), "late", default));
        Assert.False(await Outbox.SentAsync(lost, null, Start, default));
        Assert.True(await Outbox.SentAsync(held, null, Start, default));
        Assert.False(await Outbox.GiveUpAsync(held, "again", Start, default));
        Assert.Empty(await ClaimAsync(Start.AddDays(1)));
    }

    [SuiteFact]
    public async Task Status_WaitingDeadAndSent_Counted()
    {
        await PutAsync(("1", "anna"), ("2", "bert"), ("3", "carl"), ("4", "dora"));
        var due = await ClaimAsync(Start);
        await Outbox.SentAsync(due[0], "x", Start.AddMinutes(1), default);
        await Outbox.GiveUpAsync(due[1], "no", Start, default);

        Assert.Equal(new DigestStatus(4, 0, null, 2, Start, 1, Start.AddMinutes(1)) { Run = new DigestRun(Start, 4, Start, 1) }, await Digests.StatusAsync(Start, default));
    }

    [SuiteFact]
    public async Task Claim_ByManyAtOnce_EachDeliveryOnce()
    {
        await PutAsync([.. Enumerable.Range(0, 30).Select(i => ($"{i}", $"room{i % 15}"))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Outbox.ClaimAsync(Start, Lease, 5, default))));

        var claimed = claims.SelectMany(claim => claim).ToList();
        Assert.Equal(claimed.Count, claimed.Select(one => one.Delivery.Key).Distinct().Count());
        Assert.Equal(claimed.Count, claimed.Select(one => one.Delivery.Conversation).Distinct().Count());
    }

    private Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now) => Outbox.ClaimAsync(now, Lease, 10, default);

    private static IEnumerable<string> Keys(IEnumerable<DueDelivery> due) => due.Select(one => one.Delivery.Key);

    /// <summary>A digest for each, of a subscription of its own.</summary>
    private async Task PutAsync(params (string Key, string To)[] deliveries)
    {
        foreach (var (key, to) in deliveries)
        {
            var subscription = new Subscription
            {
                Id = key,
                Owner = new Owner("test", key),
                Destination = new Destination("test", to, DestinationKind.Person),
                Question = new Question(Intent.FindRoles),
                Rhythm = new Rhythm.AtOnce(),
                Progress = new Progress(Instant.FromDateTimeOffset(Start), null),
            };
            await Subscriptions.CreateAsync(subscription, [], 1, Start, default);
            var due = await Digests.ClaimAsync(Start, Lease, 10, default);
            await Digests.CommitAsync([new DigestBundle([.. due.Select(one => new MadeDigest(one, one.Stored.Subscription, key, 0, []))], new NewDelivery(key, "test", to, "{}"))], Start, default);
        }
    }
}
