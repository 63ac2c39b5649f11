using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>
/// Answers that one person sees, with the button that shares them. Slack does not hand such a message back, so of each person and channel the last one is
/// kept, exactly as it was shown.
/// </summary>
internal sealed class SlackAsides(IDocumentStore store)
{
    public const string ShareAction = "share";

    private const int KeyLength = 16;

    /// <summary>Everything below is forgotten with the workspace.</summary>
    public static string KeysOf(string team) => $"{SlackAdapter.ChannelId}/{team}/";

    /// <summary>The answer with its button, when there is room for one.</summary>
    public async Task<SlackMessage> KeepAsync(SlackPlace place, SlackMessage message, CancellationToken ct)
    {
        if (message.Blocks.Count is 0 or >= Blocks.BlockKitLimits.MessageBlocks)
            return message;
        var json = new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() }.ToJsonString();
        await store.WriteAsync(new Dictionary<string, StateChange> { [KeyOf(place)] = new(json, "*") }, ct);
        JsonNode[] blocks = [.. message.Blocks.Select(block => block!.DeepClone()), Button(PrintOf(json))];
        return message with { Blocks = new JsonArray(blocks) };
    }

    /// <summary>What was kept; null when it is another answer by now.</summary>
    public async Task<SlackMessage?> FindAsync(SlackPlace place, string print, CancellationToken ct)
    {
        var items = await store.ReadAsync([KeyOf(place)], ct);
        if (!items.TryGetValue(KeyOf(place), out var item) || PrintOf(item.Json) != print)
            return null;
        var kept = JsonElement.Parse(item.Json);
        return new SlackMessage(JsonText.Of(kept, "text") ?? "", JsonArray.Create(kept.GetProperty("blocks")) ?? []);
    }

    /// <summary>A message for everybody, as a response URL takes it.</summary>
    public static JsonObject ForAll(SlackMessage message, string? thread)
    {
        var answer = new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone(), ["response_type"] = "in_channel", ["replace_original"] = false };
        if (thread is not null)
            answer["thread_ts"] = thread;
        return answer;
    }

    private static JsonObject Button(string print) => new()
    {
        ["type"] = "actions",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = ShareAction,
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = SlackWording.Share },
            ["value"] = print,
        }),
    };

    private static string KeyOf(SlackPlace place) => $"{KeysOf(place.Team)}asides/{place.Channel}:{place.Aside}";

    private static string PrintOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..KeyLength];
}
