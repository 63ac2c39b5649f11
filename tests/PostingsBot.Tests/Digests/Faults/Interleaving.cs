namespace PostingsBot.Tests.Digests.Faults;

/// <summary>Runs works in turns: each stops where it passes a gate, and chance says who goes on. The same seed gives the same order.</summary>
internal sealed class Interleaving(Random random)
{
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> waiting = [];

    /// <summary>Where the others may come between.</summary>
    public Task PassAsync()
    {
        var turn = new TaskCompletionSource();
        lock (gate) waiting.Add(turn);
        return turn.Task;
    }

    public async Task RunAsync(IEnumerable<Func<Task>> works)
    {
        var all = Task.WhenAll([.. works.Select(work => work())]);
        while (!all.IsCompleted)
        {
            // The database is in memory and has one user at a time, so that the others have nearly always come to a gate by now.
            if (Next() is { } turn)
                turn.SetResult();
            else
                await Task.Yield();
        }

        await all;
    }

    private TaskCompletionSource? Next()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
                return null;
            var turn = waiting[random.Next(waiting.Count)];
            waiting.Remove(turn);
            return turn;
        }
    }
}
