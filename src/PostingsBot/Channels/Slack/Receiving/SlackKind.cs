namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>What Slack sends, by the form of its payload.</summary>
internal enum SlackKind
{
    /// <summary>The Events API.</summary>
    Event,

    /// <summary>Buttons, shortcuts, views and option lists.</summary>
    Interaction,

    /// <summary>A slash command; its fields as JSON.</summary>
    Command,
}
