using PostingsBot.Channels.Teams;
using PostingsBot.Tests.Cards;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class InstallingTests
{
    private const string Team = "19:general@thread.tacv2";

    private readonly TeamsTalk talk = new();

    public static TheoryData<string, string, bool> Arrivals => new()
    {
        { "a:chat", "personal", true },
        { "a:chat", "personal", false },
        { "19:group@thread.v2", "groupChat", true },
        { "19:group@thread.v2", "groupChat", false },
        { "19:general@thread.tacv2", "channel", true },
        { "19:general@thread.tacv2", "channel", false },
    };

    [Theory]
    [MemberData(nameof(Arrivals))]
    public async Task Installed_BothEventsInAnyOrder_IsWelcomedOnce(string id, string type, bool installationFirst)
    {
        var place = new Place(id, type);
        var team = type is "channel" ? Team : null;
        var replies = new List<Activity>();
        if (installationFirst)
            replies.AddRange(await talk.InstallAsync("add", place, team));
        replies.AddRange(await talk.MembersAsync(place, team, added: [TeamsTalk.Bot, TeamsTalk.Person]));
        replies.AddRange(await talk.InstallAsync("add", place, team));

        var card = TeamsTalk.Card(Assert.Single(Assert.Single(replies).Attachments!));
        Assert.Equal(3, CardWalk.Objects(card).Count(o => (string?)o["type"] == "Action.Execute"));
        Assert.Contains(type is "personal" ? "mention me: @PostingsBot" : "To ask, mention me", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(replies[0].SuggestedActions);
    }

    [Fact]
    public async Task Installed_InTwoChannelsOfOneTeam_IsWelcomedOnce()
    {
        var replies = new List<Activity>(await talk.InstallAsync("add", Place.Channel with { Id = "19:chosen@thread.tacv2" }, Team));
        replies.AddRange(await talk.MembersAsync(Place.Channel, Team, added: [TeamsTalk.Bot]));

        Assert.Single(replies);
    }

    [Fact]
    public async Task Members_OthersComeAndGo_ArePassedOverInSilence()
    {
        var many = Enumerable.Range(0, 150).Select(i => $"29:{i}").ToList();

        Assert.Empty(await talk.MembersAsync(Place.Channel, Team, added: many));
        Assert.Empty(await talk.MembersAsync(Place.Channel, Team, removed: many));
        Assert.Empty(await talk.MembersAsync(Place.Group, added: [TeamsTalk.Person]));
        Assert.Equal(0, talk.Store.Writes);
    }

    [Fact]
    public async Task Upgraded_IsToldTheNewsOnce_AndNotWelcomed()
    {
        var first = Assert.Single(await talk.InstallAsync("add-upgrade", Place.Chat));
        var again = await talk.InstallAsync("add-upgrade", Place.Chat);

        Assert.StartsWith(TeamsWording.News, first.Text, StringComparison.Ordinal);
        Assert.Empty(first.Attachments ?? []);
        Assert.Equal(3, first.SuggestedActions!.Actions!.Count);
        Assert.Empty(again);
        Assert.Null(Assert.Single(await talk.InstallAsync("add-upgrade", Place.Group)).SuggestedActions);
    }

    [Fact]
    public async Task Upgraded_RightAfterTheInstallation_HasNothingNew()
    {
        await talk.InstallAsync("add", Place.Chat);

        Assert.Empty(await talk.InstallAsync("add-upgrade", Place.Chat));
    }

    [Theory]
    [InlineData("add")]
    [InlineData("add-upgrade")]
    public async Task Installed_KeepsWhereTheConversationIsReached(string action)
    {
        await talk.InstallAsync(action, Place.Chat);

        var reference = (await talk.Teams.Conversations.FindAsync("a:chat", CancellationToken.None))!.ToReference();
        Assert.Equal(
            ("msteams", "https://smba.example/amer/", "a:chat", "personal", "tenant-1", TeamsTalk.Bot, TeamsTalk.Person),
            (reference.ChannelId, reference.ServiceUrl, reference.Conversation.Id, reference.Conversation.ConversationType, reference.Conversation.TenantId, reference.Bot!.Id, reference.User!.Id));
        Assert.DoesNotContain("Ada", (await talk.Store.ReadAsync(talk.Store.Keys, CancellationToken.None)).Values.Select(item => item.Json).Aggregate(string.Concat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_FromAnotherAddress_TheNewOneIsKept_AndWrittenOnce()
    {
        await talk.InstallAsync("add", Place.Chat);
        foreach (var _ in Enumerable.Range(0, 3))
            await talk.SendAsync(new Activity { Type = ActivityTypes.Message, Text = "help", ServiceUrl = "https://smba.example/emea/" });
        var known = await talk.Teams.Conversations.FindAsync("a:chat", CancellationToken.None);

        Assert.Equal("https://smba.example/emea/", known!.ServiceUrl);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removed_ForgetsTheConversationAndWhereItIsReached(bool byInstallationUpdate)
    {
        await talk.InstallAsync("add", Place.Chat);
        await talk.SayAsync("remote roles", Place.Chat);
        Assert.NotEmpty(talk.Store.Keys);

        var replies = byInstallationUpdate ? await talk.InstallAsync("remove", Place.Chat) : await talk.MembersAsync(Place.Chat, removed: [TeamsTalk.Bot]);

        Assert.Empty(replies);
        Assert.Empty(talk.Store.Keys);
    }

    [Fact]
    public async Task Removed_FromATeam_ForgetsAllItsThreads_AndNothingElse()
    {
        await talk.InstallAsync("add", Place.Channel, Team);
        await talk.SayAsync("remote roles", Place.Thread("1"), Team);
        await talk.SayAsync("senior roles", Place.Channel with { Id = "19:other@thread.tacv2;messageid=2" }, Team);
        await talk.SayAsync("senior roles", Place.Group);
        await talk.InstallAsync("remove", Place.Channel, Team);

        Assert.NotEmpty(talk.Store.Keys);
        Assert.All(talk.Store.Keys, key => Assert.Contains(Place.Group.Id, key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Installed_AgainAfterRemoval_IsWelcomedAgain()
    {
        await talk.InstallAsync("add", Place.Chat);
        await talk.InstallAsync("remove", Place.Chat);

        Assert.Single(await talk.InstallAsync("add", Place.Chat));
    }

    [Fact]
    public async Task Installed_AgainMuchLater_ARemovalWasMissed_IsWelcomedAgain()
    {
        await talk.InstallAsync("add", Place.Chat);
        talk.Clock.Later = TimeSpan.FromDays(1);

        Assert.Single(await talk.InstallAsync("add", Place.Chat));
    }

    [Fact]
    public async Task Said_StoreOfAnotherShape_IsWrittenAnew()
    {
        await talk.Store.WriteAsync(new Dictionary<string, PostingsBot.Storage.State.StateChange> { ["msteams/installations/a:chat"] = new("[7]", null), ["msteams/references/a:chat"] = new("\"x\"", null) }, CancellationToken.None);

        Assert.Single(await talk.InstallAsync("add", Place.Chat));
        Assert.NotNull(await talk.Teams.Conversations.FindAsync("a:chat", CancellationToken.None));
    }
}
