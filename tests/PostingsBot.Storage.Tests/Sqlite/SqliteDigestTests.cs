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
