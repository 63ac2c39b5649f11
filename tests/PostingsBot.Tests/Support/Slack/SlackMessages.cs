using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Tests.Channels.Slack.Blocks;

namespace PostingsBot.Tests.Support.Slack;

/// <summary>Channels, messages and previews of links.</summary>
internal sealed class SlackMessages(TimeProvider time)
{
    private const int LongestUpdate = 4_000;

    private int _number;

    /// <summary>Channels that are there, and the direct messages with the first person; others ("D…") are made when they are opened.</summary>
    public HashSet<string> Channels { get; } = new(["C0000001", "C0000002", "D0000002"], StringComparer.Ordinal);

    public HashSet<string> Archived { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything posted, in order, as JSON with "channel", "ts" and, when only one person sees it, "ephemeral_for".</summary>
    public List<JsonObject> All { get; } = [];

    /// <summary>The arguments of every chat.unfurl.</summary>
    public List<JsonObject> Unfurled { get; } = [];

    public SlackReply Do(string method, IReadOnlyDictionary<string, string> fields, Func<string, bool> isPerson) => method switch
    {
        "chat.postMessage" => Post(fields, isPerson),
        "chat.postEphemeral" => Whisper(fields, isPerson),
        "chat.update" => Update(fields),
        "chat.delete" => Delete(fields),
        "chat.unfurl" => Unfurl(fields),
        "conversations.open" => Open(fields, isPerson),
        "conversations.history" => History(fields, message => message["thread_ts"] is null || message["thread_ts"]!.ToString() == message["ts"]!.ToString()),
        "conversations.replies" => Replies(fields),
        _ => SlackReply.Error("unknown_method"),
    };

    /// <summary>A message of somebody else, so that there is something to answer, to unfurl or not to update.</summary>
    public string Say(string channel, string user, string text)
    {
        Channels.Add(channel);
        return Keep(channel, new JsonObject { ["user"] = user, ["text"] = text })["ts"]!.ToString();
    }

    public static string DirectWith(string user) => "D" + user[1..];

    private static JsonNode? Json(IReadOnlyDictionary<string, string> fields, string name) => fields.TryGetValue(name, out var text) && text.Length > 0 ? JsonNode.Parse(text) : null;

    /// <summary>What Slack says against it, by its rules for blocks as well; null when nothing.</summary>
    public static string? Wrong(JsonObject message)
    {
        if (message["blocks"] is { } blocks && (blocks is not JsonArray list || BlockLimits.OfMessage(message["text"]?.ToString() ?? "", list).Any()))
            return "invalid_blocks";
        return message["blocks"] is null or JsonArray { Count: 0 } && message["text"] is null && message["attachments"] is null ? "no_text" : null;
    }

    private SlackReply Post(IReadOnlyDictionary<string, string> fields, Func<string, bool> isPerson)
    {
        var channel = fields.GetValueOrDefault("channel", "");
        if (channel is ['U', ..] && isPerson(channel))
            Channels.Add(channel = DirectWith(channel));
        if (Closed(channel) is { } closed)
            return SlackReply.Error(closed);
        var message = Read(fields);
        return Wrong(message) is { } wrong ? SlackReply.Error(wrong) : Kept(channel, message);
    }

    private SlackReply Whisper(IReadOnlyDictionary<string, string> fields, Func<string, bool> isPerson)
    {
        var channel = fields.GetValueOrDefault("channel", "");
        var user = fields.GetValueOrDefault("user", "");
        if (Closed(channel) is { } closed)
            return SlackReply.Error(closed);
        if (!isPerson(user))
            return SlackReply.Error("user_not_in_channel");
        var message = Read(fields);
        if (Wrong(message) is { } wrong)
            return SlackReply.Error(wrong);
        message["ephemeral_for"] = user;
        return SlackReply.Ok(new JsonObject { ["message_ts"] = Keep(channel, message)["ts"]!.ToString() });
    }

    private SlackReply Update(IReadOnlyDictionary<string, string> fields)
    {
        var (channel, ts) = (fields.GetValueOrDefault("channel", ""), fields.GetValueOrDefault("ts", ""));
        if (Closed(channel) is { } closed)
            return SlackReply.Error(closed);
        if (fields.GetValueOrDefault("text", "").Length > LongestUpdate)
            return SlackReply.Error("msg_too_long");
        if (Find(channel, ts) is not { } message || message["ephemeral_for"] is not null)
            return SlackReply.Error("message_not_found");
        if (message["user"]?.ToString() != SlackInstalls.BotUser)
            return SlackReply.Error("cant_update_message");
        var update = Read(fields);
        if (Wrong(update) is { } wrong)
            return SlackReply.Error(wrong);
        foreach (var name in new[] { "text", "blocks" })
        {
            message.Remove(name);
            if (update[name] is { } value)
                message[name] = value.DeepClone();
        }

        return SlackReply.Ok(new JsonObject { ["channel"] = channel, ["ts"] = ts, ["text"] = message["text"]?.DeepClone() });
    }

    private SlackReply Delete(IReadOnlyDictionary<string, string> fields)
    {
        var (channel, ts) = (fields.GetValueOrDefault("channel", ""), fields.GetValueOrDefault("ts", ""));
        if (Find(channel, ts) is not { } message)
            return SlackReply.Error("message_not_found");
        All.Remove(message);
        return SlackReply.Ok(new JsonObject { ["channel"] = channel, ["ts"] = ts });
    }

    private SlackReply Unfurl(IReadOnlyDictionary<string, string> fields)
    {
        var isPlaced = (fields.ContainsKey("channel") && fields.ContainsKey("ts")) || (fields.ContainsKey("unfurl_id") && fields.ContainsKey("source"));
        if (!isPlaced)
            return SlackReply.Error("missing_argument");
        if (Json(fields, "unfurls") is not JsonObject { Count: > 0 })
            return SlackReply.Error("cannot_unfurl_url");
        Unfurled.Add(Read(fields));
        return SlackReply.Ok([]);
    }

    private SlackReply Open(IReadOnlyDictionary<string, string> fields, Func<string, bool> isPerson)
    {
        var user = fields.GetValueOrDefault("users", "");
        if (!isPerson(user))
            return SlackReply.Error("user_not_found");
        Channels.Add(DirectWith(user));
        return SlackReply.Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = DirectWith(user) } });
    }

    private SlackReply Replies(IReadOnlyDictionary<string, string> fields)
    {
        var ts = fields.GetValueOrDefault("ts", "");
        return Find(fields.GetValueOrDefault("channel", ""), ts) is null
            ? SlackReply.Error("thread_not_found")
            : History(fields, message => message["ts"]!.ToString() == ts || message["thread_ts"]?.ToString() == ts);
    }

    private SlackReply History(IReadOnlyDictionary<string, string> fields, Func<JsonObject, bool> isMeant)
    {
        var channel = fields.GetValueOrDefault("channel", "");
        if (!Channels.Contains(channel))
            return SlackReply.Error("channel_not_found");
        var oldest = double.Parse(fields.GetValueOrDefault("oldest", "0"), CultureInfo.InvariantCulture);
        var found = All.Where(message => message["channel"]!.ToString() == channel && message["ephemeral_for"] is null && isMeant(message))
            .Where(message => double.Parse(message["ts"]!.ToString(), CultureInfo.InvariantCulture) > oldest)
            .Reverse().Take(int.Parse(fields.GetValueOrDefault("limit", "100"), CultureInfo.InvariantCulture)).Select(message => message.DeepClone().AsObject()).ToList();
        if (fields.GetValueOrDefault("include_all_metadata") is not "true")
            found.ForEach(message => message.Remove("metadata"));
        return SlackReply.Ok(new JsonObject { ["messages"] = new JsonArray([.. found]), ["has_more"] = false });
    }

    private string? Closed(string channel) => !Channels.Contains(channel) ? "channel_not_found" : Archived.Contains(channel) ? "is_archived" : null;

    private static JsonObject Read(IReadOnlyDictionary<string, string> fields)
    {
        var message = new JsonObject();
        foreach (var (name, value) in fields)
            message[name] = name is "blocks" or "attachments" or "metadata" or "unfurls" ? JsonNode.Parse(value) : value;
        return message;
    }

    private SlackReply Kept(string channel, JsonObject message)
    {
        var kept = Keep(channel, message);
        return SlackReply.Ok(new JsonObject { ["channel"] = channel, ["ts"] = kept["ts"]!.ToString(), ["message"] = kept.DeepClone() });
    }

    private JsonObject Keep(string channel, JsonObject message)
    {
        message["channel"] = channel;
        message["user"] ??= SlackInstalls.BotUser;
        message["ts"] = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds()}.{++_number:000000}");
        All.Add(message);
        return message;
    }

    private JsonObject? Find(string channel, string ts) => All.Find(message => message["channel"]!.ToString() == channel && message["ts"]!.ToString() == ts);
}
