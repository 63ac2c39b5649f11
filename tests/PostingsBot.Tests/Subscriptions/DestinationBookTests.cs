using PostingsBot.Channels.Teams;
using PostingsBot.Storage.State;
using PostingsBot.Subscriptions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Subscriptions;

public sealed class DestinationBookTests
{
    private readonly MemoryDocumentStore store = new();

    private DestinationBook Book => new(store, new KnownConversations(store));

    [Theory]
    [InlineData("msteams", "19:x@thread.tacv2;messageid=17", "channel", true, "19:x@thread.tacv2")]
    [InlineData("msteams", "a:1", "personal", null, "a:1")]
    [InlineData("slack", "T1:C1:1700000000.000100", "channel", true, "T1:C1")]
    [InlineData("slack", "T1:C1:U1", "personal", null, "T1:U1")]
    [InlineData("webchat", "w-1", null, null, "w-1")]
    public async Task Find_Remembered_ReachesTheDestinationAndNamesNobody(string channel, string conversation, string? type, bool? isGroup, string expected)
    {
        var activity = Spoken.In(channel, conversation, type, isGroup);

        await Book.RememberAsync(activity, CancellationToken.None);
        var found = await Book.FindAsync(channel, Readers.DestinationOf(activity).Conversation, CancellationToken.None);

        Assert.NotNull(found);
        Assert.Equal((channel, "https://channel.example/", "28:bot", expected), (found.ChannelId, found.ServiceUrl, found.Bot?.Id, found.Conversation.Id));
        var kept = await store.ReadAsync(store.Keys, CancellationToken.None);
        Assert.All(kept.Values, item => Assert.DoesNotContain("Ada", item.Json, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Remember_ForgottenByAnotherBotMeanwhile_IsKnownAgain()
    {
        var (one, other) = (Book, Book);
        var activity = Spoken.In("msteams", "19:x@thread.v2", "groupChat", true);
        await one.RememberAsync(activity, CancellationToken.None);
        await other.ForgetAsync("msteams", "19:x@thread.v2", CancellationToken.None);

        await one.RememberAsync(activity, CancellationToken.None);

        Assert.NotNull(await other.FindAsync("msteams", "19:x@thread.v2", CancellationToken.None));
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("slack")]
    [InlineData("webchat")]
    public async Task Find_NeverRememberedOrForgotten_Null(string channel)
    {
        var activity = Spoken.In(channel, channel is "slack" ? "T1:D1" : "one", "personal", null);
        var conversation = Readers.DestinationOf(activity).Conversation;
        Assert.Null(await Book.FindAsync(channel, conversation, CancellationToken.None));
        await Book.RememberAsync(activity, CancellationToken.None);

        await Book.ForgetAsync(channel, conversation, CancellationToken.None);

        Assert.Null(await Book.FindAsync(channel, conversation, CancellationToken.None));
    }

    [Fact]
    public async Task Find_WrittenByAnotherVersion_Null()
    {
        await store.WriteAsync(new Dictionary<string, StateChange> { ["destinations/webchat/one"] = new("{}", null) }, CancellationToken.None);

        Assert.Null(await Book.FindAsync("webchat", "one", CancellationToken.None));
    }
}
