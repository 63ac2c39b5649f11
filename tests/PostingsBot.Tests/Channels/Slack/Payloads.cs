using System.Text.Json.Nodes;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack;

/// <summary>What Slack sends.</summary>
internal static class Payloads
{
    public const string ResponseUrl = "https://hooks.slack.com/actions/T0000001/1/abc";

    /// <summary>An event with its envelope; <paramref name="more"/> stands in the envelope.</summary>
    public static string Event(string happened, int number = 1, string more = "") => $$"""
        {"token":"x","team_id":"{{StrictSlack.Team}}","api_app_id":"A1","event":{{happened}},"type":"event_callback","event_id":"Ev{{number}}","event_time":1771930800{{more}},
         "authorizations":[{"enterprise_id":null,"team_id":"{{StrictSlack.Team}}","user_id":"{{SlackInstalls.BotUser}}","is_bot":true,"is_enterprise_install":false}]}
        """;

    public static string Message(int number, string text, string more = "") => Event(
        $$"""{"type":"message","channel_type":"im","channel":"{{SlackTalk.Direct}}","user":"{{SlackTalk.Person}}","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"1771930800.{{number:000000}}"{{more}}}""", number);

    public static string Mention(int number, string text, string more = "") => Event(
        $$"""{"type":"app_mention","channel":"{{SlackTalk.Channel}}","user":"{{SlackTalk.Person}}","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"1771930800.{{number:000000}}"{{more}}}""", number);

    public static string Command(string text, int number = 1) => $$"""
        {"token":"x","team_id":"{{StrictSlack.Team}}","channel_id":"{{SlackTalk.Channel}}","user_id":"{{SlackTalk.Person}}","user_name":"mia","command":"/roles","text":{{JsonValue.Create(text).ToJsonString()}},
         "response_url":"{{ResponseUrl}}","trigger_id":"command.{{number}}","api_app_id":"A1"}
        """;

    /// <summary>A pressed button of a message.</summary>
    public static string Pressed(int number, JsonObject message, JsonObject button, bool isAside = false) => new JsonObject
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = SlackTalk.Person, ["team_id"] = StrictSlack.Team },
        ["team"] = new JsonObject { ["id"] = StrictSlack.Team },
        ["trigger_id"] = $"press.{number}",
        ["response_url"] = ResponseUrl,
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message["ts"]?.ToString() ?? "1.2", ["channel_id"] = message["channel"]?.ToString() ?? SlackTalk.Channel, ["is_ephemeral"] = isAside },
        ["channel"] = new JsonObject { ["id"] = message["channel"]?.ToString() ?? SlackTalk.Channel },
        ["message"] = isAside ? null : message.DeepClone(),
        ["actions"] = new JsonArray(button.DeepClone()),
    }.ToJsonString();

    /// <summary>A pressed button of a view.</summary>
    public static string PressedInView(int number, JsonObject view, JsonObject button, string? trigger = null) => new JsonObject
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = SlackTalk.Person, ["team_id"] = StrictSlack.Team },
        ["team"] = new JsonObject { ["id"] = StrictSlack.Team },
        ["trigger_id"] = trigger ?? $"press.{number}",
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view["id"]?.ToString() },
        ["view"] = view.DeepClone(),
        ["actions"] = new JsonArray(button.DeepClone()),
    }.ToJsonString();

    public static string Shortcut(string callback, string trigger, string? text = null)
    {
        var payload = new JsonObject
        {
            ["type"] = text is null ? "shortcut" : "message_action",
            ["callback_id"] = callback,
            ["trigger_id"] = trigger,
            ["user"] = new JsonObject { ["id"] = SlackTalk.Person, ["team_id"] = StrictSlack.Team },
            ["team"] = new JsonObject { ["id"] = StrictSlack.Team },
        };
        if (text is not null)
        {
            payload["channel"] = new JsonObject { ["id"] = SlackTalk.Channel };
            payload["message"] = new JsonObject { ["type"] = "message", ["user"] = "U0000009", ["ts"] = "1771930700.000100", ["text"] = text };
            payload["response_url"] = ResponseUrl;
        }

        return payload.ToJsonString();
    }

    /// <summary>A submitted modal; <paramref name="values"/> is <c>state.values</c>.</summary>
    public static string Submitted(JsonObject view, string values)
    {
        var submitted = view.DeepClone().AsObject();
        submitted["state"] = new JsonObject { ["values"] = JsonNode.Parse(values) };
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["user"] = new JsonObject { ["id"] = SlackTalk.Person, ["team_id"] = StrictSlack.Team },
            ["team"] = new JsonObject { ["id"] = StrictSlack.Team },
            ["trigger_id"] = "submit.1",
            ["view"] = submitted,
        }.ToJsonString();
    }
}
