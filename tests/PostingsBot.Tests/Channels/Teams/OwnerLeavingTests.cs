using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Tests.Subscriptions;

namespace PostingsBot.Tests.Channels.Teams;

/// <summary>Whoever set up an alert for others leaves, told as Teams tells of it.</summary>
public sealed class OwnerLeavingTests
{
    private const string Team = "19:c3d1general@thread.tacv2";
    private const string Channel = "19:9a2bhiring@thread.tacv2";
    private const string Group = "19:5f0a11@thread.v2";
    private const string Chat = "a:1personal";

    public static TheoryData<string, string, string, string, bool> Departures => new()
    {
        { "removed from the team", Channel, "channel", Removed(Team, "channel", Person("Ada"), """ "team":{"id":"19:c3d1general@thread.tacv2","aadGroupId":"0d9b","name":"Hiring"},"eventType":"teamMemberRemoved", """), true },
        { "removed from the team, in its first channel", Team, "channel", Removed(Team, "channel", Person("Ada"), """ "team":{"id":"19:c3d1general@thread.tacv2"},"eventType":"teamMemberRemoved", """), true },
        { "without the id of the directory", Channel, "channel", Removed(Team, "channel", """{"id":"user-Ada"}""", """ "team":{"id":"19:c3d1general@thread.tacv2"},"eventType":"teamMemberRemoved", """), true },
        { "by another id, the directory's in capitals", Channel, "channel", Removed(Team, "channel", """{"id":"29:other","aadObjectId":"DIRECTORY-ADA"}""", """ "team":{"id":"19:c3d1general@thread.tacv2"},"eventType":"teamMemberRemoved", """), true },
        { "with somebody else", Channel, "channel", Removed(Team, "channel", Person("Cleo") + "," + Person("Ada"), """ "team":{"id":"19:c3d1general@thread.tacv2"},"eventType":"teamMemberRemoved", """), true },
        { "somebody else alone", Channel, "channel", Removed(Team, "channel", Person("Cleo"), """ "team":{"id":"19:c3d1general@thread.tacv2"},"eventType":"teamMemberRemoved", """), false },
        { "nobody with an id", Channel, "channel", Removed(Team, "channel", "{}", """ "team":{"id":"19:c3d1general@thread.tacv2"},"eventType":"teamMemberRemoved", """), false },
        { "from another team", Channel, "channel", Removed("19:elsewhere@thread.tacv2", "channel", Person("Ada"), """ "team":{"id":"19:elsewhere@thread.tacv2"},"eventType":"teamMemberRemoved", """), false },
        { "from this shared channel", Channel, "channel", Removed(Channel, "channel", Person("Ada"), """ "team":{"id":"19:c3d1general@thread.tacv2"},"channel":{"id":"19:9a2bhiring@thread.tacv2"},"eventType":"channelMemberRemoved", """), true },
        { "from another shared channel of the team", Channel, "channel", Removed("19:shared@thread.tacv2", "channel", Person("Ada"), """ "team":{"id":"19:c3d1general@thread.tacv2"},"channel":{"id":"19:shared@thread.tacv2"},"eventType":"channelMemberRemoved", """), false },
        { "from the group chat", Group, "groupChat", Removed(Group, "groupChat", Person("Ada"), ""), true },
        { "from another group chat", Group, "groupChat", Removed("19:other@thread.v2", "groupChat", Person("Ada"), ""), false },
        { "the bot alone", Group, "groupChat", Removed(Group, "groupChat", """{"id":"28:bot"}""", ""), false },
        { "only renamed", Channel, "channel", Removed(Team, "channel", "", """ "team":{"id":"19:c3d1general@thread.tacv2","name":"New"},"eventType":"teamRenamed", """), false },
    };

    [Theory]
    [MemberData(nameof(Departures))]
    public async Task Left_AlertForOthers_IsPausedAndThePlaceToldOnce(string name, string place, string type, string told, bool leaves)
    {
        var talk = new AlertTalk("msteams", place, type) { Team = type is "channel" ? Team : null };
        await talk.SayAsync("send us new Go roles weekdays at 8");
        await talk.SayAsync("yes");

        var said = await talk.ReceiveAsync(told) + await talk.ReceiveAsync(told);

        Assert.Equal(0, said);
        if (!leaves)
        {
            Assert.True(talk.Only is { Owner.User: "directory-Ada", State: SubscriptionState.Active }, name);
            Assert.Empty(talk.Outbox.Kept);
            return;
        }

        Assert.Equal((Owner.Nobody("msteams"), new SubscriptionState.Troubled(SubscriptionWording.OwnerLeft)), (talk.Only.Owner, talk.Only.State));
        var notice = Assert.Single(talk.Outbox.Kept);
        Assert.Equal(("msteams", place), (notice.Channel, notice.Conversation));
        Assert.Contains("Ada", notice.Payload, StringComparison.Ordinal);
        Assert.Contains(talk.Only.Id, notice.Payload, StringComparison.Ordinal);
        talk.Person = "Bob";
        await talk.SayAsync("take over alert 1");
        Assert.True(talk.Only is { Owner.User: "directory-Bob", State: SubscriptionState.Active }, name);
    }

    [Theory]
    [InlineData("""{"type":"installationUpdate","action":"remove",""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"28:bot"}],""")]
    public async Task Uninstalled_InAPersonalChat_WhatThePersonSetUpForOthersGoesOn(string told)
    {
        var talk = new AlertTalk("msteams", Group, "groupChat");
        await talk.SayAsync("send us new Go roles weekdays at 8");
        await talk.SayAsync("yes");

        await talk.ReceiveAsync(told + Envelope(Chat, "personal", ""));

        Assert.IsType<SubscriptionState.Active>(talk.Only.State);
        Assert.Empty(talk.Outbox.Kept);
    }

    private static string Person(string name) => $$"""{"id":"user-{{name}}","aadObjectId":"directory-{{name}}"}""";

    private static string Removed(string conversation, string type, string members, string data) => $$"""{"membersRemoved":[{{members}}],"type":"conversationUpdate",{{Envelope(conversation, type, data)}}""";

    private static string Envelope(string conversation, string type, string data) => $$$"""
        "timestamp":"2026-03-02T12:00:00.96Z","id":"f:d8a6a4aa","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/amer/",
        "from":{"id":"29:admin","aadObjectId":"directory-admin"},"recipient":{"id":"28:bot","name":"PostingsBot"},
        "conversation":{"isGroup":{{{(type is "personal" ? "false" : "true")}}},"conversationType":"{{{type}}}","tenantId":"tenant-1","id":"{{{conversation}}}"},
        "channelData":{ {{{data}}} "tenant":{"id":"tenant-1"}} }
        """;
}
