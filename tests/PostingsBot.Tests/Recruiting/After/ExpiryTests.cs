using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.State;
using PostingsBot.Tests.Support;
using Roles = PostingsBot.Tests.Support.Examples;

namespace PostingsBot.Tests.Recruiting.After;

/// <summary>Closing dates: roles close once their last day is over everywhere, and their owners hear of it three days before.</summary>
public sealed class ExpiryTests : IDisposable
{
    private readonly AfterWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", false)]
    [InlineData("2026-09-01", false)]
    public async Task Look_RoleOfAFile_ClosedOnceItsDayIsOverEverywhere(string last, bool isClosed)
    {
        await world.ImportAsync(Closing(Roles.Harbour, last));

        await world.LookAsync();
        await world.LookAsync();

        var role = await world.FindAsync(Roles.Harbour.Id);
        Assert.Equal(isClosed ? PostingStatus.Expired : null, role.Shown.Status?.Value);
        var entries = await world.Audit.QueryAsync(new AuditQuery(role.Id, WithImports: false), CancellationToken.None);
        if (!isClosed)
        {
            Assert.Empty(entries);
            return;
        }

        var entry = Assert.Single(entries);
        Assert.Equal((AuditAction.Expire, Actor.Expiry), (entry.Action, entry.By));
        Assert.Equal(RoleField.Status, Assert.Single(entry.Changes).Field);
    }

