namespace PostingsBot.Tests.BotFramework;

public class TestFlowTests
{
    private static readonly BotCallbackHandler Echo = async (turn, ct) =>
    {
        if (turn.Activity.Text == "twice") await turn.SendActivityAsync("first", cancellationToken: ct);
        if (turn.Activity.Type == ActivityTypes.ConversationUpdate)
            await turn.SendActivityAsync($"welcome {turn.Activity.MembersAdded![0].Name}", cancellationToken: ct);
        else if (turn.Activity.Text != "silence")
            await turn.SendActivityAsync($"you said {turn.Activity.Text}", cancellationToken: ct);
    };

    [Fact]
    public Task Flow_RepliesAsExpected_Passes() => new TestFlow(new TestAdapter(), Echo)
        .SendConversationUpdate().AssertReply("welcome User1")
        .Send("hello").AssertReply("you said hello")
        .Test("again", "you said again")
        .Send("twice").AssertReply("first").AssertReplyContains("twice")
        .Send("this").AssertReplyOneOf(["you said that", "you said this"])
        .Send("silence").AssertNoReply()
        .Send("check").AssertReply(reply => Assert.Equal("user1", reply.Recipient!.Id))
        .StartTestAsync();

    public static TheoryData<string, Func<TestFlow, TestFlow>> Failures => new()
    {
        { "other text", flow => flow.Send("hello").AssertReply("you said nothing") },
        { "other type", flow => flow.Send("hello").AssertReply(Activity.CreateTypingActivity()) },
        { "part missing", flow => flow.Send("hello").AssertReplyContains("nothing") },
        { "none of them", flow => flow.Send("hello").AssertReplyOneOf(["a", "b"]) },
        { "reply where none is wanted", flow => flow.Send("hello").AssertNoReply() },
        { "no reply", flow => flow.Send("silence").AssertReply("you said silence", timeout: 1) },
        { "earlier step failed", flow => flow.Send("hello").AssertReply("x").Send("hello").AssertReply("you said hello") },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Flow_ReplyDiffers_FailsWithInvalidOperation(string difference, Func<TestFlow, TestFlow> script)
    {
        var flow = script(new TestFlow(new TestAdapter(), Echo));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);

        Assert.True(error.Message.Contains("Expected:", StringComparison.Ordinal), difference);
    }

    [Fact]
    public async Task UpdateAndDelete_QueuedReply_ChangesTheQueue()
    {
        var adapter = new TestAdapter();

        await adapter.SendTextToBotAsync("hello", async (turn, ct) =>
        {
            var kept = await turn.SendActivityAsync("draft", cancellationToken: ct);
            var gone = await turn.SendActivityAsync("mistake", cancellationToken: ct);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, kept.Id) { Text = "final" }, ct);
            await turn.DeleteActivityAsync(gone.Id!, ct);
        });

        Assert.Equal("final", Assert.Single(adapter.ActiveQueue).Text);
    }
}
