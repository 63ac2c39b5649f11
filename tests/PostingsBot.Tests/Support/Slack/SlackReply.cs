using System.Text.Json.Nodes;

namespace PostingsBot.Tests.Support.Slack;

/// <param name="Status">Of HTTP; 0 when the connection breaks instead.</param>
internal sealed record SlackReply(int Status, JsonObject? Body, int? RetryAfter = null)
{
    public static SlackReply Broken { get; } = new(0, null);

    public static SlackReply Limited(int seconds) => new(429, new JsonObject { ["ok"] = false, ["error"] = "ratelimited" }, seconds);

    public static SlackReply Error(string error, params (string Key, string Value)[] more)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = error };
        foreach (var (key, value) in more)
            body[key] = value;
        return new SlackReply(200, body);
    }

    public static SlackReply Ok(JsonObject body)
    {
        body["ok"] = true;
        return new SlackReply(200, body);
    }
}
