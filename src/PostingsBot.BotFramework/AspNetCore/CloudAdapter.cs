using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.BotFramework.Authentication;

namespace PostingsBot.BotFramework.AspNetCore;

/// <summary>The adapter for channels that call over HTTP and take replies at their service URL.</summary>
public class CloudAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    private readonly BotFrameworkAuthentication _authentication;

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
    /// invoke. Refusals are 400, 403, 405, 413 or 415 with {"error":{"code","message"}}.
    /// </summary>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(httpResponse, StatusCodes.Status405MethodNotAllowed, "Activities are sent with POST.", cancellationToken);
            return;
        }
        if (_authentication.RefuseCaller(httpRequest.HttpContext) is { } refusedCaller)
        {
            await RefuseAsync(httpResponse, StatusCodes.Status403Forbidden, refusedCaller, cancellationToken);
            return;
        }
        var (activity, status, reason) = await ActivityReader.ReadAsync(httpRequest, cancellationToken);
        if (activity is null)
        {
            await RefuseAsync(httpResponse, status, reason, cancellationToken);
            return;
        }
        if (!string.IsNullOrEmpty(activity.ServiceUrl) && _authentication.RefuseServiceUrl(activity.ServiceUrl) is { } refusedUrl)
        {
            await RefuseAsync(httpResponse, StatusCodes.Status400BadRequest, refusedUrl, cancellationToken);
            return;
        }
        using var context = new TurnContext(this, activity);
        await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
        await AnswerAsync(httpResponse, context, cancellationToken);
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
        return _authentication.CreateConnectorClient(activity.ServiceUrl).UpdateActivityAsync(activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _authentication.CreateConnectorClient(reference.ServiceUrl)
            .DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId!, cancellationToken);
    }

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
        var connector = _authentication.CreateConnectorClient(activity.ServiceUrl);
        return string.IsNullOrEmpty(activity.ReplyToId)
            ? await connector.SendToConversationAsync(activity, cancellationToken)
            : await connector.ReplyToActivityAsync(activity, cancellationToken);
    }

    private static async Task AnswerAsync(HttpResponse response, TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.Type == ActivityTypes.Invoke)
        {
            var answer = context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse;
            response.StatusCode = answer?.Status ?? StatusCodes.Status501NotImplemented;
            if (answer?.Body is { } body) await WriteAsync(response, body, cancellationToken);
        }
        else if (ReturnsReplies(context.Activity))
        {
            await WriteAsync(response, new ExpectedReplies(context.BufferedReplyActivities), cancellationToken);
        }
    }

    // The response to an invoke has a body of its own, so its replies go the usual way.
    private static bool ReturnsReplies(Activity activity) =>
        activity.DeliveryMode == DeliveryModes.ExpectReplies && activity.Type != ActivityTypes.Invoke;

    private Task RefuseAsync(HttpResponse response, int status, string reason, CancellationToken cancellationToken)
    {
        Log.RequestRefused(Logger, status, reason);
        response.StatusCode = status;
        var code = status switch { 403 => "Forbidden", 405 => "MethodNotAllowed", 413 => "MessageSizeTooBig", 415 => "UnsupportedMediaType", _ => "BadSyntax" };
        return WriteAsync(response, new ErrorResponse(new Error(code, reason)), cancellationToken);
    }

    private static Task WriteAsync(HttpResponse response, object body, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(response.BodyWriter, body, body.GetType(), ActivityJson.Options, cancellationToken);
    }
}
