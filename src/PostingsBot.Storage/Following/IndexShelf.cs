using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Following;

/// <summary>Where the index stands that searches use, if there is a whole one. It is closed only when nobody reads from it.</summary>
internal sealed class IndexShelf(TimeProvider clock)
{
    private readonly Lock gate = new();
    private LocalIndex? current;
    private int readers;
    private TaskCompletionSource? drained;
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long sequence = -1;

    /// <summary>The index was found damaged, or its file replaced.</summary>
    public bool IsSuspect { get; private set; }

    public void Suspect() => IsSuspect = true;

    /// <summary>Searches use this index from now on, which is level with the record up to its position.</summary>
    public void Show(LocalIndex index)
    {
        lock (gate)
        {
            current = index;
            sequence = index.Position!.Sequence;
            var waiting = moved;
            moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.SetResult();
        }
    }

    /// <summary>Takes the index away; done when the last search that used it is.</summary>
    public async Task ClearAsync()
    {
        Task last;
        lock (gate)
        {
            current = null;
            sequence = -1;
            IsSuspect = false;
            drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (readers == 0)
                drained.SetResult();
            last = drained.Task;
        }

        await last;
    }

    /// <exception cref="WarmingUpException">There is no whole index at the moment.</exception>
    public async Task<T> AskAsync<T>(Func<SqliteCatalogue, Task<T>> ask)
    {
        var index = Enter();
        try
        {
            return await ask(index.Catalogue);
        }
        catch (Exception error) when (IndexDamage.Is(error))
        {
            Suspect();
            throw new WarmingUpException();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>False when the index has not come so far in time.</summary>
    public async Task<bool> ReachAsync(long change, TimeSpan atMost, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (sequence >= change)
                    return true;
                next = moved.Task;
            }

            await next.WaitAsync(ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
                return false;
        }
    }

    private LocalIndex Enter()
    {
        lock (gate)
        {
            if (current is null || IsSuspect)
                throw new WarmingUpException();
            readers++;
            return current;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--readers == 0)
                drained?.TrySetResult();
        }
    }
}
