namespace PostingsBot.Tests.Support.Slack;

/// <summary>Which scope a method asks for.</summary>
internal static class SlackScopes
{
    public static string? Needed(string method, IReadOnlyDictionary<string, string> fields) => method switch
    {
        "chat.postMessage" or "chat.postEphemeral" or "chat.update" or "chat.delete" => "chat:write",
        "chat.unfurl" => "links:write",
        "conversations.open" => "im:write",
        "conversations.history" or "conversations.replies" => fields.GetValueOrDefault("channel", "").StartsWith('D') ? "im:history" : "channels:history",
        "users.info" => "users:read",
        "files.info" => "files:read",
        _ => null,
    };
}
