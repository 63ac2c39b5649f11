namespace PostingsBot.Channels.Slack;

/// <summary>Where a conversation is: a channel or a direct message, a thread of it, what only one person sees in it, or a modal.</summary>
/// <param name="Team">The workspace ("T…").</param>
/// <param name="Channel">A channel ("C…"), a direct message ("D…"), or the root view of a modal ("V…").</param>
/// <param name="Thread">The ts of the message that the thread began with.</param>
/// <param name="Aside">The one person who sees it ("U…").</param>
internal sealed record SlackPlace(string Team, string Channel, string? Thread = null, string? Aside = null)
{
    private const char Between = ':';

    /// <summary>The conversation's id in activities.</summary>
    public string Id => (Aside ?? Thread) is { } part ? string.Join(Between, Team, Channel, part) : string.Join(Between, Team, Channel);

    public bool IsModal => Channel.StartsWith('V');

    /// <summary>A person alone with the bot.</summary>
    public bool IsPersonal => Aside is not null || Channel[0] is 'D' or 'V';

    /// <summary>Null when it is no conversation of Slack.</summary>
    public static SlackPlace? Parse(string? id) => id?.Split(Between) switch
    {
        [{ Length: > 0 } team, { Length: > 0 } channel] => new SlackPlace(team, channel),
        [{ Length: > 0 } team, { Length: > 0 } channel, { Length: > 0 } part] => char.IsAsciiDigit(part[0]) ? new SlackPlace(team, channel, Thread: part) : new SlackPlace(team, channel, Aside: part),
        _ => null,
    };

    /// <summary>The id of a person in activities.</summary>
    public static string UserId(string team, string user) => string.Join(Between, team, user);
}
