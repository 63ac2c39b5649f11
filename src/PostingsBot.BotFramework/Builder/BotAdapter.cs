using System.Security.Claims;

namespace PostingsBot.BotFramework.Builder;

/// <summary>
/// Connects a bot to a channel. A channel is a subclass that translates to and from activities.
/// Turns of one conversation run one after another, so conversation state has one writer in this process.
/// </summary>
public abstract class BotAdapter
{
    /// <summary>Key in the turn state of the identity, an <see cref="System.Security.Principal.IIdentity"/>, that sent the activity.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>Key in the turn state under which the response to an invoke waits for the adapter.</summary>
    internal const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    private readonly ConversationTurns _turns = new();

    /// <summary>Handles what the bot throws. Without it the exception leaves the adapter.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    protected MiddlewareSet MiddlewareSet { get; } = [];

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends in order; the result has one response for each activity.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs a turn that the bot begins, in a conversation it knows.</summary>
    public virtual async Task ContinueConversationAsync(string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(callback);
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        return ContinueConversationAsync(AppIds.Of(claimsIdentity) ?? "", reference, callback, cancellationToken);
    }

    /// <summary>Creates a conversation on the channel and runs a turn in it.</summary>
    /// <param name="audience">For other clouds than the configured one in the SDK; not used here.</param>
    /// <exception cref="NotSupportedException">The channel has no conversations that a bot can create.</exception>
    public virtual Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} cannot create conversations.");

    /// <summary>
    /// Runs middleware and bot, after earlier turns of the same conversation have ended.
    /// A turn started from within a turn of the same conversation runs at once.
    /// </summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        using var turn = _turns.Enter(activity.ChannelId, activity.Conversation?.Id);
        await turn.WaitAsync(cancellationToken);
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception error) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, error);
        }
    }
}
