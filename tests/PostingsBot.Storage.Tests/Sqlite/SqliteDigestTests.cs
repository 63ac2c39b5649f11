using System.Globalization;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Digests;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class SqliteDigestTests : DigestSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteDigestTests() => database = SqliteDatabase.Open(folder.File("bot.db"));

    protected override ISubscriptions Subscriptions => new SqliteSubscriptions(database);

    protected override IDigests Digests => new SqliteDigests(database);

    protected override IOutbox Outbox => new SqliteOutbox(database);

    [Fact]
    public async Task Commit_DiskFull_SaysSoAndTheDigestIsKeptOnceWhenThereIsRoom()
    {
        await CreateAsync("a");
        var due = await ClaimAsync(Tuesday);

        await SetLimitAsync(pages: 1);
        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => CommitAsync(due));
        Assert.Contains("is full. Nothing was written; make room", error.Message, StringComparison.Ordinal);
        Assert.Empty(await Outbox.ClaimAsync(Tuesday, Lease, 10, default));

        await SetLimitAsync(pages: int.MaxValue - 1);
        Assert.Equal([BundleVerdict.Kept], await CommitAsync(await ClaimAsync(Tuesday + Lease)));
        Assert.Single(await Outbox.ClaimAsync(Tuesday + Lease, Lease, 10, default));
        Assert.Empty(await ClaimAsync(Tuesday + Lease + Lease));
    }

    private Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DueSubscription> due)
    {
        var bundle = Bundle(due, "2026-03-03");
        return Digests.CommitAsync([bundle with { Delivery = bundle.Delivery! with { Payload = new string('x', 1 << 17) } }], Tuesday, default);
    }

    /// <summary>As a disk without room: the file may not grow. A limit below its size is its size.</summary>
    private Task SetLimitAsync(int pages) => database.WriteAsync(session => session.Number(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}")), default);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}

public sealed class SqliteOutboxTests : OutboxSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteOutboxTests() => database = SqliteDatabase.Open(folder.File("bot.db"));

    protected override ISubscriptions Subscriptions => new SqliteSubscriptions(database);

    protected override IDigests Digests => new SqliteDigests(database);

    protected override IOutbox Outbox => new SqliteOutbox(database);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
