using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>
/// Whether a message arrived whose answer was lost. Slack has no idempotency keys; so each message carries a key in its metadata, and is looked for in the
/// newest messages of its conversation. Where the app may not read a conversation (channels, by our scopes) nobody can know.
/// </summary>
/// <param name="call">A method and its arguments.</param>
/// <param name="begun">No earlier message is it.</param>
internal sealed class SentMessages(Func<string, JsonObject, Task<SlackResult>> call, DateTimeOffset begun)
{
    public const string Posting = "chat.postMessage";

    private const string EventType = "postingsbot_message";

    /// <summary>Slack's clock and ours may differ so much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>The message with a key: the one it has, or a new one.</summary>
    public static JsonObject WithKey(JsonObject message, string? key = null)
    {
        var keyed = message.DeepClone().AsObject();
        if (KeyOf(keyed) is null)
            keyed["metadata"] = new JsonObject { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["key"] = key ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) } };
        return keyed;
    }

    /// <summary>What Slack answered, or would have: with channel and ts. Null when the message is not to be found.</summary>
    /// <param name="message">With a key.</param>
    public async Task<SlackResult?> FindAsync(JsonObject message)
    {
        if (await ConversationAsync(message["channel"]?.ToString() ?? "") is not { } channel)
            return null;
        var arguments = new JsonObject
        {
            ["channel"] = channel,
            ["oldest"] = (begun - Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["include_all_metadata"] = true,
            ["limit"] = 100,
        };
        var thread = message["thread_ts"]?.ToString();
        if (thread is not null)
            arguments["ts"] = thread;
        return await call(thread is null ? "conversations.history" : "conversations.replies", arguments) is SlackResult.Ok ok && In(ok.Reply, KeyOf(message)!) is { } found
            ? new SlackResult.Ok(JsonText.Element(new JsonObject { ["ok"] = true, ["channel"] = channel, ["ts"] = JsonText.Of(found, "ts"), ["message"] = JsonObject.Create(found) }))
            : null;
    }

    private static string? KeyOf(JsonObject message) => message["metadata"] is JsonObject metadata && metadata["event_payload"] is JsonObject payload ? payload["key"]?.ToString() : null;

    private static JsonElement? In(JsonElement reply, string key)
    {
        if (!reply.TryGetProperty("messages", out var messages) || messages.ValueKind is not JsonValueKind.Array)
            return null;
        foreach (var message in messages.EnumerateArray())
        {
            if (message.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("event_payload", out var payload) && JsonText.Of(payload, "key") == key)
                return message;
        }

        return null;
    }

    // A person's id stands for the direct messages with that person, whose id has to be asked for.
    private async Task<string?> ConversationAsync(string channel)
    {
        if (channel is not ['U' or 'W', ..])
            return channel;
        return await call("conversations.open", new JsonObject { ["users"] = channel }) is SlackResult.Ok ok && ok.Reply.TryGetProperty("channel", out var opened) ? JsonText.Of(opened, "id") : null;
    }
}
