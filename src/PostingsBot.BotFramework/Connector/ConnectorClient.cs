using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PostingsBot.BotFramework.Authentication;

namespace PostingsBot.BotFramework.Connector;

/// <summary>
/// Sends to the channel at one service URL, with the app's token where there is one. Each method throws <see cref="ErrorResponseException"/> when the channel
/// refuses, <see cref="HttpRequestException"/> when it cannot be reached, <see cref="OperationCanceledException"/> when it is too slow.
/// </summary>
internal sealed class ConnectorClient(HttpClient http, string serviceUrl, AppTokens? tokens, TimeProvider time, ILogger logger)
{
    private const int Attempts = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    // The turn's own request is waiting: a channel that wants a longer pause is told to the caller instead.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private readonly string _conversations = serviceUrl.TrimEnd('/') + "/v3/conversations/";

    public async Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken) =>
        await SendAsync<ConversationResourceResponse>(HttpMethod.Post, new Uri(serviceUrl.TrimEnd('/') + "/v3/conversations"), parameters, cancellationToken) ?? new();

    public Task<ResourceResponse> SendToConversationAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Path(activity.Conversation.Id), activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Path(activity.Conversation.Id, activity.ReplyToId), activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, Path(activity.Conversation.Id, activity.Id), activity, cancellationToken);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, Path(conversationId, activityId), null, cancellationToken);

    // Ids are opaque and may hold slashes, dots or per cent signs: they must reach the channel as they are.
    private Uri Path(string conversationId, string? activityId = null) => new(
        _conversations + Uri.EscapeDataString(conversationId) + "/activities" + (activityId is null ? "" : "/" + Uri.EscapeDataString(activityId)),
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private async Task<ResourceResponse> SendAsync(HttpMethod method, Uri uri, Activity? activity, CancellationToken cancellationToken) =>
        await SendAsync<ResourceResponse>(method, uri, activity, cancellationToken) ?? new ResourceResponse();

    private async Task<T?> SendAsync<T>(HttpMethod method, Uri uri, object? body, CancellationToken cancellationToken) where T : class
    {
        var json = body is null ? null : ActivityJson.SerializeToUtf8Bytes(body);
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, uri);
            if (json is not null)
                request.Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
            var token = tokens is null ? null : await tokens.GetAsync(cancellationToken);
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode) return await ReadAsync<T>(response, cancellationToken);
            // A token may be withdrawn before its time: a new one is tried, once.
            if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null && !renewed)
            {
                tokens!.Discard(token);
                renewed = true;
                continue;
            }
            if (attempt >= Attempts || RetryDelay(response, attempt) is not { } delay) throw await FailureAsync(response, cancellationToken);
            Log.SendRetried(logger, (int)response.StatusCode, delay, attempt);
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    /// <summary>How long to wait before trying again; null when trying again is no use.</summary>
    private TimeSpan? RetryDelay(HttpResponseMessage response, int attempt)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
            return null;
        var wanted = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => FirstDelay * (1 << (attempt - 1)),
        };
        if (wanted > LongestDelay) return null;
        return wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
    }

    private static async Task<ErrorResponseException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadAsync<ErrorResponse>(response, cancellationToken);
        var request = response.RequestMessage!;
        return new ErrorResponseException(
            $"The channel at {request.RequestUri!.Authority} answered {request.Method} with {(int)response.StatusCode} {body?.Error?.Code}".TrimEnd() + ".",
            response.StatusCode, body);
    }

    // Channels answer with an id, with nothing, or with a page of HTML.
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) where T : class
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return bytes.Length == 0 ? null : ActivityJson.Deserialize<T>(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
