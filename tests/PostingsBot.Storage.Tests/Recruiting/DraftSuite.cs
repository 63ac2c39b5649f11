using NodaTime;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>What every store does with drafts and with questions that found no answer. A store joins by deriving from this.</summary>
public abstract class DraftSuite
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly Instant Due = Instant.FromDateTimeOffset(EditStores.Now.AddHours(1));

    private protected abstract EditStores Stores { get; }

    private IDrafts Drafts => Stores.Recruiting.Drafts;

    private IUnanswered Unanswered => Stores.Recruiting.Unanswered;

    [SuiteFact]
    public async Task Create_Draft_IsFoundByIdAndOwner()
    {
        var draft = Draft("d1");
        Assert.True(await CreateAsync(draft));

        var stored = (await Drafts.FindAsync("d1", CancellationToken.None))!;

        Assert.Equal((draft, Instant.FromDateTimeOffset(EditStores.Now)), (stored.Draft, stored.Changed));
        Assert.Equal([stored], await Drafts.OfOwnerAsync(EditStores.Ana, CancellationToken.None));
        Assert.Empty(await Drafts.OfOwnerAsync(EditStores.Ben, CancellationToken.None));
        Assert.Null(await Drafts.FindAsync("d2", CancellationToken.None));
    }

    [SuiteFact]
    public async Task Create_TooManyOrTheSameId_IsRefused()
    {
        Assert.True(await CreateAsync(Draft("d1")));
        Assert.False(await CreateAsync(Draft("d1")));
        Assert.True(await CreateAsync(Draft("d2")));

        Assert.False(await CreateAsync(Draft("d3")));
    }

    [SuiteFact]
    public async Task UpdateAndDelete_OfAnOldReading_AreRefused()
    {
        await CreateAsync(Draft("d1"));
        var read = (await Drafts.FindAsync("d1", CancellationToken.None))!;
        Assert.True(await Drafts.UpdateAsync(read, read.Draft with { Json = """{"a":1}""", Due = Due }, EditStores.Now.AddMinutes(1), CancellationToken.None));

        Assert.False(await Drafts.UpdateAsync(read, read.Draft with { Json = "{}" }, EditStores.Now, CancellationToken.None));
        Assert.False(await Drafts.DeleteAsync(read, CancellationToken.None));

        var now = (await Drafts.FindAsync("d1", CancellationToken.None))!;
        Assert.Equal(("""{"a":1}""", Due), (now.Draft.Json, now.Draft.Due));
        Assert.True(await Drafts.DeleteAsync(now, CancellationToken.None));
        Assert.Null(await Drafts.FindAsync("d1", CancellationToken.None));
    }

    [SuiteFact]
    public async Task ClaimDue_ScheduledDraft_IsOneClaimersUntilTheLeaseEnds()
    {
        await CreateAsync(Draft("d1") with { Due = Due });
        await CreateAsync(Draft("d2"));
        var due = Due.ToDateTimeOffset();
        Assert.Empty(await Drafts.ClaimDueAsync(due.AddSeconds(-1), Lease, 10, CancellationToken.None));

        var claims = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Drafts.ClaimDueAsync(due, Lease, 10, CancellationToken.None))))).SelectMany(claim => claim).ToList();

        var claimed = Assert.Single(claims);
        Assert.Equal(("d1", Due), (claimed.Draft.Id, claimed.Draft.Due));
        Assert.Empty(await Drafts.ClaimDueAsync(due + Lease - TimeSpan.FromSeconds(1), Lease, 10, CancellationToken.None));
        var again = Assert.Single(await Drafts.ClaimDueAsync(due + Lease, Lease, 10, CancellationToken.None));
        Assert.False(await Drafts.DeleteAsync(claimed, CancellationToken.None));
        Assert.True(await Drafts.DeleteAsync(again, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Prune_OldDrafts_GoUnlessTheyAreScheduled()
    {
        await CreateAsync(Draft("d1"));
        await CreateAsync(Draft("d2") with { Due = Due });

        Assert.Equal(0, await Drafts.PruneAsync(EditStores.Now, CancellationToken.None));
        Assert.Equal(1, await Drafts.PruneAsync(EditStores.Now.AddDays(1), CancellationToken.None));

        Assert.Equal("d2", Assert.Single(await Drafts.OfOwnerAsync(EditStores.Ana, CancellationToken.None)).Draft.Id);
    }

    [SuiteFact]
    public async Task Counts_OfPeopleWhoAsked_CountsEachOnce()
    {
        foreach (var (role, topic, who) in new[] { ("07", "visa", "a"), ("07", "visa", "a"), ("07", "visa", "b"), ("07", "pay", "a"), ("08", "visa", "a") })
            await Unanswered.NoteAsync(role, topic, who, EditStores.Now, CancellationToken.None);

        var counts = await Unanswered.CountsAsync(["07"], CancellationToken.None);

        Assert.Equal([("visa", 2), ("pay", 1)], counts.Select(topic => (topic.Topic, topic.People)));
    }

    [SuiteFact]
    public async Task Clear_WhatWasTold_KeepsWhoAskedSince()
    {
        await Unanswered.NoteAsync("07", "visa", "a", EditStores.Now, CancellationToken.None);
        var told = await Unanswered.CountsAsync(["07"], CancellationToken.None);
        await Unanswered.NoteAsync("07", "visa", "b", EditStores.Now, CancellationToken.None);

        await Unanswered.ClearAsync(told, CancellationToken.None);

        Assert.Equal(1, Assert.Single(await Unanswered.CountsAsync(["07"], CancellationToken.None)).People);
        Assert.Equal(1, await Unanswered.PruneAsync(EditStores.Now.AddDays(1), CancellationToken.None));
        Assert.Empty(await Unanswered.CountsAsync(["07"], CancellationToken.None));
    }

    private static Draft Draft(string id) => new(id, EditStores.Ana, "{}", null);

    private Task<bool> CreateAsync(Draft draft) => Drafts.CreateAsync(draft, 2, EditStores.Now, CancellationToken.None);
}
