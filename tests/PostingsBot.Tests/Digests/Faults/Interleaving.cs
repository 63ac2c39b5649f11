namespace PostingsBot.Tests.Digests.Faults;

/// <summary>Runs works in turns: each stops where it passes a gate, and chance says who goes on. The same seed gives the same order.</summary>
internal sealed class Interleaving(Random random)
{
    private readonly List<TaskCompletionSource> waiting = [];

    /// <summary>Where the others may come between.</summary>
    public Task PassAsync()
    {
        var turn = new TaskCompletionSource();
        waiting.Add(turn);
        return turn.Task;
    }

    public async Task RunAsync(IEnumerable<Func<Task>> works)
    {
        var all = Task.WhenAll([.. works.Select(work => work())]);
        while (!all.IsCompleted)
        {
            // Nothing below waits for anything else: the database is in memory and has one user at a time.
            var turn = waiting[random.Next(waiting.Count)];
            waiting.Remove(turn);
            turn.SetResult();
        }

        await all;
    }
}
