namespace PostingsBot.Tests.BotFramework;

public class DialogTests
{
    private sealed record Progress(int Version, string? Name);

    /// <summary>Asks for a name, then for a city, with named state; "again" asks anew, "done" ends.</summary>
    private sealed class AskDialog() : Dialog("ask")
    {
        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            dc.ActiveDialog!.SetState("progress", new Progress(1, null));
            await dc.Context.SendActivityAsync($"name? {options}".Trim(), cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            var text = dc.Context.Activity.Text!;
            if (text == "again") return await dc.ReplaceDialogAsync(Id, "(again)", cancellationToken);
            if (text == "cancel") return await dc.CancelAllDialogsAsync(cancellationToken);
            if (text == "unknown") return await dc.BeginDialogAsync("nobody", null, cancellationToken);
            var progress = dc.ActiveDialog!.GetState<Progress>("progress")!;
            if (progress.Name is { } name) return await dc.EndDialogAsync($"{name} of {text}", cancellationToken);
            dc.ActiveDialog!.SetState("progress", progress with { Name = text });
            await dc.Context.SendActivityAsync("city?", cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync("reprompted", cancellationToken: cancellationToken);

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync($"ended: {reason}", cancellationToken: cancellationToken);
    }

    /// <summary>Greets with what its inner dialog found.</summary>
    private sealed class GreetDialog : ComponentDialog
    {
        public GreetDialog() : base("greet") => AddDialog(new AskDialog());

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            var result = await base.OnContinueDialogAsync(innerDc, cancellationToken);
            if (result.Status == DialogTurnStatus.Complete) await innerDc.Context.SendActivityAsync($"hello {result.Result}", cancellationToken: cancellationToken);
            return result;
        }
    }

    [Fact]
    public Task RunAsync_StateStoredBetweenTurns_ContinuesWhereItWas() => Flow(new AskDialog())
        .Send("hi").AssertReply("name?")
        .Send("Ada").AssertReply("city?")
        .Send("London").AssertReply("ended: EndCalled")
        .Send("hi").AssertReply("name?")
        .StartTestAsync();

    [Fact]
    public Task Replace_ActiveDialog_EndsItAndBeginsWithOptions() => Flow(new AskDialog())
        .Send("hi").AssertReply("name?")
        .Send("again").AssertReply("ended: ReplaceCalled").AssertReply("name? (again)")
        .StartTestAsync();

    [Fact]
    public Task Component_InnerStackStored_EndsWithTheInnerResult() => Flow(new GreetDialog())
        .Send("hi").AssertReply("name?")
        .Send("Ada").AssertReply("city?")
        .Send("London").AssertReply("ended: EndCalled").AssertReply("hello Ada of London")
        .Send("hi").AssertReply("name?")
        .StartTestAsync();

    [Fact]
    public async Task Begin_UnknownDialog_SaysItsIdAndChangesNothing()
    {
        var flow = Flow(new AskDialog()).Send("hi").AssertReply("name?").Send("unknown");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);

        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelAll_ByStack_EndsEveryDialog()
    {
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync("hi", async (turn, ct) =>
        {
            var dc = new DialogContext(new DialogSet().Add(new GreetDialog()), turn, new DialogState());
            Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync(ct)).Status);
            Assert.Equal(DialogTurnStatus.Empty, (await dc.ContinueDialogAsync(ct)).Status);
            await dc.BeginDialogAsync("greet", null, ct);
            await dc.RepromptDialogAsync(ct);
            Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync(ct)).Status);
            Assert.Null(dc.ActiveDialog);
        });

        Assert.Equal(["name?", "reprompted", "ended: CancelCalled"], adapter.ActiveQueue.Select(reply => reply.Text));
    }

    [Fact]
    public async Task CancelAll_DialogThatTheProgramNoLongerHas_IsTakenOffTheStack()
    {
        await new TestAdapter().SendTextToBotAsync("hi", async (turn, ct) =>
        {
            var dc = new DialogContext(new DialogSet(), turn, new DialogState([new DialogInstance { Id = "removed in version 2" }]));

            await Assert.ThrowsAsync<InvalidOperationException>(() => dc.ContinueDialogAsync(ct));
            await dc.CancelAllDialogsAsync(ct);

            Assert.Empty(dc.Stack);
        });
    }

    [Fact]
    public void Add_TwoDialogsOfOneId_IsRefused()
    {
        var set = new DialogSet().Add(new AskDialog());

        Assert.Throws<ArgumentException>(() => set.Add(new AskDialog()));
    }

    private static TestFlow Flow(Dialog dialog)
    {
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("dialogs");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        return new TestFlow(adapter, (turn, ct) => dialog.RunAsync(turn, accessor, ct));
    }
}
