using NodaTime;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Importing;

public sealed class BatchWriterTests : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SlowStore store;

    public BatchWriterTests() => store = new SlowStore(new SqliteCatalogue(database, new FixedClock()));

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Write_WhileABatchIsWritten_PreparesTheNextAndWaitsToWriteIt()
    {
        var written = new List<int>();
        await using var writer = new BatchWriter(store, applied => written.Add(applied.Added));
        await writer.WriteAsync(Sample.Edits(Sample.Postings.Take(2)), CancellationToken.None);

        var second = writer.WriteAsync(Sample.Edits(Sample.Postings.Skip(2).Take(3)), CancellationToken.None);

        await store.First.Task;
        Assert.Equal((2, 1, false), (store.Prepared, store.Begun, second.IsCompleted));
        store.Go.SetResult();
        await second;
        await writer.FinishAsync();
        Assert.Equal([2, 3], written);
    }

    [Fact]
    public async Task Write_BatchBeforeFails_ThrowsAndWritesNothingMore()
    {
        await using var writer = new BatchWriter(store, _ => { });
        await writer.WriteAsync(Sample.Edits(Sample.Postings.Take(2)), CancellationToken.None);
        store.Go.SetException(new StorageException("broken"));

        await Assert.ThrowsAsync<StorageException>(() => writer.WriteAsync(Sample.Edits(Sample.Postings.Skip(2)), CancellationToken.None));

        Assert.Equal(1, store.Begun);
    }

    [Fact]
    public async Task Dispose_WhileABatchIsWritten_WaitsForItAndThrowsNothing()
    {
        var writer = new BatchWriter(store, _ => { });
        await writer.WriteAsync(Sample.Edits(Sample.Postings), CancellationToken.None);

        var disposing = writer.DisposeAsync().AsTask();

        Assert.False(disposing.IsCompleted);
        store.Go.SetException(new StorageException("broken"));
        await disposing;
    }

    private sealed class SlowStore(ICatalogueStore store) : ICatalogueStore
    {
        private int begun;

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Prepared { get; private set; }

        public int Begun => begun;

        public PreparedEdits Prepare(IReadOnlyList<DocumentEdit> edits)
        {
            Prepared++;
            return store.Prepare(edits);
        }

        public async Task<AppliedEdits> WriteAsync(PreparedEdits edits, CancellationToken ct)
        {
            Interlocked.Increment(ref begun);
            First.TrySetResult();
            await Go.Task;
            return await store.WriteAsync(edits, ct);
        }

        public Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct) => store.KnownAsync(ct);

        public Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct) => store.ChangesAsync(after, take, ct);

        public Task<long> ChangeBeforeAsync(Instant at, CancellationToken ct) => store.ChangeBeforeAsync(at, ct);

        public Task<int> OpenRolesAsync(CancellationToken ct) => store.OpenRolesAsync(ct);
    }
}
