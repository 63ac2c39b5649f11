namespace PostingsBot.Channels.DirectLine;

/// <summary>Limits and lifetimes of the Direct Line endpoints. The defaults suit one machine.</summary>
internal sealed record DirectLineOptions
{
    /// <summary>Where the signing key of the tokens is kept, so that they outlive a restart. Null: a new key at every start.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Where the page is opened from besides this machine: scheme and host, such as https://jobs.example.com. Empty: nowhere else.</summary>
    public IReadOnlyList<Uri> Origins { get; init; } = [];

    /// <summary>What a host site proves itself with when it asks for a token of somebody whom it signed in. Null: nobody signs in.</summary>
    public string? Secret { get; init; }

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>So long after a host site signed somebody in, its token cannot be renewed any more.</summary>
    public TimeSpan SignInLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a stream's address may be used after it was handed out.</summary>
    public TimeSpan StreamTicketLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A conversation unused for so long is forgotten here; its dialog state is kept elsewhere.</summary>
    public TimeSpan IdleLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The bot must answer within this time, as on the real channels.</summary>
    public TimeSpan TurnTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(20);

    public int MaxConversations { get; init; } = 500;

    public int MaxConversationsPerAddress { get; init; } = 100;

    /// <summary>Activities kept of one conversation for clients that poll or reconnect.</summary>
    public int MaxActivities { get; init; } = 100;

    /// <summary>Bytes of JSON kept of one conversation; the newest activity is always kept.</summary>
    public int MaxHistoryBytes { get; init; } = 512 * 1024;

    /// <summary>Largest activity accepted, in bytes: the channel's documented limit.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of the files that one message may bring.</summary>
    public int MaxUploadBytes { get; init; } = 4 * 1024 * 1024;

    public int MaxFiles { get; init; } = 4;

    /// <summary>Messages of one conversation that may wait for their turn.</summary>
    public int MaxWaitingTurns { get; init; } = 8;

    /// <summary>New conversations of one client address in a minute; this many may also come at once, as with the next three.</summary>
    public int ConversationsPerMinute { get; init; } = 60;

    public int MessagesPerMinute { get; init; } = 120;

    public int UploadsPerMinute { get; init; } = 12;

    /// <summary>Everything else: polls, reconnections, refreshed tokens, the page's files and what completes a text.</summary>
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>Says nothing of the secret.</summary>
    public override string ToString() => nameof(DirectLineOptions);
}
