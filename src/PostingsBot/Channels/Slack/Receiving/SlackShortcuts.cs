namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>The callback ids of shortcuts, as the app's manifest registers them.</summary>
internal static class SlackShortcuts
{
    /// <summary>Global.</summary>
    public const string FindRoles = "find_roles";

    /// <summary>Of a message.</summary>
    public const string NewPosting = "new_posting";
}
