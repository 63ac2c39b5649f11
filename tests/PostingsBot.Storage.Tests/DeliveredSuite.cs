using PostingsBot.Core.Postings;
using PostingsBot.Storage.Delivered;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>What every store of delivered cards does. A store joins by deriving from this; it keeps three cards of one role.</summary>
public abstract class DeliveredSuite
{
    protected const int MostPerRole = 3;

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", body: "Bread");
    private static readonly Posting Cook = Sample.Role("08", "Cook", "Acme", body: "Soup");

    protected abstract IDeliveredCards Cards { get; }

    protected abstract ICatalogueStore Catalogue { get; }

    [SuiteFact]
    public async Task Remember_NewCard_IsDueOnceWithAllThatWasKept()
    {
        var card = Card("1", "07", "08");
        await Cards.RememberAsync(card, Start, CancellationToken.None);

        var due = Assert.Single(await ClaimAsync(Start));
        await Cards.SettleAsync(due, """{"b":2}""", Start, CancellationToken.None);

        Assert.Equal(card with { Roles = [] }, due.Card with { Roles = [] });
        Assert.Equal(1, due.Attempt);
        Assert.Empty(await ClaimAsync(Start.AddDays(1)));
    }

    [SuiteFact]
    public async Task Find_OfItsConversationAlone_GivesWhatWasKeptLast()
    {
        var card = Card("1", "07");
        await Cards.RememberAsync(card, Start, CancellationToken.None);
        await Cards.RememberAsync(card with { Card = """{"b":2}""" }, Start, CancellationToken.None);

        Task<string?> FindAsync(string channel, string conversation, string activity) => Cards.FindAsync(channel, conversation, activity, CancellationToken.None);

        Assert.Equal("""{"b":2}""", await FindAsync(card.Channel, card.Conversation, "1"));
        Assert.Null(await FindAsync("elsewhere", card.Conversation, "1"));
        Assert.Null(await FindAsync(card.Channel, card.Conversation + "2", "1"));
        Assert.Null(await FindAsync(card.Channel, card.Conversation, "2"));
    }

    [SuiteFact]
    public async Task Mark_RoleChanged_MakesItsCardsDueOnce()
    {
        await PutAsync(Baker, Cook);
        await SettledAsync(Card("1", "07"), Card("2", "08"), Card("3", "07", "08"));

        await PutAsync(Sample.Role("07", "Baker", "Acme", body: "Rolls"));
        var marked = await Cards.MarkAsync(Start, CancellationToken.None);
        var again = await Cards.MarkAsync(Start, CancellationToken.None);

        Assert.Equal((2, 0), (marked, again));
        Assert.Equal(["1", "3"], (await ClaimAsync(Start)).Select(due => due.Card.Activity).Order());
    }

