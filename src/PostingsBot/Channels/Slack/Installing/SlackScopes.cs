namespace PostingsBot.Channels.Slack.Installing;

/// <summary>What the app asks a workspace for: the least that its features need. The manifest and the page that installs ask for the same.</summary>
internal static class SlackScopes
{
    public static IReadOnlyList<string> Bot { get; } =
    [
        // Mentions in channels, and answers to them.
        "app_mentions:read", "chat:write",
        // The slash command and the shortcuts.
        "commands",
        // Direct messages; what was sent to them is looked up when its answer was lost.
        "im:history", "im:write",
        // Previews of role links.
        "links:read", "links:write",
        // Name, language and time zone.
        "users:read",
        // Posting documents that somebody sends.
        "files:read",
    ];
}
