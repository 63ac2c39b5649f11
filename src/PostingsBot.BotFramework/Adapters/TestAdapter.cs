using System.Globalization;

namespace PostingsBot.BotFramework.Adapters;

/// <summary>A channel without a network: what the bot sends waits in <see cref="ActiveQueue"/>.</summary>
public class TestAdapter : BotAdapter
{
    private readonly Lock _queueLock = new();
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _nextId;

    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? CreateConversation("convo1");
    }

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(sendTraceActivity: sendTraceActivity) => Conversation.ChannelId = channelId;

    /// <summary>The conversation and the user for which activities are processed.</summary>
    public ConversationReference Conversation { get; set; }

    public string Locale { get; set; } = "en-us";

    public bool EnableTrace { get; set; }

    /// <summary>What the bot sent and no test has taken yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => new()
    {
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(isGroup: false, conversationType: name, id: name),
        User = new ChannelAccount(id: user.ToLowerInvariant(), name: user),
        Bot = new ChannelAccount(id: bot.ToLowerInvariant(), name: bot),
        Locale = "en-us",
    };

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>
    /// Runs one turn to its end. As with the SDK's the activity gets this adapter's recipient, conversation, address and next id, whatever it had, and its sender
    /// and the hour of this machine when it has none.
    /// </summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        if (activity.From is null || activity.From.Id is null or "unknown" || activity.From.Role == "bot") activity.From = Conversation.User;
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl;
        activity.Id = NextId();
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        activity.LocalTimestamp ??= TimeProvider.System.GetLocalNow();
        using var context = new TurnContext(this, activity);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken = default) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    public Activity MakeActivity(string? text = null) => new(ActivityTypes.Message, NextId())
    {
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Text = text,
    };

    /// <summary>Takes the next reply; null when there is none.</summary>
    public IActivity? GetNextReply()
    {
        lock (_queueLock) return ActiveQueue.Count > 0 ? ActiveQueue.Dequeue() : null;
    }

    /// <summary>Takes the next reply, waiting until there is one.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task arrival;
            lock (_queueLock)
            {
                if (ActiveQueue.Count > 0) return ActiveQueue.Dequeue();
                arrival = _arrival.Task;
            }
            await arrival.WaitAsync(cancellationToken);
        }
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            var activity = activities[index];
            if (string.IsNullOrEmpty(activity.Id)) activity.Id = Guid.NewGuid().ToString("n");
            if (activity.Type == ActivityTypesEx.InvokeResponse) turnContext.TurnState.Set(InvokeResponseKey, activity);
            if (activity.Type != ActivityTypes.Trace || EnableTrace) Enqueue(activity);
            responses[index] = new ResourceResponse(activity.Id);
        }
        return Task.FromResult(responses);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var found = Rewrite(queued => queued.Id == activity.Id ? activity : queued, activity.Id);
        return Task.FromResult(found ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Rewrite(queued => queued.Id == reference.ActivityId ? null : queued, reference.ActivityId);
        return Task.CompletedTask;
    }

    private string NextId() => (Interlocked.Increment(ref _nextId) - 1).ToString(CultureInfo.InvariantCulture);

    private void Enqueue(Activity activity)
    {
        lock (_queueLock)
        {
            ActiveQueue.Enqueue(activity);
            _arrival.SetResult();
            _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private bool Rewrite(Func<Activity, Activity?> change, string? id)
    {
        lock (_queueLock)
        {
            var queued = ActiveQueue.ToList();
            ActiveQueue.Clear();
            foreach (var activity in queued)
                if (change(activity) is { } kept) ActiveQueue.Enqueue(kept);
            return queued.Exists(activity => activity.Id == id);
        }
    }
}
