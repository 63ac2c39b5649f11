using PostingsBot.Core.Digests;
using PostingsBot.Subscriptions;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Tests.Subscriptions;

public sealed class ReadersTests
{
    [Theory]
    [InlineData("msteams", "a:1", "personal", null, "a:1", DestinationKind.Person)]
    [InlineData("msteams", "19:x@thread.v2", "groupChat", true, "19:x@thread.v2", DestinationKind.Group)]
    [InlineData("msteams", "19:x@thread.tacv2;messageid=17", "channel", true, "19:x@thread.tacv2", DestinationKind.Channel)]
    [InlineData("webchat", "w-1", null, null, "w-1", DestinationKind.Person)]
    [InlineData("slack", "T1:C1", "channel", true, "T1:C1", DestinationKind.Channel)]
    [InlineData("slack", "T1:C1:1700000000.000100", "channel", true, "T1:C1", DestinationKind.Channel)]
    [InlineData("slack", "T1:D1", "personal", null, "T1:D1", DestinationKind.Person)]
    [InlineData("slack", "T1:D1:1700000000.000100", "personal", null, "T1:D1", DestinationKind.Person)]
    [InlineData("slack", "T1:C1:U1", "personal", null, "T1:U1", DestinationKind.Person)]
    [InlineData("slack", "T1:V1", "personal", null, "T1:U1", DestinationKind.Person)]
    public void DestinationOf_Conversation_IsWhereDigestsGo(string channel, string conversation, string? type, bool? isGroup, string expected, DestinationKind kind) =>
        Assert.Equal(new Destination(channel, expected, kind), Readers.DestinationOf(Spoken.In(channel, conversation, type, isGroup)));

    [Theory]
    [InlineData("msteams", "29:1", "d1", "d1")]
    [InlineData("msteams", "29:1", null, "29:1")]
    [InlineData("slack", "T1:U1", "d1", "T1:U1")]
    [InlineData("webchat", "", null, null)]
    public void OwnerOf_Sender_IsThePersonsId(string channel, string from, string? directory, string? expected)
    {
        var activity = Spoken.In(channel, "one", "personal", null);
        activity.From = new ChannelAccount(from) { AadObjectId = directory };

        Assert.Equal(expected is null ? null : new Owner(channel, expected), Readers.OwnerOf(activity));
    }

    [Theory]
    [InlineData("Europe/Berlin", 1.0, "Europe/Berlin")]
    [InlineData("europe/berlin", 1.0, "Europe/Berlin")]
    [InlineData("Nowhere/Atlantis", 2.0, "UTC+02")]
    [InlineData(null, 5.5, "UTC+05:30")]
    [InlineData(null, 0.0, "UTC")]
    [InlineData(null, null, null)]
    public void ZoneOf_Profile_IsAZoneThatIsKnown(string? zone, double? offset, string? expected)
    {
        var activity = Spoken.In("msteams", "one", "personal", null);
        activity.LocalTimezone = zone;
        activity.LocalTimestamp = offset is { } hours ? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(hours)) : null;

        Assert.Equal(expected, Readers.ZoneOf(activity));
    }
}
