using System.Collections.Concurrent;

namespace PostingsBot.Tests.Support;

/// <summary>
/// A world with one thread and a clock that moves only when nothing is left to do, to the moment of the next timer. Code under test runs in it whole:
/// what it awaits comes back to this thread.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(VirtualTimer Timer, int Setting), TimeSpan> _timers = new();
    private readonly Loop _loop = new();

    /// <summary>Since the world began.</summary>
    public TimeSpan Now { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => Beginning + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Run(Func<Task> work)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_loop);
        try
        {
            var task = work();
            while (true)
            {
                _loop.RunAll();
                if (task.IsCompleted) break;
                Step();
            }
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Step()
    {
        if (!_timers.TryDequeue(out var next, out var at))
        {
            // What the library took to another thread (a cancelled request) comes back.
            if (!_loop.HasWorkSoon()) throw new InvalidOperationException("Everything waits, and no timer is set.");
            return;
        }
        if (next.Setting != next.Timer.Setting) return;
        if (at > Now) Now = at;
        next.Timer.Fire();
    }

    private sealed class VirtualTimer(VirtualTime world, TimerCallback callback, object? state) : ITimer
    {
        public int Setting { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Setting++;
            if (dueTime != Timeout.InfiniteTimeSpan) world._timers.Enqueue((this, Setting), world.Now + dueTime);
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => Setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Loop : SynchronizationContext
    {
        private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();

        public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

        public bool HasWorkSoon() => SpinWait.SpinUntil(() => !_posted.IsEmpty, TimeSpan.FromSeconds(10));

        public void RunAll()
        {
            while (_posted.TryDequeue(out var next)) next.Callback(next.State);
        }
    }
}
