using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PostingsBot.BotFramework.Authentication;
using PostingsBot.BotFramework.Connector.Pacing;

namespace PostingsBot.BotFramework.Connector;

/// <summary>
/// One request to a channel: at the pace that the channel allows, with the app's token where there is one, tried again after a failure that may pass.
/// A connection that breaks is such a failure, so what a channel took without acknowledging it may arrive twice.
/// </summary>
internal sealed class ConnectorSender(HttpClient http, AppTokens? tokens, LanePacer? pacer, Patience patience, TimeProvider time, ILogger logger)
{
    /// <exception cref="ErrorResponseException">The channel refused.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It is too slow.</exception>
    public async Task<T?> SendAsync<T>(HttpMethod method, Uri uri, object? body, Lane lane, CancellationToken cancellationToken) where T : class
    {
        var json = body is null ? null : ActivityJson.SerializeToUtf8Bytes(body);
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            var token = tokens is null ? null : await tokens.GetAsync(cancellationToken);
            if (pacer is not null) await pacer.WaitAsync(lane.Name, lane.Windows, cancellationToken);
            using var request = Request(method, uri, json, token);
            TimeSpan? delay;
            try
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                // What was posted is posted, with or without its id. Whoever asked, or began a conversation, needs the answer.
                if (response.IsSuccessStatusCode) return await ReadAsync<T>(response, isDone: typeof(T) == typeof(ResourceResponse), cancellationToken);
                // A token may be withdrawn before its time: a new one is tried, once.
                if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null && !renewed)
                {
                    tokens!.Discard(token);
                    renewed = true;
                    continue;
                }
                delay = Passes(response.StatusCode) ? patience.Delay(attempt, RetryAfter(response)) : null;
                if (delay is null) throw await FailureAsync(response, cancellationToken);
                if (response.StatusCode is HttpStatusCode.TooManyRequests) pacer?.Hold(lane.Name, lane.Windows, delay.Value);
                Log.SendRetried(logger, (int)response.StatusCode, delay.Value, attempt);
            }
            catch (HttpRequestException broken) when (patience.Delay(attempt, null) is { } pause)
            {
                delay = pause;
                Log.SendBroken(logger, broken.HttpRequestError, pause, attempt);
            }
            await Task.Delay(delay.Value, time, cancellationToken);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri uri, byte[]? json, AppToken? token)
    {
        var request = new HttpRequestMessage(method, uri);
        if (json is not null)
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return request;
    }

    private static bool Passes(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    private async Task<ErrorResponseException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadAsync<ErrorResponse>(response, isDone: true, cancellationToken);
        var request = response.RequestMessage!;
        return new ErrorResponseException(
            $"The channel at {request.RequestUri!.Authority} answered {request.Method} with {(int)response.StatusCode} {body?.Error?.Code}".TrimEnd() + ".",
            response.StatusCode, body);
    }

    /// <summary>Channels answer with an id, with nothing, or with a page of HTML.</summary>
    /// <param name="response">Its status and headers are there.</param>
    /// <param name="isDone">The status says all that matters: a body that breaks off, is too large or too slow is no reason to send again.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<T?> ReadAsync<T>(HttpResponseMessage response, bool isDone, CancellationToken cancellationToken) where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(http.Timeout);
        try
        {
            await response.Content.LoadIntoBufferAsync(http.MaxResponseContentBufferSize, limit.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return bytes.Length == 0 ? null : ActivityJson.Deserialize<T>(bytes);
        }
        catch (Exception error) when (error is JsonException || (isDone && !cancellationToken.IsCancellationRequested && error is (HttpRequestException or IOException or OperationCanceledException)))
        {
            return null;
        }
    }
}

/// <summary>What is counted together: one kind of operation on one conversation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lane(string Name, IReadOnlyList<RateWindow> Windows)
{
    public static Lane Sending(string conversationId) => new("send " + conversationId, TeamsLimits.Sending);

    public static Lane Creating(string with) => new("create " + with, TeamsLimits.Sending);

    public static Lane Members(string conversationId) => new("members " + conversationId, TeamsLimits.Members);
}
