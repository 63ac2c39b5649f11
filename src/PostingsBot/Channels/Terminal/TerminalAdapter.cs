using Spectre.Console;

namespace PostingsBot.Channels.Terminal;

/// <summary>The terminal as a channel: lines in, the plain text of each reply out. The buttons of a recruiter's last card are typed.</summary>
/// <param name="console">Where is written.</param>
/// <param name="clock">Also tells the time zone.</param>
/// <param name="name">What the person at the terminal is called in the audit.</param>
internal sealed class TerminalAdapter(IAnsiConsole console, TimeProvider clock, string name) : BotAdapter
{
    private const string Channel = "terminal";
    private const string Conversation = "terminal";
    private int turns;
    private TerminalCard? card;

    public Task GreetAsync(IBot bot, CancellationToken ct)
    {
        var arrival = Incoming(ActivityTypes.ConversationUpdate);
        arrival.MembersAdded = [new ChannelAccount("user", "You")];
        return RunAsync(bot, arrival, ct);
    }

    public Task SayAsync(IBot bot, string text, CancellationToken ct)
    {
        if (card?.Fill(text) is { } filled)
        {
            console.WriteLine(filled);
            return Task.CompletedTask;
        }

        var message = Incoming(ActivityTypes.Message);
        message.Value = card?.Press(text);
        message.Text = message.Value is null ? text : null;
        card = null;
        return RunAsync(bot, message, ct);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities.Where(a => a.Type == ActivityTypes.Message))
        {
            var text = string.Join("\n\n", new[] { activity.Text, activity.Summary }.Where(t => !string.IsNullOrEmpty(t)));
            console.WriteLine();
            console.WriteLine(text);
            card = TerminalCard.Of(activity);
            foreach (var line in card?.Lines() ?? [])
                console.WriteLine(line);
            console.WriteLine();
        }

        return Task.FromResult(activities.Select(a => new ResourceResponse(a.Id)).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A terminal cannot change what it has printed.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A terminal cannot take back what it has printed.");

    private async Task RunAsync(IBot bot, Activity activity, CancellationToken ct)
    {
        using var context = new TurnContext(this, activity);
        await RunPipelineAsync(context, bot.OnTurnAsync, ct);
    }

    private Activity Incoming(string type) => new()
    {
        Type = type,
        Id = (++turns).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ChannelId = Channel,
        Conversation = new ConversationAccount { Id = Conversation },
        From = new ChannelAccount("user", name),
        Recipient = new ChannelAccount("bot", "PostingsBot"),
        LocalTimestamp = clock.GetLocalNow(),
        LocalTimezone = clock.LocalTimeZone.Id,
    };
}
