namespace PostingsBot.Channels.Slack.Installing;

/// <summary>What the app asks a workspace for: the least that its features need. The manifest and the page that installs ask for the same.</summary>
internal static class SlackScopes
{
    /// <summary>Previews of role links; of no use to a bot without a public address.</summary>
    public static IReadOnlyList<string> Links { get; } = ["links:read", "links:write"];

    public static IReadOnlyList<string> Bot { get; } =
    [
        // Mentions in channels, and answers to them.
        "app_mentions:read", "chat:write",
        // The slash command and the shortcuts.
        "commands",
        // Direct messages; what was sent to them is looked up when its answer was lost.
        "im:history", "im:write",
        .. Links,
        // Name, language and time zone.
        "users:read",
        // Who left a channel: the alerts that they set up there are handed over.
        "channels:read", "groups:read",
        // Posting documents that somebody sends.
        "files:read",
    ];
}
