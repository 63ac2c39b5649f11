using System.Text.Json;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>What oauth.v2.access answers, to an installation and to a renewal alike.</summary>
internal sealed record InstallReply(string Team, string? Name, string BotUser, string? App, SlackTokens Tokens)
{
    /// <summary>Null when the app was not installed in one workspace: a whole organisation has no team.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="now">From when its lifetime counts.</param>
    public static InstallReply? Read(JsonElement reply, DateTimeOffset now)
    {
        var team = reply.TryGetProperty("team", out var found) ? found : default;
        if (JsonText.Of(team, "id") is not { } id || JsonText.Of(reply, "access_token") is not { } access || JsonText.Of(reply, "bot_user_id") is not { } bot)
            return null;
        DateTimeOffset? expires = reply.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind is JsonValueKind.Number && seconds.TryGetInt32(out var lifetime) ? now.AddSeconds(lifetime) : null;
        return new InstallReply(id, JsonText.Of(team, "name"), bot, JsonText.Of(reply, "app_id"), new SlackTokens(access, JsonText.Of(reply, "refresh_token"), expires));
    }
}
