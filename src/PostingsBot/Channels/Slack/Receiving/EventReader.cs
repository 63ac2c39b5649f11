using System.Text.Json;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>Payloads of the Events API.</summary>
internal static class EventReader
{
    private const int MostLinks = 20;
    private const int MostFiles = 20;

    public static SlackWork Read(JsonElement payload) => JsonText.Of(payload, "type") switch
    {
        null => new SlackWork.Malformed("its payload has no type"),
        "url_verification" => JsonText.Of(payload, "challenge") is { } challenge ? new SlackWork.Challenge(challenge) : new SlackWork.Malformed("it has no challenge"),
        "app_rate_limited" => new SlackWork.RateLimited(JsonText.Of(payload, "team_id") ?? ""),
        "event_callback" => Callback(payload),
        var other => new SlackWork.Unknown(other),
    };

    private static SlackWork Callback(JsonElement payload)
    {
        var authorization = Authorization(payload);
        if ((JsonText.Of(authorization, "team_id") ?? JsonText.Of(payload, "team_id")) is not { } team || JsonText.Of(payload, "event_id") is null
            || !payload.TryGetProperty("event", out var happened) || JsonText.Of(happened, "type") is not { } type)
        {
            return new SlackWork.Malformed("the event lacks its id, team or type");
        }

        return type switch
        {
            "message" when JsonText.Of(happened, "channel_type") is not "im" => new SlackWork.Nothing(),
            "message" or "app_mention" => Message(payload, happened, team, JsonText.Of(authorization, "user_id")),
            "app_home_opened" => JsonText.Of(happened, "tab") is "home" && JsonText.Of(happened, "user") is { } user ? new SlackWork.Home(team, user) : new SlackWork.Nothing(),
            "link_shared" => Links(happened, team),
            "member_left_channel" => JsonText.Of(happened, "user") is { } gone && JsonText.Of(happened, "channel") is { } channel ? new SlackWork.Left(team, gone, channel) : new SlackWork.Malformed("the event lacks its user or channel"),
            "user_change" => Deactivated(happened, team),
            "app_uninstalled" => new SlackWork.Forget(team),
            "tokens_revoked" => HasBots(happened) ? new SlackWork.Forget(team) : new SlackWork.Nothing(),
            _ => new SlackWork.Unknown(type),
        };
    }

    private static SlackWork Message(JsonElement payload, JsonElement message, string team, string? bot)
    {
        // Bots are not answered, lest two of them talk for ever; nor are edits, deletions and notices of the channel.
        if (JsonText.Of(message, "bot_id") is not null || JsonText.Of(message, "subtype") is not (null or "file_share" or "me_message" or "thread_broadcast"))
            return new SlackWork.Nothing();
        if (JsonText.Of(message, "user") is not { } user || JsonText.Of(message, "channel") is not { } channel || JsonText.Of(message, "ts") is not { } ts)
            return new SlackWork.Malformed("the message lacks its user, channel or ts");
        if (user == bot)
            return new SlackWork.Nothing();
        var thread = JsonText.Of(message, "thread_ts") ?? (JsonText.Of(message, "type") is "app_mention" ? ts : null);
        var said = new IncomingMessage(new SlackPlace(team, channel, thread), user, ts) { Text = IncomingText.Said(JsonText.Of(message, "text") ?? "", bot), Files = FilesOf(message) };
        return IsFromOutside(payload, message, team) ? new SlackWork.FromOutside(said) : new SlackWork.Said(said);
    }

    private static IReadOnlyList<SlackFile> FilesOf(JsonElement message) =>
        message.TryGetProperty("files", out var files) && files.ValueKind is JsonValueKind.Array
            ? [.. files.EnumerateArray().Take(MostFiles).Select(file => new SlackFile(JsonText.Of(file, "name") ?? "", JsonText.Of(file, "mimetype"), JsonText.Of(file, "url_private_download") ?? JsonText.Of(file, "url_private")))]
            : [];

    private static SlackWork Links(JsonElement shared, string team)
    {
        if (!shared.TryGetProperty("links", out var links) || links.ValueKind is not JsonValueKind.Array || JsonText.Of(shared, "user") is not { } user)
            return new SlackWork.Malformed("the event lacks its links or its user");
        var urls = links.EnumerateArray().Select(link => JsonText.Of(link, "url")).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostLinks).ToList();
        if (urls.Count == 0)
            return new SlackWork.Nothing();
        if (JsonText.Of(shared, "unfurl_id") is { } id && JsonText.Of(shared, "source") is { } source)
            return new SlackWork.Unfurl(team, user, [("unfurl_id", id), ("source", source)], urls);
        return JsonText.Of(shared, "channel") is { } channel && JsonText.Of(shared, "message_ts") is { } ts
            ? new SlackWork.Unfurl(team, user, [("channel", channel), ("ts", ts)], urls)
            : new SlackWork.Malformed("the event does not say where the links stand");
    }

    /// <summary>Of all that may change about a person only this is of use.</summary>
    private static SlackWork Deactivated(JsonElement changed, string team) =>
        changed.TryGetProperty("user", out var user) && user.ValueKind is JsonValueKind.Object && user.TryGetProperty("deleted", out var deleted) && deleted.ValueKind is JsonValueKind.True && JsonText.Of(user, "id") is { } id
            ? new SlackWork.Left(team, id, null)
            : new SlackWork.Nothing();

    private static bool HasBots(JsonElement revoked) =>
        revoked.TryGetProperty("tokens", out var tokens) && tokens.ValueKind is JsonValueKind.Object
        && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind is JsonValueKind.Array && bots.GetArrayLength() > 0;

    /// <summary>In a channel that two organisations share, by the workspace of whoever wrote.</summary>
    private static bool IsFromOutside(JsonElement payload, JsonElement message, string team) =>
        payload.TryGetProperty("is_ext_shared_channel", out var shared) && shared.ValueKind is JsonValueKind.True
        && (JsonText.Of(message, "user_team") ?? JsonText.Of(message, "source_team") ?? JsonText.Of(message, "team")) is { } home && home != team;

    private static JsonElement Authorization(JsonElement payload) =>
        payload.TryGetProperty("authorizations", out var all) && all.ValueKind is JsonValueKind.Array && all.GetArrayLength() > 0 ? all[0] : default;
}
