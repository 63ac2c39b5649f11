using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Tests.Digests;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresDigestTests : DigestSuite, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    protected override ISubscriptions Subscriptions => new PostgresSubscriptions(database);

    protected override IDigests Digests => new PostgresDigests(database);

    protected override IOutbox Outbox => new PostgresOutbox(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(await PostgresServer.NewSchemaAsync(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

[NeedsPostgres]
public sealed class PostgresOutboxTests : OutboxSuite, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    protected override ISubscriptions Subscriptions => new PostgresSubscriptions(database);

    protected override IDigests Digests => new PostgresDigests(database);

    protected override IOutbox Outbox => new PostgresOutbox(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(await PostgresServer.NewSchemaAsync(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync() => await database.DisposeAsync();
}
