namespace PostingsBot.BotFramework.Connector.Pacing;

/// <summary>When requests went out, and when the next one may. Times count from a common beginning and never run backwards.</summary>
internal sealed class SlidingWindows(IReadOnlyList<RateWindow> windows)
{
    private readonly int _kept = windows.Max(window => window.Most);
    private readonly TimeSpan _longest = windows.Max(window => window.Within);
    private readonly List<TimeSpan> _sent = [];
    private TimeSpan _heldUntil;

    /// <summary>The first moment at which one more request keeps inside every window; in the past when it may go at once.</summary>
    public TimeSpan FreeAt()
    {
        var free = _heldUntil;
        foreach (var (most, within) in windows)
        {
            if (_sent.Count >= most && _sent[^most] + within > free) free = _sent[^most] + within;
        }
        return free;
    }

    public void Add(TimeSpan now)
    {
        if (_sent.Count == 2 * _kept) _sent.RemoveRange(0, _kept);
        _sent.Add(now);
    }

    /// <summary>The channel asked for a pause.</summary>
    public void HoldUntil(TimeSpan until)
    {
        if (until > _heldUntil) _heldUntil = until;
    }

    /// <summary>Nothing that was sent counts any more.</summary>
    public bool IsForgotten(TimeSpan now) => now >= _heldUntil && (_sent.Count == 0 || _sent[^1] + _longest <= now);
}
