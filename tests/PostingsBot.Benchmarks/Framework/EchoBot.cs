using System.Globalization;

namespace PostingsBot.Benchmarks.Framework;

/// <summary>A bot of a few lines in a process of its own: echo, or a dialog that counts its turns with its state in memory.</summary>
internal static class EchoBot
{
    /// <param name="args">The port, then "echo" or "dialog".</param>
    public static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}");
        var app = builder.Build();
        var adapter = new CloudAdapter();
        IBot bot = args[1] == "dialog" ? new DialogBot() : new Echo();
        app.MapPost("/api/messages", (HttpContext http) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        app.MapGet("/ready", () => GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));
        await app.RunAsync();
        return 0;
    }

    private sealed class Echo : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(MessageFactory.Text($"Echo: {turnContext.Activity.Text}"), cancellationToken);
    }

    private sealed class DialogBot : ActivityHandler
    {
        private readonly ConversationState state = new(new MemoryStorage());
        private readonly CountingDialog dialog = new();

        public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
            await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
        }

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            dialog.RunAsync(turnContext, state.CreateProperty<DialogState>(nameof(DialogState)), cancellationToken);
    }

    private sealed class CountingDialog() : Dialog(nameof(CountingDialog))
    {
        private const string Turns = "turns";

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
            ContinueDialogAsync(dc, cancellationToken);

        public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            var state = dc.ActiveDialog!.State;
            var turns = state.TryGetValue(Turns, out var before) ? int.Parse(before!.ToString()!, CultureInfo.InvariantCulture) + 1 : 1;
            state[Turns] = turns.ToString(CultureInfo.InvariantCulture);
            await dc.Context.SendActivityAsync(MessageFactory.Text($"Turn {turns}: {dc.Context.Activity.Text}"), cancellationToken);
            return EndOfTurn;
        }
    }
}
