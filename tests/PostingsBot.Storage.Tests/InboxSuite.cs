using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>What every inbox does. A store joins by deriving from this.</summary>
public abstract class InboxSuite
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    protected abstract IInbox Inbox { get; }

    [SuiteFact]
    public async Task Keep_NewEnvelope_IsClaimedWithAllThatWasKept()
    {
        var envelope = new Envelope("Ev1", "T1:C1", "event", """{"text":"Zürich ' \u0000"}""");

        Assert.Equal(1, await KeepAsync(envelope));
        var due = Assert.Single(await ClaimAsync(Start));

        Assert.Equal((envelope, 1, Start), (due.Envelope, due.Attempt, due.Received));
    }

    [SuiteFact]
    public async Task Keep_DeliveredAgain_ChangesNothing()
    {
        await KeepAsync(Of("Ev1", "a"));
        var again = await KeepAsync(Of("Ev1", "a"), Of("Ev2", "b"), Of("Ev2", "b"));
        var claimed = await ClaimAsync(Start);
        await Inbox.SettleAsync(claimed, CancellationToken.None);
        var afterwards = await KeepAsync(Of("Ev1", "a"), Of("Ev2", "b"));

        Assert.Equal((1, 0), (again, afterwards));
        Assert.Equal(["Ev1", "Ev2"], Ids(claimed));
        Assert.Empty(await ClaimAsync(Start.AddHours(1)));
    }

    [SuiteFact]
    public async Task Claim_SeveralOfAConversation_GivesThemOneAfterAnotherAsTheyCame()
    {
        await KeepAsync(Of("Ev9", "a"), Of("Ev8", "a"), Of("Ev7", "b"));
        await KeepAsync(Of("Ev1", "a"));

        var given = new List<string>();
        while (await ClaimAsync(Start) is { Count: > 0 } claimed)
        {
            given.Add(string.Join('+', Ids(claimed)));
            await Inbox.SettleAsync(claimed, CancellationToken.None);
        }

        Assert.Equal(["Ev9+Ev7", "Ev8", "Ev1"], given);
    }

    [SuiteFact]
    public async Task Claim_WhileLeased_GivesTheConversationToNobodyElse()
    {
        await KeepAsync(Of("Ev1", "a"), Of("Ev2", "a"));

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAsync(Start))));
        var later = await ClaimAsync(Start + Lease);

        Assert.Equal("Ev1", Assert.Single(claims.SelectMany(claim => claim)).Envelope.Id);
        Assert.Equal(("Ev1", 2), (Assert.Single(later).Envelope.Id, later[0].Attempt));
    }

    [SuiteFact]
    public async Task Claim_ByMany_GivesEachToOne()
    {
        await KeepAsync([.. Enumerable.Range(0, 200).Select(n => Of($"Ev{n}", $"c{n}"))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await ClaimAsync(Start) is { Count: > 0 } claimed)
                mine.AddRange(Ids(claimed));
            return mine;
        })));
        var left = new List<string>();
        while (await ClaimAsync(Start) is { Count: > 0 } claimed)
            left.AddRange(Ids(claimed));

        Assert.Equal(Enumerable.Range(0, 200).Select(n => $"Ev{n}").Order(), claims.SelectMany(mine => mine).Concat(left).Order());
    }

    [SuiteFact]
    public async Task Claim_AtMost_TakesTheOldest()
    {
        await KeepAsync(Of("Ev3", "a"), Of("Ev2", "b"), Of("Ev1", "c"));

        Assert.Equal(["Ev3", "Ev2"], Ids(await Inbox.ClaimAsync(Start, Lease, 2, CancellationToken.None)));
    }

    [SuiteFact]
    public async Task Renew_AHeldEnvelope_KeepsItFromOthers()
    {
        await KeepAsync(Of("Ev1", "a"));
        var held = await ClaimAsync(Start);

        await Inbox.RenewAsync(held, Start + (2 * Lease), CancellationToken.None);

        Assert.Empty(await ClaimAsync(Start + Lease));
        Assert.Single(await ClaimAsync(Start + (2 * Lease)));
    }

    [SuiteFact]
    public async Task Settle_AfterTheLeaseWasLost_ChangesNothing()
    {
        await KeepAsync(Of("Ev1", "a"));
        var lost = await ClaimAsync(Start);
        var held = await ClaimAsync(Start + Lease);

        await Inbox.SettleAsync(lost, CancellationToken.None);
        await Inbox.RenewAsync(lost, Start.AddDays(1), CancellationToken.None);
        await Inbox.PostponeAsync(Assert.Single(held), Start + Lease, CancellationToken.None);

        Assert.Equal("Ev1", Assert.Single(await ClaimAsync(Start + Lease)).Envelope.Id);
    }

    [SuiteFact]
    public async Task Postpone_AFailure_ComesBackAtItsTimeBeforeWhatCameLater()
    {
        await KeepAsync(Of("Ev1", "a"), Of("Ev2", "a"));
        var due = Assert.Single(await ClaimAsync(Start));

        await Inbox.PostponeAsync(due, Start.AddMinutes(5), CancellationToken.None);

        Assert.Empty(await ClaimAsync(Start.AddMinutes(4)));
        Assert.Equal(("Ev1", 2), (await ClaimAsync(Start.AddMinutes(5))).Select(again => (again.Envelope.Id, again.Attempt)).Single());
    }

    [SuiteFact]
    public async Task Prune_ByTime_TakesOnlyWhatIsDoneAndOlder()
    {
        await KeepAsync(Of("done", "a"), Of("waiting", "b"));
        await Inbox.SettleAsync([.. (await ClaimAsync(Start)).Where(due => due.Envelope.Id == "done")], CancellationToken.None);

        var early = await Inbox.PruneAsync(Start, CancellationToken.None);
        var late = await Inbox.PruneAsync(Start.AddSeconds(1), CancellationToken.None);

        Assert.Equal((0, 1), (early, late));
        Assert.Equal("waiting", Assert.Single(await ClaimAsync(Start + Lease)).Envelope.Id);
        Assert.Equal(1, await KeepAsync(Of("done", "a")));
    }

    [SuiteFact]
    public async Task Writer_ManyCallersAtOnce_KeepsEachOnce()
    {
        var told = 0;
        var writer = new InboxWriter(Inbox, new FixedClock(), kept => Interlocked.Add(ref told, kept));

        await Task.WhenAll(Enumerable.Range(0, 500).Select(n => Task.Run(() => writer.KeepAsync(Of($"Ev{n % 400}", $"c{n % 400}")))));

        Assert.Equal(500, told);
        Assert.Equal(400, (await Inbox.ClaimAsync(new FixedClock().GetUtcNow(), Lease, 1000, CancellationToken.None)).Count);
    }

    private static Envelope Of(string id, string conversation) => new(id, conversation, "event", "{}");

    private static IEnumerable<string> Ids(IEnumerable<DueEnvelope> claimed) => claimed.Select(due => due.Envelope.Id);

    private Task<int> KeepAsync(params Envelope[] envelopes) => Inbox.KeepAsync(envelopes, Start, CancellationToken.None);

    private async Task<IReadOnlyList<DueEnvelope>> ClaimAsync(DateTimeOffset now) => await Inbox.ClaimAsync(now, Lease, 10, CancellationToken.None);
}
