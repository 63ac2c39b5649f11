using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresSavedTests : SavedSuite, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    protected override ISavedRoles Saved => new PostgresSavedRoles(database);

    protected override ICatalogueStore Catalogue => new PostgresCatalogueStore(database, new FixedClock());

    protected override IOutbox Outbox => new PostgresOutbox(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(await PostgresServer.NewSchemaAsync(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync() => await database.DisposeAsync();
}
