using PostingsBot.Configuration;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>Response URLs come with requests: only Slack's own are used, and only as often as Slack allows.</summary>
internal sealed class ResponseUrls(SlackOptions options, TimeProvider time)
{
    public const int MostUses = 5;

    private const int MostKept = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Uses, DateTimeOffset First)> _used = new(StringComparer.Ordinal);

    /// <summary>With an API on this machine, as in tests, response URLs are on this machine too.</summary>
    public bool IsSlacks(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0
        && (address is { Scheme: "https", IsDefaultPort: true, IdnHost: "hooks.slack.com" or "hooks.slack-gov.com" }
            || (options.ApiAddress.IsLoopback && address.IsLoopback && address.Scheme is "http" or "https"));

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
