namespace PostingsBot.Storage.Inbox;

/// <summary>Keeps envelopes of many callers with one write to the disk: those that come while one is under way go together with the next. Safe from any thread.</summary>
/// <param name="inbox">Where they are kept.</param>
/// <param name="clock">The time.</param>
/// <param name="kept">Told after each write, with how many there were.</param>
public sealed class InboxWriter(IInbox inbox, TimeProvider clock, Action<int> kept)
{
    /// <summary>Envelopes of one write.</summary>
    private const int Most = 1_000;

    /// <summary>Envelopes that wait: seconds of the heaviest load.</summary>
    private const int MostWaiting = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = [];
    private bool isWriting;

    /// <summary>Ends when the envelope is on disk.</summary>
    /// <exception cref="StorageException">It is not; the sender has to send it again.</exception>
    public Task KeepAsync(Envelope envelope)
    {
        var one = new Waiting(envelope);
        lock (gate)
        {
            if (waiting.Count >= MostWaiting)
                throw new StorageUnavailableException("More arrives than can be written.");
            waiting.Enqueue(one);
            if (isWriting)
                return one.Written.Task;
            isWriting = true;
        }

        _ = Task.Run(WriteAllAsync);
        return one.Written.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await inbox.KeepAsync(batch.ConvertAll(one => one.Envelope), clock.GetUtcNow(), CancellationToken.None);
            }
            catch (Exception error)
            {
                // Each caller is told: none of them may answer that it was accepted.
                batch.ForEach(one => one.Written.SetException(error));
                continue;
            }

            kept(batch.Count);
            batch.ForEach(one => one.Written.SetResult());
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var batch = new List<Waiting>(Math.Min(waiting.Count, Most));
            while (batch.Count < Most && waiting.TryDequeue(out var one))
                batch.Add(one);
            isWriting = batch.Count > 0;
            return batch;
        }
    }

    private sealed record Waiting(Envelope Envelope)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
