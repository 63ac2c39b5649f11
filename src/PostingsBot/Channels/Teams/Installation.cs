namespace PostingsBot.Channels.Teams;

/// <summary>One installation: in a person's chat, a group chat or a team.</summary>
internal sealed record Installation
{
    /// <summary>When it was welcomed, in seconds since 1970; null before.</summary>
    public long? Welcomed { get; init; }

    /// <summary>The number of the last news it was told.</summary>
    public int News { get; init; }

    /// <summary>Of a team: the channels in which the bot was spoken to.</summary>
    public IReadOnlyList<string> Channels { get; set; } = [];
}
