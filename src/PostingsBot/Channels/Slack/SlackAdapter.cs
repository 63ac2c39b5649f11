using System.Runtime.ExceptionServices;
using PostingsBot.BotSdk;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.Slack;

/// <summary>
/// Slack in the model of the Bot Framework. The first reply to a button takes the place of its message, as that to Action.Execute does on Teams; further
/// ones follow. A message of a turn that is worked again, after a crash, is not sent twice where Slack lets the app see what it sent.
/// </summary>
internal sealed class SlackAdapter : BotAdapter
{
    public const string ChannelId = "slack";

    /// <summary>There is no connector behind this channel; the address only names it.</summary>
    public const string ServiceUrl = "urn:postingsbot:slack";

    private readonly SlackSender sender;
    private readonly SlackAsides asides;

    public SlackAdapter(SlackSender sender, SlackAsides asides, ILogger<SlackAdapter> log)
    {
        (this.sender, this.asides) = (sender, asides);
        BotTurns.KeepInOrder(this);
        OnTurnError = (context, error) =>
        {
            // Who cannot be answered gets no apology either: the turn is worked again, or given up.
            if (error is SlackRefusedException or OperationCanceledException)
                ExceptionDispatchInfo.Throw(error);
            return TurnFailure.ApologiseAsync(context, error, log);
        };
    }

    /// <exception cref="SlackRefusedException">A reply was not taken.</exception>
    public async Task ProcessAsync(Activity activity, SlackTurn begunBy, IBot bot, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add(begunBy);
        turn.TurnState.Add(begunBy.Files);
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new List<ResourceResponse>();
        foreach (var activity in activities)
            responses.Add(new ResourceResponse(activity.Type is ActivityTypes.Message ? await SendAsync(turnContext, activity, cancellationToken) : null));
        return [.. responses];
    }

    /// <summary>Replaces the message with the activity's id.</summary>
    public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var place = PlaceOf(activity.Conversation);
        if (place.IsModal)
            await sender.ShowAsync(place, activity, cancellationToken);
        else
            await sender.UpdateAsync(place, activity.Id!, BlockKit.Of(activity), cancellationToken);
        return new ResourceResponse(activity.Id);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        sender.DeleteAsync(PlaceOf(reference.Conversation), reference.ActivityId!, cancellationToken);

    /// <summary>The ts of the message; null of what can never be changed again.</summary>
    private async Task<string?> SendAsync(ITurnContext context, Activity activity, CancellationToken ct)
    {
        var (place, turn) = (PlaceOf(activity.Conversation), context.TurnState.Get<SlackTurn>());
        var pressed = turn?.Pressed;
        if (turn is not null)
            turn.Pressed = null;
        if (turn?.Collected is { } collected)
        {
            collected.Add(activity);
            return null;
        }

        if (place.IsModal)
        {
            await sender.ShowAsync(place, activity, ct);
            return null;
        }

        var message = BlockKit.Of(activity);
        if (place.Aside is not null)
        {
            await sender.WhisperAsync(place, await asides.KeepAsync(place, message, ct), turn?.ResponseUrl, pressed is not null, ct);
            return null;
        }

        if (pressed is not null && await sender.ReplaceAsync(place, pressed, message, turn?.ResponseUrl, ct))
            return pressed;
        // A message that the bot begins is known by the id that it was given.
        return await sender.PostAsync(place, message, turn?.NextKey() ?? activity.Id, turn?.Begun, ct);
    }

    private static SlackPlace PlaceOf(ConversationAccount? conversation) =>
        SlackPlace.Parse(conversation?.Id) ?? throw new InvalidOperationException("The conversation is not one of Slack.");
}
