namespace PostingsBot.Tests.BotFramework;

public class TurnContextTests
{
    [Fact]
    public async Task SendActivity_WithHandlers_PassesThemInOrderAndMayChangeOrDrop()
    {
        var adapter = new TestAdapter();
        var seen = new List<string>();

        await adapter.SendTextToBotAsync("hi", async (turn, ct) =>
        {
            turn.OnSendActivities((_, activities, next) =>
            {
                seen.Add("first");
                activities.RemoveAll(activity => activity.Text == "drop");
                return next();
            });
            turn.OnSendActivities((_, activities, next) =>
            {
                seen.Add("second");
                foreach (var activity in activities) activity.Text += "!";
                return next();
            });
            Assert.False(turn.Responded);
            await turn.SendActivityAsync("drop", cancellationToken: ct);
            Assert.False(turn.Responded);
            await turn.SendActivitiesAsync([new Activity { Text = "drop" }, MessageFactory.Text("keep")], ct);
            Assert.True(turn.Responded);
        });

        Assert.Equal(["first", "second", "first", "second"], seen);
        Assert.Equal("keep!", Assert.Single(adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task UpdateAndDelete_WithHandlers_MayStopThem()
    {
        var adapter = new TestAdapter();

        await adapter.SendTextToBotAsync("hi", async (turn, ct) =>
        {
            turn.OnUpdateActivity((_, _, _) => Task.FromResult(new ResourceResponse("stopped")));
            turn.OnDeleteActivity((_, _, _) => Task.CompletedTask);
            var sent = await turn.SendActivityAsync("one", cancellationToken: ct);
            var updated = await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, sent.Id) { Text = "two" }, ct);
            await turn.DeleteActivityAsync(sent.Id!, ct);
            Assert.Equal("stopped", updated.Id);
        });

        Assert.Equal("one", Assert.Single(adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task SendActivity_Reply_IsAddressedAndKeepsItsOwnReplyToId()
    {
        var adapter = new TestAdapter();

        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Message, "in"), async (turn, ct) =>
        {
            await turn.SendActivityAsync("a", speak: "b", cancellationToken: ct);
            await turn.SendActivityAsync(new Activity(ActivityTypes.Message) { ReplyToId = "older" }, ct);
        });

        var replies = adapter.ActiveQueue.ToArray();
        Assert.Equal(("0", "b", "acceptingInput", "bot", "user1"),
            (replies[0].ReplyToId, replies[0].Speak, replies[0].InputHint, replies[0].From!.Id, replies[0].Recipient!.Id));
        Assert.Equal("older", replies[1].ReplyToId);
    }

    [Fact]
    public async Task RunPipeline_Middleware_SurroundsTheBotAndMayStopTheTurn()
    {
        var seen = new List<string>();
        var adapter = new TestAdapter()
            .Use(new Step("outer", seen))
            .Use(new Step("inner", seen));

        await adapter.SendTextToBotAsync("hi", (_, _) => Record("bot"));
        await adapter.SendTextToBotAsync("stop at inner", (_, _) => Record("bot"));

        Assert.Equal(["outer", "inner", "bot", "inner done", "outer done", "outer", "inner", "outer done"], seen);

        Task Record(string step)
        {
            seen.Add(step);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task RunPipeline_BotThrows_GoesToOnTurnErrorOrOut()
    {
        var adapter = new TestAdapter();
        await Assert.ThrowsAsync<FormatException>(() => adapter.SendTextToBotAsync("hi", (_, _) => throw new FormatException("x")));

        adapter.OnTurnError = (turn, error) => turn.SendActivityAsync($"sorry: {error.Message}");
        await adapter.SendTextToBotAsync("hi", (_, _) => throw new FormatException("x"));

        Assert.Equal("sorry: x", Assert.Single(adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task ContinueConversation_KnownReference_RunsATurnThere()
    {
        var adapter = new TestAdapter();
        ConversationReference? reference = null;
        await adapter.SendTextToBotAsync("hi", (turn, _) =>
        {
            reference = turn.Activity.GetConversationReference();
            return Task.CompletedTask;
        });

        await adapter.ContinueConversationAsync("", reference!, (turn, ct) => turn.SendActivityAsync("news", cancellationToken: ct), default);

        var sent = Assert.Single(adapter.ActiveQueue);
        Assert.Equal(("news", "convo1", "user1"), (sent.Text, sent.Conversation.Id, sent.Recipient!.Id));
    }

    private sealed class Step(string name, List<string> seen) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add(name);
            if (turnContext.Activity.Text?.EndsWith(name, StringComparison.Ordinal) == true) return;
            await next(cancellationToken);
            seen.Add(name + " done");
        }
    }
}
