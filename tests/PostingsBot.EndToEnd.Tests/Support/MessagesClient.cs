using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>A channel of the Bot Framework protocol that posts to <c>/api/messages</c> and takes replies in the response.</summary>
internal sealed class MessagesClient(HttpClient http)
{
    private static int _conversations;
    private readonly string _conversation = $"e2e-{Environment.ProcessId}-{Interlocked.Increment(ref _conversations)}";
    private int _sent;

    /// <summary>A message of this conversation, to be changed and sent.</summary>
    public JsonObject Message(string? text) => new()
    {
        ["type"] = "message",
        ["id"] = $"m{++_sent}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = "http://127.0.0.1:9/",
        ["conversation"] = new JsonObject { ["id"] = _conversation },
        ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "Ada" },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "PostingsBot" },
        ["deliveryMode"] = "expectReplies",
        ["text"] = text,
    };

    public Task<HttpResponseMessage> SendAsync(JsonNode activity) => SendAsync(activity.ToJsonString());

    public Task<HttpResponseMessage> SendAsync(string json, string contentType = "application/json") =>
        http.PostAsync("/api/messages", new StringContent(json, Encoding.UTF8, contentType));

    /// <summary>The bot's replies to a message.</summary>
    public async Task<IReadOnlyList<JsonElement>> AskAsync(JsonObject message)
    {
        using var response = await SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {body}");
        // The SDK's dialogs tell the emulator how they stand.
        return [.. JsonSerializer.Deserialize<JsonElement>(body).GetProperty("activities").EnumerateArray().Where(activity => !activity.GetProperty("type").ValueEquals("trace"))];
    }

    public Task<IReadOnlyList<JsonElement>> AskAsync(string text) => AskAsync(Message(text));
}
