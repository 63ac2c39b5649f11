using System.Globalization;
using System.Text.Json.Nodes;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>What Slack posts to an app, with the fields that it documents. Each envelope and message has an id of its own.</summary>
internal static class SlackEvents
{
    public const string User = "U0000002";
    public const string Channel = "C0000001";

    private static int _number;

    /// <summary>The direct messages between <see cref="User"/> and the bot.</summary>
    public static string Direct => SlackMessages.DirectWith(User);

    public static string NewTs() => string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.9{Interlocked.Increment(ref _number):00000}");

    public static JsonObject Message(string text, string user = User, string? team = null) => Envelope(
        new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["channel"] = SlackMessages.DirectWith(user), ["user"] = user, ["text"] = text, ["client_msg_id"] = Guid.NewGuid().ToString() }.Stamped(), team);

    /// <param name="text">After the mention.</param>
    public static JsonObject Mention(string text, string? thread = null, string channel = Channel, string user = User)
    {
        var inner = new JsonObject { ["type"] = "app_mention", ["channel"] = channel, ["user"] = user, ["text"] = $"<@{SlackInstalls.BotUser}> {text}" }.Stamped();
        if (thread is not null)
            inner["thread_ts"] = thread;
        return Envelope(inner);
    }

    public static JsonObject HomeOpened(string user = User) => Envelope(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = SlackMessages.DirectWith(user), ["tab"] = "home", ["event_ts"] = NewTs() });

    public static JsonObject LinkShared(string url, string channel = Channel, string user = User) => Envelope(new JsonObject
    {
        ["type"] = "link_shared", ["user"] = user, ["channel"] = channel, ["message_ts"] = NewTs(), ["unfurl_id"] = Guid.NewGuid().ToString(), ["source"] = "conversations_history", ["event_ts"] = NewTs(),
        ["is_bot_user_member"] = true, ["links"] = new JsonArray(new JsonObject { ["domain"] = new Uri(url).Host, ["url"] = url }),
    });

    public static JsonObject Uninstalled(string team) => Envelope(new JsonObject { ["type"] = "app_uninstalled" }, team);

    public static JsonObject TokensRevoked(string team) => Envelope(
        new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(SlackInstalls.BotUser) } }, team);

    public static Dictionary<string, string> Command(string text, Uri responseUrl, string trigger, string command = "/roles", string user = User) => new()
    {
        ["token"] = "deprecated", ["team_id"] = StrictSlack.Team, ["team_domain"] = "stub", ["channel_id"] = Channel, ["channel_name"] = "jobs", ["user_id"] = user, ["user_name"] = "mia",
        ["command"] = command, ["text"] = text, ["api_app_id"] = "A0000001", ["is_enterprise_install"] = "false", ["response_url"] = responseUrl.AbsoluteUri, ["trigger_id"] = trigger,
    };

    /// <summary>A pressed button, a chosen option or a date in a message.</summary>
    /// <param name="message">As the stub keeps it.</param>
    /// <param name="action">The element, with what was chosen: {type, block_id, action_id, value | selected_option | …}.</param>
    public static JsonObject Action(JsonObject message, JsonObject action, Uri responseUrl, string trigger, string user = User) => Interaction("block_actions", trigger, user).With(new JsonObject
    {
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message["ts"]!.ToString(), ["channel_id"] = message["channel"]!.ToString(), ["is_ephemeral"] = message["ephemeral_for"] is not null },
        ["channel"] = new JsonObject { ["id"] = message["channel"]!.ToString(), ["name"] = "jobs" }, ["message"] = message.DeepClone(), ["response_url"] = responseUrl.AbsoluteUri,
        ["state"] = new JsonObject { ["values"] = new JsonObject() }, ["actions"] = new JsonArray(action.With(new JsonObject { ["action_ts"] = NewTs() })),
    });

    public static JsonObject ViewAction(JsonObject view, JsonObject action, string trigger, string user = User) => Interaction("block_actions", trigger, user).With(new JsonObject
    {
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view["id"]?.ToString() }, ["view"] = view.DeepClone(), ["actions"] = new JsonArray(action.With(new JsonObject { ["action_ts"] = NewTs() })),
    });

    /// <param name="values">By block id and action id, as Slack has them.</param>
    public static JsonObject Submission(JsonObject view, JsonObject values, string trigger, string user = User)
    {
        var submitted = view.DeepClone().AsObject();
        submitted["state"] = new JsonObject { ["values"] = values.DeepClone() };
        return Interaction("view_submission", trigger, user).With(new JsonObject { ["view"] = submitted, ["response_urls"] = new JsonArray() });
    }

    public static JsonObject Shortcut(string callback, string trigger, string user = User) => Interaction("shortcut", trigger, user).With(new JsonObject { ["callback_id"] = callback, ["action_ts"] = NewTs() });

    public static JsonObject MessageShortcut(string callback, string text, Uri responseUrl, string trigger, string user = User) => Interaction("message_action", trigger, user).With(new JsonObject
    {
        ["callback_id"] = callback, ["action_ts"] = NewTs(), ["message_ts"] = NewTs(), ["response_url"] = responseUrl.AbsoluteUri, ["channel"] = new JsonObject { ["id"] = Channel, ["name"] = "jobs" },
        ["message"] = new JsonObject { ["type"] = "message", ["user"] = User, ["ts"] = NewTs(), ["text"] = text },
    });

    public static JsonObject Suggestion(string action, string block, string typed, string user = User) => Interaction("block_suggestion", "", user).With(new JsonObject { ["action_id"] = action, ["block_id"] = block, ["value"] = typed });

    private static JsonObject Envelope(JsonObject inner, string? team = null) => new()
    {
        ["token"] = "deprecated", ["team_id"] = team ?? StrictSlack.Team, ["api_app_id"] = "A0000001", ["type"] = "event_callback", ["event"] = inner,
        ["event_id"] = $"Ev{Guid.NewGuid():N}", ["event_time"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), ["is_ext_shared_channel"] = false,
        ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = team ?? StrictSlack.Team, ["user_id"] = SlackInstalls.BotUser, ["is_bot"] = true, ["is_enterprise_install"] = false }),
    };

    private static JsonObject Interaction(string type, string trigger, string user) => new()
    {
        ["type"] = type, ["token"] = "deprecated", ["api_app_id"] = "A0000001", ["trigger_id"] = trigger, ["enterprise"] = null, ["is_enterprise_install"] = false,
        ["user"] = new JsonObject { ["id"] = user, ["username"] = "mia", ["team_id"] = StrictSlack.Team }, ["team"] = new JsonObject { ["id"] = StrictSlack.Team, ["domain"] = "stub" },
    };

    private static JsonObject Stamped(this JsonObject inner)
    {
        var ts = NewTs();
        (inner["ts"], inner["event_ts"]) = (ts, ts);
        return inner;
    }

    private static JsonObject With(this JsonObject all, JsonObject more)
    {
        var merged = all.DeepClone().AsObject();
        foreach (var (name, value) in more)
            merged[name] = value?.DeepClone();
        return merged;
    }
}
