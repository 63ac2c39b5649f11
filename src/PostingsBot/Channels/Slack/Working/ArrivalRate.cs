namespace PostingsBot.Channels.Slack.Working;

/// <summary>How many came within a second. Safe from any thread.</summary>
internal sealed class ArrivalRate(TimeProvider clock)
{
    private readonly Lock gate = new();
    private long second;
    private int before;
    private int now;

    /// <summary>Of this second and the last one, the greater.</summary>
    public int PerSecond
    {
        get
        {
            lock (gate)
            {
                Advance();
                return Math.Max(before, now);
            }
        }
    }

    public void Add(int number)
    {
        lock (gate)
        {
            Advance();
            now += number;
        }
    }

    private void Advance()
    {
        var current = clock.GetUtcNow().ToUnixTimeSeconds();
        if (current == second)
            return;
        (before, now) = (current == second + 1 ? now : 0, 0);
        second = current;
    }
}
