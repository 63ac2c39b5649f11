namespace PostingsBot.BotFramework.Connector;

/// <summary>How often and how long a request to a channel is tried again after a failure that may pass.</summary>
/// <param name="Attempts">All of them, the first included.</param>
/// <param name="FirstDelay">Doubled with each attempt, where the channel names no pause of its own.</param>
/// <param name="LongestDelay">A channel that wants a longer pause is told to the caller instead.</param>
/// <param name="Jitter">The largest share that is added to a delay by chance, so that many senders do not come back together.</param>
internal sealed record Patience(int Attempts, TimeSpan FirstDelay, TimeSpan LongestDelay, double Jitter)
{
    /// <summary>In a turn the channel's own request is waiting.</summary>
    public static Patience Turn { get; } = new(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), 0);

    public static Patience Proactive { get; } = new(8, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), 0.5);

    /// <summary>The pause before the next attempt; null when there is none.</summary>
    /// <param name="attempt">Attempts so far.</param>
    /// <param name="wanted">The pause that the channel named.</param>
    public TimeSpan? Delay(int attempt, TimeSpan? wanted)
    {
        if (attempt >= Attempts) return null;
        if (wanted is null)
        {
            var backoff = FirstDelay * (1 << (attempt - 1));
            return backoff < LongestDelay ? WithJitter(backoff) : WithJitter(LongestDelay);
        }
        if (wanted > LongestDelay) return null;
        return wanted < TimeSpan.Zero ? TimeSpan.Zero : WithJitter(wanted.Value);
    }

    private TimeSpan WithJitter(TimeSpan delay) => Jitter > 0 ? delay * (1 + (Jitter * Random.Shared.NextDouble())) : delay;
}
