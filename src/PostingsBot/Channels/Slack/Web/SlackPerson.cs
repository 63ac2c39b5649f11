namespace PostingsBot.Channels.Slack.Web;

/// <summary>What Slack says about a person; null where it says nothing.</summary>
/// <param name="Name">As others see it.</param>
/// <param name="Locale">Such as "de-DE".</param>
/// <param name="Zone">An IANA name, such as "Europe/Berlin".</param>
/// <param name="Team">The workspace that the person belongs to: with Slack Connect it may be another one.</param>
internal sealed record SlackPerson(string Id, string? Name, string? Locale, string? Zone, string? Team, bool IsBot);
