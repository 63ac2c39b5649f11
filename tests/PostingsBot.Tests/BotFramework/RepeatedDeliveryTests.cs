using System.Globalization;
using System.Net;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework;

/// <summary>A channel that delivers an activity again gets its 200, and the person no second answer.</summary>
public class RepeatedDeliveryTests
{
    [Theory]
    [InlineData("message", "", 1)]
    [InlineData("conversationUpdate", "", 1)]
    [InlineData("installationUpdate", "", 1)]
    [InlineData("messageReaction", "", 1)]
    [InlineData("event", "", 1)]
    [InlineData("messageUpdate", "", 2)]
    [InlineData("messageDelete", "", 2)]
    [InlineData("typing", "", 2)]
    [InlineData("invoke", "", 2)]
    [InlineData("message", "\"deliveryMode\":\"expectReplies\"", 2)]
    public async Task Process_SameActivityTwice_RunsOneTurnWhereTheAnswerWasGiven(string type, string more, int turns)
    {
        var seen = 0;
        await using var server = await BotServer.StartAsync((_, _) => Task.FromResult(seen++));

        await server.PostAsync(server.Activity(type, more));
        var again = await server.PostAsync(server.Activity(type, more));

        Assert.Equal((turns, type == "invoke" ? HttpStatusCode.NotImplemented : HttpStatusCode.OK), (seen, again.Status));
    }

    [Theory]
    [InlineData("\"id\":\"1\"", "\"channelId\":\"a\"", "\"c1\"", "\"id\":\"2\"", "\"channelId\":\"a\"", "\"c1\"", 2)]
    [InlineData("\"id\":\"1\"", "\"channelId\":\"a\"", "\"c1\"", "\"id\":\"1\"", "\"channelId\":\"b\"", "\"c1\"", 2)]
    [InlineData("\"id\":\"1\"", "\"channelId\":\"a\"", "\"c1\"", "\"id\":\"1\"", "\"channelId\":\"a\"", "\"C1\"", 2)]
    [InlineData("\"id\":\"\"", "\"channelId\":\"a\"", "\"c1\"", "\"id\":\"\"", "\"channelId\":\"a\"", "\"c1\"", 2)]
    [InlineData("\"id\":\"1\"", "\"channelId\":\"a\"", "\"c1\"", "\"id\":\"1\"", "\"channelId\":\"a\"", "\"c1\"", 1)]
    public async Task Process_TwoActivities_AreOneOnlyWhenChannelConversationAndIdAreTheSame(
        string id, string channel, string conversation, string secondId, string secondChannel, string secondConversation, int turns)
    {
        var seen = 0;
        await using var server = await BotServer.StartAsync((_, _) => Task.FromResult(seen++));

        await server.PostAsync($$"""{"type":"message",{{id}},{{channel}},"conversation":{"id":{{conversation}}} }""");
        await server.PostAsync($$"""{"type":"message",{{secondId}},{{secondChannel}},"conversation":{"id":{{secondConversation}}} }""");

        Assert.Equal(turns, seen);
    }

    [Fact]
    public async Task Process_AgainWhileTheFirstTurnRuns_IsAnsweredAtOnce()
    {
        var (entered, release, seen) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await using var server = await BotServer.StartAsync(async (turn, ct) =>
        {
            seen++;
            entered.SetResult();
            await release.Task;
            await turn.SendActivityAsync("done", cancellationToken: ct);
        });
        var first = server.PostAsync(server.Activity());
        await entered.Task;

        var again = await server.PostAsync(server.Activity());
        Assert.False(first.IsCompleted);
        release.SetResult();
        await first;

        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, seen));
        Assert.Single(server.Connector.Requests);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Process_AfterATurnThatFailed_RunsAgainUnlessItHadAnswered(bool answersFirst, int turns)
    {
        var seen = 0;
        await using var server = await BotServer.StartAsync(async (turn, ct) =>
        {
            seen++;
            if (answersFirst) await turn.SendActivityAsync("half", cancellationToken: ct);
            throw new FormatException("bug");
        });

        await server.PostAsync(server.Activity());
        await server.PostAsync(server.Activity());

        Assert.Equal(turns, seen);
    }

    [Fact]
    public void IsFirst_Endlessly_ForgetsTheOldest()
    {
        var delivered = new DeliveredActivities();
        for (var i = 0; i <= DeliveredActivities.MostRemembered; i++) Assert.True(delivered.IsFirst(Message(i)));

        Assert.False(delivered.IsFirst(Message(1)));
        Assert.True(delivered.IsFirst(Message(0)));
    }

    private static Activity Message(int id) => new(ActivityTypes.Message, id.ToString(CultureInfo.InvariantCulture)) { ChannelId = "a", Conversation = new ConversationAccount(id: "c") };
}
