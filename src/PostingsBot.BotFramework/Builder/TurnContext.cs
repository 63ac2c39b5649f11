namespace PostingsBot.BotFramework.Builder;

/// <summary>The turn of one activity on one adapter.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private readonly List<SendActivitiesHandler> _onSend = [];
    private readonly List<UpdateActivityHandler> _onUpdate = [];
    private readonly List<DeleteActivityHandler> _onDelete = [];

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    public BotAdapter Adapter { get; }
    public TurnContextStateCollection TurnState { get; } = [];
    public Activity Activity { get; }
    public bool Responded { get; private set; }

    /// <summary>Replies of an expectReplies turn, to be returned in the HTTP response.</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string? speak = null, string? inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        var activity = new Activity(ActivityTypes.Message) { Text = textReplyToSend, Speak = speak };
        if (!string.IsNullOrEmpty(inputHint)) activity.InputHint = inputHint;
        return SendActivityAsync(activity, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("There is no activity to send.", nameof(activities));
        var reference = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Length);
        foreach (var activity in activities) outgoing.Add(Address((Activity)activity, reference));
        return SendThrough(0);

        Task<ResourceResponse[]> SendThrough(int index) =>
            index < _onSend.Count ? _onSend[index](this, outgoing, () => SendThrough(index + 1)) : Deliver();

        async Task<ResourceResponse[]> Deliver()
        {
            if (outgoing.Count == 0) return [];
            var responses = await Adapter.SendActivitiesAsync(this, [.. outgoing], cancellationToken);
            Responded |= outgoing.Exists(activity => activity.Type is not ActivityTypes.Trace);
            return responses;
        }
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var replacement = Address((Activity)activity, Activity.GetConversationReference());
        return UpdateThrough(0);

        Task<ResourceResponse> UpdateThrough(int index) => index < _onUpdate.Count
            ? _onUpdate[index](this, replacement, () => UpdateThrough(index + 1))
            : Adapter.UpdateActivityAsync(this, replacement, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteThrough(0);

        Task DeleteThrough(int index) => index < _onDelete.Count
            ? _onDelete[index](this, conversationReference, () => DeleteThrough(index + 1))
            : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => Add(_onSend, handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => Add(_onUpdate, handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => Add(_onDelete, handler);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) TurnState.Dispose();
    }

    private static Activity Address(Activity activity, ConversationReference reference)
    {
        activity.Type ??= ActivityTypes.Message;
        var replyToId = activity.ReplyToId;
        activity.ApplyConversationReference(reference);
        activity.ReplyToId = replyToId ?? activity.ReplyToId;
        return activity;
    }

    private TurnContext Add<T>(List<T> handlers, T handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handlers.Add(handler);
        return this;
    }
}
