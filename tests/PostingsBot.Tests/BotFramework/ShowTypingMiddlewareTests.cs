using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework;

public class ShowTypingMiddlewareTests
{
    [Fact]
    public async Task OnTurn_SlowAnswer_ShowsTypingUntilTheTurnEnds()
    {
        var time = new InstantTimeProvider();
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(500, 2000, time));

        await adapter.SendTextToBotAsync("hi", async (turn, ct) =>
        {
            var first = await adapter.GetNextReplyAsync(ct);
            var second = await adapter.GetNextReplyAsync(ct);
            Assert.Equal(("typing", "typing", "user1"), (first.Type, second.Type, first.Recipient!.Id));
            Assert.False(turn.Responded);
        });

        Assert.Equal([500, 2000], time.Delays.Take(2).Select(delay => delay.TotalMilliseconds));
        Assert.All(adapter.ActiveQueue, reply => Assert.Equal("typing", reply.Type));
    }

    [Theory]
    [InlineData("event", null)]
    [InlineData("message", "expectReplies")]
    public async Task OnTurn_NothingToShow_SendsNoTyping(string type, string? deliveryMode)
    {
        var time = new InstantTimeProvider();
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(500, 2000, time));

        await adapter.ProcessActivityAsync(new Activity(type) { DeliveryMode = deliveryMode }, (_, _) => Task.CompletedTask);

        Assert.Empty(time.Delays);
        Assert.Empty(adapter.ActiveQueue);
    }
}