    [SuiteFact]
    public async Task Claim_WhileLeased_GivesTheCardToNobodyElse()
    {
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAsync(Start))));
        var later = await ClaimAsync(Start + Lease);

        Assert.Single(claims.SelectMany(claim => claim));
        Assert.Equal(2, Assert.Single(later).Attempt);
    }

    [SuiteFact]
    public async Task Settle_RoleChangedWhileTheCardWasDrawn_LeavesItDue()
    {
        await PutAsync(Baker);
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        await Cards.MarkAsync(Start, CancellationToken.None);
        var due = Assert.Single(await ClaimAsync(Start));

        await PutAsync(Sample.Role("07", "Baker", "Acme", body: "Rolls"));
        await Cards.MarkAsync(Start, CancellationToken.None);
        var meanwhile = await ClaimAsync(Start);
        await Cards.SettleAsync(due, "{}", Start, CancellationToken.None);

        Assert.Empty(meanwhile);
        Assert.True(Assert.Single(await ClaimAsync(Start)).Change > due.Change);
    }

    [SuiteFact]
    public async Task Settle_AfterTheLeaseWasLost_ChangesNothing()
    {
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        var lost = Assert.Single(await ClaimAsync(Start));
        var held = Assert.Single(await ClaimAsync(Start + Lease));

        await Cards.SettleAsync(lost, "{}", Start + Lease, CancellationToken.None);
        await Cards.PostponeAsync(held, Start + Lease, CancellationToken.None);

        Assert.Equal(held.Card.Card, Assert.Single(await ClaimAsync(Start + Lease)).Card.Card);
    }

    [SuiteFact]
    public async Task Postpone_AFailure_ComesBackAtItsTime()
    {
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        var due = Assert.Single(await ClaimAsync(Start));

        await Cards.PostponeAsync(due, Start.AddMinutes(1), CancellationToken.None);

        Assert.Empty(await ClaimAsync(Start.AddSeconds(59)));
        Assert.Equal(2, Assert.Single(await ClaimAsync(Start.AddMinutes(1))).Attempt);
    }

    [SuiteFact]
    public async Task Forget_AClaimedCard_IsGone()
    {
        await PutAsync(Baker);
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        await Cards.ForgetAsync(Assert.Single(await ClaimAsync(Start)), CancellationToken.None);

        await PutAsync(Sample.Role("07", "Baker", "Acme", body: "Rolls"));

        Assert.Equal(0, await Cards.MarkAsync(Start, CancellationToken.None));
        Assert.Empty(await ClaimAsync(Start.AddDays(1)));
    }

    [SuiteFact]
    public async Task Forget_WhatTookACardsPlace_LeavesTheOthers()
    {
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        await Cards.RememberAsync(Card("2", "07"), Start, CancellationToken.None);

        var gone = Card("1");
        await Cards.ForgetAsync(gone.Channel, gone.Conversation, gone.Activity, CancellationToken.None);
        await Cards.ForgetAsync("slack", gone.Conversation, "2", CancellationToken.None);

        Assert.Equal("2", Assert.Single(await ClaimAsync(Start)).Card.Activity);
    }

    [SuiteFact]
    public async Task Remember_MoreThanTheLimitOfOneRole_ForgetsTheOldest()
    {
        foreach (var activity in new[] { "1", "2", "3", "4" })
            await Cards.RememberAsync(Card(activity, "07"), Start, CancellationToken.None);
        await Cards.RememberAsync(Card("5", "08"), Start, CancellationToken.None);

        Assert.Equal(["2", "3", "4", "5"], (await ClaimAsync(Start)).Select(due => due.Card.Activity).Order());
    }

    [SuiteFact]
    public async Task Remember_TheSameActivityAgain_ReplacesIt()
    {
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        await Cards.RememberAsync(Card("1", "08") with { Card = """{"b":2}""" }, Start, CancellationToken.None);

        Assert.Equal("""{"b":2}""", Assert.Single(await ClaimAsync(Start)).Card.Card);
    }

    [SuiteFact]
    public async Task Prune_ByTime_TakesOnlyTheOlder()
    {
        await Cards.RememberAsync(Card("1", "07"), Start, CancellationToken.None);
        await Cards.RememberAsync(Card("2", "07"), Start.AddDays(2), CancellationToken.None);

        Assert.Equal(1, await Cards.PruneAsync(Start.AddDays(1), CancellationToken.None));
        Assert.Equal("2", Assert.Single(await ClaimAsync(Start.AddDays(3))).Card.Activity);
    }

    private static DeliveredCard Card(string activity, params string[] roles) =>
        new("msteams", "19:chat@thread.v2", activity, """{"serviceUrl":"https://smba.example/ü"}""", """{"a":1}""", roles);

    private async Task<IReadOnlyList<DueCard>> ClaimAsync(DateTimeOffset now) => await Cards.ClaimAsync(now, Lease, 10, CancellationToken.None);

    private async Task SettledAsync(params DeliveredCard[] cards)
    {
        foreach (var card in cards)
            await Cards.RememberAsync(card, Start, CancellationToken.None);
        await Cards.MarkAsync(Start, CancellationToken.None);
        foreach (var due in await ClaimAsync(Start))
            await Cards.SettleAsync(due, due.Card.Card, Start, CancellationToken.None);
    }

    private Task PutAsync(params Posting[] postings) => Catalogue.ApplyAsync(Sample.Edits(postings), CancellationToken.None);
}
