namespace PostingsBot.Channels.Slack.Installing;

/// <summary>The tokens of one workspace.</summary>
/// <param name="Refresh">Null without token rotation.</param>
/// <param name="Expires">Null when it never does.</param>
internal sealed record SlackTokens(string Access, string? Refresh, DateTimeOffset? Expires)
{
    public override string ToString() => nameof(SlackTokens);
}
