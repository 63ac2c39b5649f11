using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>One request to Slack and its answer. No log message and no exception of it holds a token or an address.</summary>
/// <param name="http">One of <see cref="CreateClient"/>; in tests over a handler that plays Slack.</param>
/// <param name="time">For the time limit.</param>
internal sealed class SlackHttp(HttpClient http, TimeProvider time)
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly JsonElement Nothing = JsonElement.Parse("""{"ok":true}""");

    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        // The address was checked; where it points to was not.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>Calls a method. Half of them read forms only, so all get one: what is nested goes as JSON.</summary>
    public Task<SlackAnswer> CallAsync(Uri address, AuthenticationHeaderValue authorization, JsonObject arguments, CancellationToken ct) => SendAsync(
        () => new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers = { Authorization = authorization },
            Content = new FormUrlEncodedContent(arguments.Where(argument => argument.Value is not null).Select(argument => KeyValuePair.Create(argument.Key, TextOf(argument.Value!)))),
        },
        ct);

    public Task<SlackAnswer> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) => SendAsync(
        () => new HttpRequestMessage(HttpMethod.Post, responseUrl) { Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json") },
        ct);

    private static string TextOf(JsonNode value) => value is JsonValue plain ? plain.ToString() : value.ToJsonString();

    private static bool IsBeforeSending(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private async Task<SlackAnswer> SendAsync(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        using var request = make();
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            if (response.StatusCode is HttpStatusCode.TooManyRequests)
                return new SlackAnswer.Limited(RetryAfter(response));
            if ((int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout)
                return new SlackAnswer.Lost(SlackErrors.ServerError, MayHaveArrived: true);
            return Read(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (HttpRequestException error)
        {
            return new SlackAnswer.Lost(SlackErrors.Unreachable, MayHaveArrived: !IsBeforeSending(error.HttpRequestError));
        }
        catch (Exception error) when (error is IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new SlackAnswer.Lost(SlackErrors.Unreachable, MayHaveArrived: true);
        }
    }

    // The Web API answers in JSON, a response URL with the bare words "ok" or "used_url".
    private static SlackAnswer Read(bool isSuccess, string body)
    {
        if (JsonIn(body) is { } json)
            return new SlackAnswer.Reply(json);
        if (isSuccess && body.Trim() is "ok" or "")
            return new SlackAnswer.Reply(Nothing);
        return SlackAnswer.Reply.Of(IsWord(body.Trim()) ? body.Trim() : SlackErrors.Unreadable);
    }

    private static JsonElement? JsonIn(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWord(string text) => text.Length is > 0 and <= 60 && text.All(letter => char.IsAsciiLetterLower(letter) || letter is '_');

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