    [Fact]
    public async Task Look_DateExtendedByTheFileLater_OpenAgain()
    {
        await world.LookAsync();
        await world.ImportAsync(Closing(Roles.Harbour, "2026-03-01"));
        await world.LookAsync();
        Assert.False((await world.FindAsync(Roles.Harbour.Id)).Shown.IsOpen);

        await world.ImportAsync(Closing(Roles.Harbour, "2026-06-01"));
        await world.LookAsync();

        Assert.True((await world.FindAsync(Roles.Harbour.Id)).Shown.IsOpen);
        var entries = await world.Audit.QueryAsync(new AuditQuery(Roles.Harbour.Id, WithImports: false), CancellationToken.None);
        Assert.Equal([AuditAction.Reopen, AuditAction.Expire], entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task Look_ClosedByAPersonAndExtended_StaysClosed()
    {
        await world.LookAsync();
        await world.ImportAsync(Closing(Roles.Harbour, "2026-03-01"));
        await world.EditAsync(Roles.Harbour.Id, role => role with { Status = Said(PostingStatus.Closed) }, fields: RoleField.Status);

        await world.ImportAsync(Closing(Roles.Harbour, "2026-06-01"));
        await world.LookAsync();

        Assert.Equal(PostingStatus.Closed, (await world.FindAsync(Roles.Harbour.Id)).Shown.Status?.Value);
    }

    [Fact]
    public async Task Look_ThreeDaysBefore_OwnerWarnedOnceForTheDate()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.PostAsync(Closing(Roles.Harbour, "2026-03-06"));
        await world.LookAsync();
        Assert.Empty(await world.TakeAsync());

        world.Clock.Later += TimeSpan.FromHours(12);
        await world.LookAsync();
        var notice = await world.OnlyAsync();
        Assert.Equal("One of your roles closes soon.", notice.Text);
        var row = Assert.Single(notice.Rows);
        Assert.Equal(("Senior Backend Engineer at Harbour Labs", Roles.Harbour.Id), (row.Title, row.Role));
        Assert.StartsWith("Closes on Friday 6 March 2026", row.Note, StringComparison.Ordinal);
        Assert.Equal(["longer", "close", "leave"], row.Buttons.Select(button => button.Do));

        for (var hours = 0; hours < 100; hours += 5)
        {
            world.Clock.Later += TimeSpan.FromHours(5);
            world.Restart();
            await world.LookAsync();
        }

        Assert.Empty((await world.TakeAsync()).Where(one => one.Notice.Text.Contains("closes soon", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Look_Notice_WhatCanBeSaidIsUnderstoodAsTheButton()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.ImportAsync(Roles.Meadow);
        var role = await world.PostAsync(Closing(Roles.Harbour, "2026-03-05"));
        await world.LookAsync();
        var said = Assert.Single((await world.OnlyAsync()).Rows).Buttons.Select(button => button.Say).Where(say => say.Length > 0).ToList();

        var requests = new List<RecruitingRequest>();
        foreach (var sentence in said)
            requests.Add((await new Assistant(world.Catalogue).ReadAsync(sentence, Conversation.Empty, Talk.Today, CancellationToken.None)).Recruiting!);

        Assert.Equal([RecruitingAction.Extend, RecruitingAction.Close], requests.Select(request => request.Action));
        Assert.Equal(Talk.Today.PlusWeeks(2), Talk.Today.Plus(requests[0].Longer!));
        foreach (var request in requests)
        {
            var match = SearchText.MatchOf(Assert.IsType<Target.Described>(request.Target).Constraints);
            Assert.Equal(role.Id, Assert.Single((await world.Catalogue.SearchAsync(new Search(match, SearchOrder.Newest, 10), CancellationToken.None)).Postings).Id);
        }
    }

    [Fact]
    public async Task Look_AnotherDate_WarnedAgain()
    {
        await world.MeetAsync(AfterWorld.Anna);
        var role = await world.PostAsync(Closing(Roles.Harbour, "2026-03-05"));
        await world.LookAsync();
        await world.OnlyAsync();

        await world.EditAsync(role.Id, shown => shown with { ValidThrough = Said(new LocalDate(2026, 3, 4)) }, fields: RoleField.ValidThrough);
        await world.LookAsync();

        Assert.Contains("4 March", Assert.Single((await world.OnlyAsync()).Rows).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_SeveralRolesOfTwoOwners_OneNoticeEachWithNumberedButtons()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.MeetAsync(AfterWorld.Bert);
        await world.PostAsync(Closing(Roles.Harbour, "2026-03-05"));
        await world.PostAsync(Closing(Roles.Meadow, "2026-03-04"));
        await world.PostAsync(Closing(Roles.Nameless, "2026-03-04"), AfterWorld.Bert);

        await world.LookAsync();

        var told = (await world.TakeAsync()).ToDictionary(one => one.To, one => one.Notice);
        Assert.Equal(["1. Frontend Developer at Meadow", "2. Senior Backend Engineer at Harbour Labs"], told["anna"].Rows.Select(row => row.Title));
        Assert.Equal(["Extend 1 two weeks", "Close 1 now", "Leave 1", "Extend 2 two weeks", "Close 2 now", "Leave 2"], told["anna"].Rows.SelectMany(row => row.Buttons).Select(button => button.Title));
        Assert.Single(told["bert"].Rows);
    }

    [Fact]
    public async Task Look_RoleOfAFileEditedInChat_FirstEditorIsWarned()
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.MeetAsync(AfterWorld.Bert);
        await world.ImportAsync(Closing(Roles.Harbour, "2026-03-05"));
        await world.EditAsync(Roles.Harbour.Id, role => role with { Visa = Said("We sponsor visas.") }, AfterWorld.Bert, RoleField.Visa);
        await world.EditAsync(Roles.Harbour.Id, role => role with { Visa = Said("We sponsor no visas.") }, AfterWorld.Anna, RoleField.Visa);

        await world.LookAsync();

        Assert.Equal("bert", Assert.Single(await world.TakeAsync()).To);
    }

    [Fact]
    public async Task Look_OwnerMetOnlyLater_WarnedThen()
    {
        await world.PostAsync(Closing(Roles.Harbour, "2026-03-05"));
        await world.LookAsync();
        Assert.Empty(await world.TakeAsync());

        await world.MeetAsync(AfterWorld.Anna);
        await world.LookAsync();

        await world.OnlyAsync();
    }

    [Fact]
    public async Task Look_OwnerOnlyEverMetInAChannel_ToldThereByName()
    {
        await world.MeetAsync(AfterWorld.Anna, conversation: "town-hall", type: "channel");
        await world.PostAsync(Closing(Roles.Harbour, "2026-03-05"));

        await world.LookAsync();

        var (to, notice) = Assert.Single(await world.TakeAsync());
        Assert.Equal(("town-hall", "For Anna: One of your roles closes soon."), (to, notice.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Look_StoppedAtAnyWrite_WarnedOnce(int writes)
    {
        await world.MeetAsync(AfterWorld.Anna);
        await world.PostAsync(Closing(Roles.Harbour, "2026-03-05"));
        var dying = world.NewBot(new DyingStore(world.Store, writes));
        try
        {
            await dying.StepAsync(CancellationToken.None);
        }
        catch (DyingStore.DiedException)
        {
            // It is followed by another.
        }

        world.Clock.Later += TimeSpan.FromMinutes(10);
        world.Restart();
        await world.LookAsync();
        await world.LookAsync();

        await world.OnlyAsync();
    }

    private static Posting Closing(Posting role, string last) => role with { ValidThrough = Said(NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value) };

    private static Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(20, 20, $"{value}"));

    /// <summary>The process ends after so many writes.</summary>
    private sealed class DyingStore(IDocumentStore store, int writes) : IDocumentStore
    {
        private int left = writes;

        public Task<IReadOnlyDictionary<string, StoredItem>> ReadAsync(IReadOnlyList<string> keys, CancellationToken ct) => store.ReadAsync(keys, ct);

        public Task<WriteResult> WriteAsync(IReadOnlyDictionary<string, StateChange> changes, CancellationToken ct) => left-- > 0 ? store.WriteAsync(changes, ct) : throw new DiedException();

        public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken ct) => store.DeleteAsync(keys, ct);

        public Task DeleteBelowAsync(string prefix, CancellationToken ct) => store.DeleteBelowAsync(prefix, ct);

        public Task<int> PruneAsync(string part, DateTimeOffset before, CancellationToken ct) => store.PruneAsync(part, before, ct);

        public sealed class DiedException : Exception;
    }
}
