namespace PostingsBot.Channels.Slack.Web;

/// <summary>Response URLs are used only as often as Slack allows.</summary>
internal sealed class ResponseUrls(TimeProvider time)
{
    public const int MostUses = 5;

    private const int MostKept = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Uses, DateTimeOffset First)> _used = new(StringComparer.Ordinal);

    /// <summary>False when the address is spent.</summary>
    public bool TryUse(Uri address)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_used.Count >= MostKept)
                Sweep(now);
            var (uses, first) = _used.GetValueOrDefault(address.AbsoluteUri, (0, now));
            if (uses >= MostUses || now - first >= Lifetime)
                return false;
            _used[address.AbsoluteUri] = (uses + 1, first);
            return true;
        }
    }

    /// <summary>Slack did not take the use.</summary>
    public void GiveBack(Uri address)
    {
        lock (_lock)
        {
            if (_used.TryGetValue(address.AbsoluteUri, out var used))
                _used[address.AbsoluteUri] = used with { Uses = used.Uses - 1 };
        }
    }

    // What is forgotten too early Slack refuses itself.
    private void Sweep(DateTimeOffset now)
    {
        foreach (var old in _used.Where(one => now - one.Value.First >= Lifetime).Select(one => one.Key).ToList())
            _used.Remove(old);
        if (_used.Count >= MostKept)
            _used.Clear();
    }
}
