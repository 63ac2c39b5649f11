using PostingsBot.BotSdk;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.DirectLine;

/// <summary>Turns what a Direct Line client sends into turns of the bot, and the bot's replies into activities of the conversation.</summary>
internal sealed class DirectLineAdapter : BotAdapter
{
    public const string ChannelId = "directline";

    /// <summary>There is no connector behind this channel; the address only names it.</summary>
    public const string ServiceUrl = "urn:postingsbot:directline";

    private readonly DirectLineConversations _conversations;
    private readonly TimeProvider _time;

    public DirectLineAdapter(DirectLineConversations conversations, TimeProvider time, ILogger<DirectLineAdapter> log)
    {
        (_conversations, _time) = (conversations, time);
        BotTurns.KeepInOrder(this);
        OnTurnError = (context, error) => TurnFailure.ApologiseAsync(context, error, log);
    }

    public static ChannelAccount Bot => new() { Id = "postingsbot", Name = "PostingsBot", Role = "bot" };

    public async Task ProcessAsync(Activity activity, UploadedFiles files, bool isSignedIn, IBot bot, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add(files);
        if (isSignedIn)
            turn.TurnState.Add(new SignedInVisitor());
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellationToken);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        Task.FromResult(activities.Select(Send).ToArray());

    /// <summary>A client that has the activity already shows the new one under the same id, or below it.</summary>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Complete(activity);
        return Task.FromResult(Find(activity).Replace(activity) ? new ResourceResponse(activity.Id) : Send(activity));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A Direct Line client cannot take back what it has shown.");

    private ResourceResponse Send(Activity activity)
    {
        Complete(activity);
        switch (activity.Type)
        {
            case ActivityTypes.Trace or ActivityTypesEx.InvokeResponse:
                return new ResourceResponse();
            case ActivityTypes.Typing:
                Find(activity).Pass(activity);
                return new ResourceResponse();
            default:
                return new ResourceResponse(Find(activity).Append(activity));
        }
    }

    private void Complete(Activity activity)
    {
        activity.ChannelId = ChannelId;
        activity.ServiceUrl = null;
        activity.From ??= Bot;
        activity.Timestamp = _time.GetUtcNow();
    }

    private DirectLineConversation Find(Activity activity) =>
        _conversations.Find(activity.Conversation.Id) ?? throw new InvalidOperationException($"The Direct Line conversation {activity.Conversation.Id} is not open.");
}
