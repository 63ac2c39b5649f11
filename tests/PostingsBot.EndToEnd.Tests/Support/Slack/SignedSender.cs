using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>Posts to an app what Slack posts, signed. Every request is judged by @slack/bolt as well (SlackSenderTests).</summary>
internal sealed class SignedSender(HttpClient http, string signingSecret)
{
    /// <summary>What the request says about its own time, as against the clock.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Where the app listens; one address for all, as Bolt has, or ours.</summary>
    public (string Events, string Interactivity, string Commands, string Options) Paths { get; init; } = ("/slack/events", "/slack/interactivity", "/slack/commands", "/slack/options");

    /// <param name="envelope">Of <see cref="SlackEvents"/>.</param>
    /// <param name="retry">Which retry it is; 0 for none.</param>
    public Task<HttpResponseMessage> EventAsync(JsonObject envelope, int retry = 0) => PostAsync(Paths.Events, "application/json", envelope.ToJsonString(), request =>
    {
        if (retry == 0)
            return;
        request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
    });

    public Task<HttpResponseMessage> InteractionAsync(JsonObject payload) => FormAsync(Paths.Interactivity, new Dictionary<string, string> { ["payload"] = payload.ToJsonString() });

    public Task<HttpResponseMessage> OptionsAsync(JsonObject payload) => FormAsync(Paths.Options, new Dictionary<string, string> { ["payload"] = payload.ToJsonString() });

    public Task<HttpResponseMessage> CommandAsync(IReadOnlyDictionary<string, string> fields) => FormAsync(Paths.Commands, fields);

    /// <summary>Any request, signed; <paramref name="change"/> may spoil it afterwards.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string type, string body, Action<HttpRequestMessage>? change = null)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() + Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
            Headers = { { "X-Slack-Request-Timestamp", timestamp }, { "X-Slack-Signature", Sign(signingSecret, timestamp, body) } },
        };
        change?.Invoke(request);
        return http.SendAsync(request);
    }

    public static string Sign(string secret, string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    private async Task<HttpResponseMessage> FormAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await PostAsync(path, "application/x-www-form-urlencoded", await form.ReadAsStringAsync());
    }
}
