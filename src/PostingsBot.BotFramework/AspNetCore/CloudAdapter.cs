using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.BotFramework.Authentication;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.AspNetCore;

/// <summary>The adapter for channels that call over HTTP and take replies at their service URL.</summary>
public class CloudAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    /// <summary>Key in the turn state of a turn that the bot began.</summary>
    private const string ProactiveKey = "PostingsBot.Proactive";

    private readonly BotFrameworkAuthentication _authentication;
    private readonly DeliveredActivities _delivered = new();

    public CloudAdapter() : this(new ConfigurationBuilder().Build()) { }

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        _authentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory, logger), logger) { }

    public ILogger Logger { get; }

    /// <summary>
    /// 200 empty after the turn of a message; {"activities":[…]} for expectReplies; the handler's status and body, or 501, for an
    /// invoke. Refusals are 400, 401, 403, 405, 413, 415 or 503 with {"error":{"code","message"}}. The caller is authenticated before the
    /// body is read, and may send this activity or is refused before the activity is deserialised. An activity that is delivered again is
    /// answered 200 without a turn.
    /// </summary>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        var (activity, caller, refusal) = await ReceiveAsync(httpRequest, cancellationToken);
        if (activity is null)
        {
            if (refusal!.Status == StatusCodes.Status405MethodNotAllowed) httpResponse.Headers.Allow = HttpMethods.Post;
            Log.RequestRefused(Logger, refusal.Status, refusal.Reason);
            await HttpAnswers.RefuseAsync(httpResponse, refusal, cancellationToken);
            return;
        }
        if (!_delivered.IsFirst(activity))
        {
            Log.DeliveredAgain(Logger, activity.ChannelId);
            return;
        }
        activity.CallerId = caller!.Id;
        using var context = TurnOf(activity, caller.Identity);
        try
        {
            await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
        }
        catch when (!context.Responded)
        {
            _delivered.Forget(activity);
            throw;
        }
        await AnswerAsync(httpResponse, context, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The app id is not this bot's, or nothing may be sent to the service URL.</exception>
    public override Task ContinueConversationAsync(string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return BeginTurnAsync(_authentication.IdentityOf(botAppId), reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <param name="claimsIdentity">As an authenticated turn had it under <see cref="BotAdapter.BotIdentityKey"/>, or with the bot's app id as the claim "aud".</param>
    /// <exception cref="InvalidOperationException">The app id is not this bot's, or nothing may be sent to the service URL.</exception>
    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(reference);
        _ = _authentication.IdentityOf(AppIds.Of(claimsIdentity));
        return BeginTurnAsync(claimsIdentity, reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The app id is not this bot's, or nothing may be sent to the service URL.</exception>
    /// <exception cref="ErrorResponseException">The channel refused.</exception>
    public override async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        var identity = _authentication.IdentityOf(botAppId);
        var created = await _authentication.CreateConnectorClient(new(serviceUrl, channelId, conversationParameters.TenantId, IsProactive: true)).CreateConversationAsync(conversationParameters, cancellationToken);
        await BeginTurnAsync(identity, Begun(created, channelId, serviceUrl, conversationParameters), callback, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
            responses[index] = await SendAsync(turnContext, activities[index], cancellationToken);
        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ConnectorFor(turnContext, activity.ServiceUrl, activity.ChannelId, activity.Conversation).UpdateActivityAsync(activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ConnectorFor(turnContext, reference.ServiceUrl, reference.ChannelId, reference.Conversation).DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId!, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">Nothing may be sent to the turn's service URL.</exception>
    internal ConnectorClient ConnectorFor(ITurnContext turnContext) =>
        ConnectorFor(turnContext, turnContext.Activity.ServiceUrl, turnContext.Activity.ChannelId, turnContext.Activity.Conversation);

    private ConnectorClient ConnectorFor(ITurnContext turnContext, string? serviceUrl, string? channelId, ConversationAccount? conversation) =>
        _authentication.CreateConnectorClient(new(serviceUrl, channelId, conversation?.TenantId, turnContext.TurnState.ContainsKey(ProactiveKey)));

    private async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        // Ids are the channel's to give.
        activity.Id = null;
        if (activity.Type == ActivityTypesEx.InvokeResponse)
        {
            turnContext.TurnState.Set(InvokeResponseKey, activity);
            return new ResourceResponse();
        }
        // Traces are for the emulator's log only.
        if (activity.Type == ActivityTypes.Trace && activity.ChannelId != "emulator") return new ResourceResponse();
        if (turnContext is TurnContext turn && ReturnsReplies(turn.Activity))
        {
            turn.BufferedReplyActivities.Add(activity);
            return new ResourceResponse();
        }
        var connector = ConnectorFor(turnContext, activity.ServiceUrl, activity.ChannelId, activity.Conversation);
        return string.IsNullOrEmpty(activity.ReplyToId)
            ? await connector.SendToConversationAsync(activity, cancellationToken)
            : await connector.ReplyToActivityAsync(activity, cancellationToken);
    }

    private async ValueTask<(Activity?, Caller?, Refusal?)> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return (null, null, new Refusal(StatusCodes.Status405MethodNotAllowed, "Activities are sent with POST."));
        var (caller, unknown) = await _authentication.AuthenticateAsync(request.HttpContext, cancellationToken);
        if (caller is null) return (null, null, unknown);
        var (activity, refusal) = await ActivityReader.ReadAsync(request, head => _authentication.Refuse(caller, head), cancellationToken);
        return (activity, caller, refusal);
    }

    private TurnContext TurnOf(Activity activity, ClaimsIdentity identity)
    {
        var context = new TurnContext(this, activity);
        context.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        return context;
    }

    private async Task BeginTurnAsync(ClaimsIdentity identity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        using var context = TurnOf(activity, identity);
        context.TurnState.Add(ProactiveKey, this);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <summary>The event with which the turn in a new conversation begins.</summary>
    private static Activity Begun(ConversationResourceResponse created, string channelId, string serviceUrl, ConversationParameters parameters) => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.CreateConversation,
        ChannelId = channelId,
        ServiceUrl = serviceUrl,
        // Without one the replies are sent to the conversation: an id that we made up is no message to reply to.
        Id = created.ActivityId,
        Conversation = new ConversationAccount(id: created.Id, tenantId: parameters.TenantId),
        ChannelData = parameters.ChannelData,
        Recipient = parameters.Bot,
    };

    private static async Task AnswerAsync(HttpResponse response, TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.Type == ActivityTypes.Invoke)
        {
            var answer = context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse;
            response.StatusCode = answer?.Status ?? StatusCodes.Status501NotImplemented;
            if (answer?.Body is { } body) await HttpAnswers.WriteAsync(response, body, cancellationToken);
        }
        else if (ReturnsReplies(context.Activity))
        {
            await HttpAnswers.WriteAsync(response, new ExpectedReplies(context.BufferedReplyActivities), cancellationToken);
        }
    }

    // The response to an invoke has a body of its own, so its replies go the usual way.
    private static bool ReturnsReplies(Activity activity) =>
        activity.DeliveryMode == DeliveryModes.ExpectReplies && activity.Type != ActivityTypes.Invoke;
}
