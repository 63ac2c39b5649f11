using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>Nobody is told that something is kept before it is.</summary>
public sealed class InboxWriterTests
{
    [Fact]
    public async Task Keep_StoreOutOfReach_TellsEachCallerAndGoesOn()
    {
        using var inbox = new SlowInbox();
        var writer = new InboxWriter(inbox, new FixedClock(), _ => { });
        var first = writer.KeepAsync(Of("Ev1"));
        await inbox.BegunAsync();
        var second = writer.KeepAsync(Of("Ev2"));
        var third = writer.KeepAsync(Of("Ev3"));

        inbox.End(new StorageUnavailableException("away"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => first);
        inbox.End(new StorageUnavailableException("away"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => second);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => third);
        var fourth = writer.KeepAsync(Of("Ev4"));
        inbox.End(null);
        await fourth;

        Assert.Equal(["Ev1", "Ev2+Ev3", "Ev4"], inbox.Writes);
    }

    [Fact]
    public async Task Keep_WhileAWriteIsUnderWay_IsNotDoneBeforeTheNextOne()
    {
        using var inbox = new SlowInbox();
        var writer = new InboxWriter(inbox, new FixedClock(), _ => { });
        var first = writer.KeepAsync(Of("Ev1"));
        await inbox.BegunAsync();
        var second = writer.KeepAsync(Of("Ev2"));

        inbox.End(null);
        await first;
        await inbox.BegunAsync();
        Assert.False(second.IsCompleted);
        inbox.End(null);
        await second;
    }

    private static Envelope Of(string id) => new(id, "a", "event", "{}");

    /// <summary>Each write ends when the test says so.</summary>
    private sealed class SlowInbox : IInbox, IDisposable
    {
        private readonly SemaphoreSlim begun = new(0);
        private readonly SemaphoreSlim ended = new(0);
        private readonly Queue<Exception?> endings = new();

        public List<string> Writes { get; } = [];

        public void Dispose()
        {
            begun.Dispose();
            ended.Dispose();
        }

        public Task BegunAsync() => begun.WaitAsync();

        public void End(Exception? failure)
        {
            endings.Enqueue(failure);
            ended.Release();
        }

        public async Task<int> KeepAsync(IReadOnlyList<Envelope> envelopes, DateTimeOffset now, CancellationToken ct)
        {
            Writes.Add(string.Join('+', envelopes.Select(one => one.Id)));
            begun.Release();
            await ended.WaitAsync(ct);
            return endings.Dequeue() is { } failure ? throw failure : envelopes.Count;
        }

        public Task<IReadOnlyList<DueEnvelope>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => throw new NotSupportedException();

        public Task<int> RecoverAsync(DateTimeOffset now, CancellationToken ct) => throw new NotSupportedException();

        public Task RenewAsync(IReadOnlyList<DueEnvelope> held, DateTimeOffset until, CancellationToken ct) => throw new NotSupportedException();

        public Task SettleAsync(IReadOnlyList<DueEnvelope> done, CancellationToken ct) => throw new NotSupportedException();

        public Task PostponeAsync(DueEnvelope due, DateTimeOffset until, CancellationToken ct) => throw new NotSupportedException();

        public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) => throw new NotSupportedException();
    }
}
