namespace PostingsBot.Tests.BotFramework;

public class ConversationTurnsTests
{
    [Fact]
    public async Task Enter_SameConversation_RunsOneAfterAnother()
    {
        var turns = new ConversationTurns();
        var release = new TaskCompletionSource();
        var seen = new List<string>();

        var first = RunAsync(turns, "c", async () => { await release.Task; seen.Add("first"); });
        var second = RunAsync(turns, "c", () => { seen.Add("second"); return Task.CompletedTask; });
        await RunAsync(turns, "other", () => { seen.Add("other"); return Task.CompletedTask; });
        Assert.False(second.IsCompleted);
        release.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["other", "first", "second"], seen);
    }

    [Fact]
    public async Task Enter_ManyTurnsOfManyConversations_NeverOverlapAndNothingStays()
    {
        var turns = new ConversationTurns();
        var inside = new int[10];
        var overlaps = 0;

        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => Task.Run(() => RunAsync(turns, $"{number % 10}", async () =>
        {
            if (Interlocked.Increment(ref inside[number % 10]) > 1) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            Interlocked.Decrement(ref inside[number % 10]);
        }))));

        Assert.Equal((0, 0), (overlaps, turns.Count));
    }

    [Fact]
    public async Task Enter_InsideATurnOfTheSameConversation_DoesNotWaitForItself()
    {
        var turns = new ConversationTurns();
        var nested = false;

        await RunAsync(turns, "c", () => RunAsync(turns, "c", () => { nested = true; return Task.CompletedTask; }));

        Assert.True(nested);
        Assert.Equal(0, turns.Count);
    }

    [Fact]
    public async Task Enter_WorkThatOutlivesItsTurn_WaitsLikeAnybody()
    {
        var turns = new ConversationTurns();
        var release = new TaskCompletionSource();
        ExecutionContext? insideFirst = null;
        await RunAsync(turns, "c", () =>
        {
            insideFirst = ExecutionContext.Capture();
            return Task.CompletedTask;
        });

        var second = RunAsync(turns, "c", () => release.Task);
        Task? background = null;
        ExecutionContext.Run(insideFirst!, _ => background = RunAsync(turns, "c", () => Task.CompletedTask), null);
        Assert.False(background!.IsCompleted);
        release.SetResult();
        await Task.WhenAll(second, background);
    }

    [Fact]
    public async Task Wait_Cancelled_LeavesNothingBehind()
    {
        var turns = new ConversationTurns();
        var release = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        var first = RunAsync(turns, "c", () => release.Task);
        var second = RunAsync(turns, "c", () => Task.CompletedTask, cancel.Token);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        release.SetResult();
        await first;

        Assert.Equal(0, turns.Count);
    }

    private static async Task RunAsync(ConversationTurns turns, string conversation, Func<Task> work, CancellationToken cancellationToken = default)
    {
        using var turn = turns.Enter("test", conversation);
        await turn.WaitAsync(cancellationToken);
        await work();
    }
}
