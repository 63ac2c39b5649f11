using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>What every store of saved roles does. A store joins by deriving from this.</summary>
public abstract class SavedSuite
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly Owner Ada = new("slack", "T1:U1");
    private static readonly Owner Bob = new("slack", "T1:U2");
    private static readonly Destination Here = new("slack", "T1:U1", DestinationKind.Person);
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", body: "Bread");

    protected abstract ISavedRoles Saved { get; }

    protected abstract ICatalogueStore Catalogue { get; }

    protected abstract IOutbox Outbox { get; }

    [SuiteFact]
    public async Task Save_OneThenAnother_OwnLatestFirst()
    {
        await SaveAsync(Role("07"));
        await SaveAsync(Role("08") with { Destination = null });
        await SaveAsync(Role("07") with { Owner = Bob });

        Assert.Equal([Role("08") with { Destination = null }, Role("07")], await Saved.OfOwnerAsync(Ada, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Save_Again_KeptOnceWithTheDestinationItHad()
    {
        await SaveAsync(Role("07"));

        Assert.Equal(SaveResult.SavedBefore, await SaveAsync(Role("07") with { Destination = null, Print = "other" }));
        Assert.Equal(Role("07") with { Print = "other" }, Assert.Single(await Saved.OfOwnerAsync(Ada, CancellationToken.None)));
    }

    [SuiteFact]
    public async Task Save_AsManyAsOneMay_RefusedButForThoseSavedBefore()
    {
        await SaveAsync(Role("07"));
        await SaveAsync(Role("08"));

        Assert.Equal(SaveResult.Full, await SaveAsync(Role("09")));
        Assert.Equal(SaveResult.SavedBefore, await SaveAsync(Role("08")));
        Assert.Equal(SaveResult.Saved, await SaveAsync(Role("09") with { Owner = Bob }));
    }

    [SuiteFact]
    public async Task Remove_SomeOfOne_OthersStay()
    {
        await SaveAsync(Role("07"));
        await SaveAsync(Role("07") with { Owner = Bob });

        Assert.Equal(1, await Saved.RemoveAsync(Ada, ["07", "99"], CancellationToken.None));
        Assert.Empty(await Saved.OfOwnerAsync(Ada, CancellationToken.None));
        Assert.Single(await Saved.OfOwnerAsync(Bob, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Due_RoleChanged_ItsSaversOnceUntilSettled()
    {
        await Catalogue.ApplyAsync(Sample.Edits([Baker]), CancellationToken.None);
        await SaveAsync(Role("07"));
        await SaveAsync(Role("08") with { Owner = Bob });
        await SettleAllAsync();

        await Catalogue.ApplyAsync(Sample.Edits([Sample.Role("07", "Baker", "Acme", body: "Rolls")]), CancellationToken.None);

        var due = Assert.Single(await Saved.DueAsync(10, CancellationToken.None));
        Assert.Equal(Role("07"), due.Saved);
        Assert.True(await Saved.SettleAsync(due, due.Saved with { IsOpen = false }, Message("a"), Start, CancellationToken.None));
        Assert.False(await Saved.SettleAsync(due, due.Saved, Message("b"), Start, CancellationToken.None));
        Assert.Empty(await Saved.DueAsync(10, CancellationToken.None));
        Assert.Equal("a", Assert.Single(await Outbox.ClaimAsync(Start, TimeSpan.FromMinutes(1), 10, CancellationToken.None)).Delivery.Key);
        Assert.False(Assert.Single(await Saved.OfOwnerAsync(Ada, CancellationToken.None)).IsOpen);
    }

    [SuiteFact]
    public async Task Settle_ChangedAgainMeanwhile_NotSettledAndDueStill()
    {
        await Catalogue.ApplyAsync(Sample.Edits([Baker]), CancellationToken.None);
        await SaveAsync(Role("07"));
        var before = Assert.Single(await Saved.DueAsync(10, CancellationToken.None));
        await Catalogue.ApplyAsync(Sample.Edits([Sample.Role("07", "Baker", "Acme", body: "Rolls")]), CancellationToken.None);
        await Saved.DueAsync(10, CancellationToken.None);

        Assert.False(await Saved.SettleAsync(before, before.Saved, Message("a"), Start, CancellationToken.None));
        Assert.Single(await Saved.DueAsync(10, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Settle_RoleGone_SavedNoMore()
    {
        await SaveAsync(Role("07"));

        Assert.True(await Saved.SettleAsync(Assert.Single(await Saved.DueAsync(10, CancellationToken.None)), known: null, Message("a"), Start, CancellationToken.None));
        Assert.Empty(await Saved.OfOwnerAsync(Ada, CancellationToken.None));
    }

    private static SavedRole Role(string id) => new(Ada, Here, id, "Baker at Acme", "abc", IsOpen: true);

    private static NewDelivery Message(string key) => new(key, Here.Channel, Here.Conversation, "{}");

    private Task<SaveResult> SaveAsync(SavedRole role) => Saved.SaveAsync(role, 2, Start, CancellationToken.None);

    private async Task SettleAllAsync()
    {
        foreach (var due in await Saved.DueAsync(10, CancellationToken.None))
            Assert.True(await Saved.SettleAsync(due, due.Saved, message: null, Start, CancellationToken.None));
    }
}
