namespace PostingsBot.BotFramework.Connector.Pacing;

/// <summary>
/// Lets requests go as soon as the windows of their lane (such as a conversation and an operation) and those of all lanes together allow. In one lane they
/// go in the order in which they came; a lane that must wait holds up no other.
/// </summary>
internal sealed class LanePacer : IDisposable
{
    private const int RequestsBetweenSweeps = 1000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _beginning;
    private readonly ITimer _timer;
    private readonly SlidingWindows _shared;
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Lane, TimeSpan> _waiting = new();
    private int _sinceSweep;

    /// <param name="time">The clock.</param>
    /// <param name="shared">The windows of all lanes together.</param>
    public LanePacer(TimeProvider time, IReadOnlyList<RateWindow> shared)
    {
        _shared = new SlidingWindows(shared);
        _time = time;
        _beginning = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lanes remembered, for as long as what they sent still counts.</summary>
    public int Lanes
    {
        get
        {
            lock (_lock) return _lanes.Count;
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_beginning);

    /// <summary>Ends when the request may go; it counts as sent from then on.</summary>
    public Task WaitAsync(string lane, IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            var entered = LaneOf(lane, windows);
            entered.Waiters.Enqueue(waiter);
            if (entered.Waiters.Count == 1) _waiting.Enqueue(entered, entered.Windows.FreeAt());
            Release();
        }
        return waiter.Task.IsCompleted ? Task.CompletedTask : CancelableAsync(waiter, cancellationToken);
    }

    /// <summary>Nothing goes into the lane for so long, because the channel asked for it.</summary>
    public void Hold(string lane, IReadOnlyList<RateWindow> windows, TimeSpan pause)
    {
        lock (_lock) LaneOf(lane, windows).Windows.HoldUntil(Now + pause);
    }

    /// <summary>Nothing goes at all for so long.</summary>
    public void Hold(TimeSpan pause)
    {
        lock (_lock) _shared.HoldUntil(Now + pause);
    }

    public void Dispose() => _timer.Dispose();

    private static async Task CancelableAsync(TaskCompletionSource waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiter);
        await waiter.Task;
    }

    private Lane LaneOf(string name, IReadOnlyList<RateWindow> windows)
    {
        if (!_lanes.TryGetValue(name, out var lane)) _lanes.Add(name, lane = new Lane(windows));
        return lane;
    }

    private void Pump()
    {
        lock (_lock) Release();
    }

    // Lanes stand in the queue with the time at which they are free, each with at least one waiter.
    private void Release()
    {
        var now = Now;
        while (_waiting.TryPeek(out var lane, out var at) && at <= now && _shared.FreeAt() <= now)
        {
            _waiting.Dequeue();
            if (lane.Windows.FreeAt() <= now && lane.Waiters.Dequeue().TrySetResult())
            {
                lane.Windows.Add(now);
                _shared.Add(now);
                Sweep(now);
            }
            if (lane.Waiters.Count > 0) _waiting.Enqueue(lane, lane.Windows.FreeAt());
        }
        if (_waiting.TryPeek(out _, out var next))
            _timer.Change(Max(next, _shared.FreeAt()) - now + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private void Sweep(TimeSpan now)
    {
        if (++_sinceSweep < RequestsBetweenSweeps) return;
        _sinceSweep = 0;
        foreach (var (name, _) in _lanes.Where(lane => lane.Value.Waiters.Count == 0 && lane.Value.Windows.IsForgotten(now)).ToList())
            _lanes.Remove(name);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed class Lane(IReadOnlyList<RateWindow> windows)
    {
        public SlidingWindows Windows { get; } = new(windows);

        public Queue<TaskCompletionSource> Waiters { get; } = new();
    }
}
