using PostingsBot.Storage.Delivered;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresDeliveredCardsTests : DeliveredSuite, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    protected override IDeliveredCards Cards => new PostgresDeliveredCards(database, MostPerRole);

    protected override ICatalogueStore Catalogue => new PostgresCatalogueStore(database, new FixedClock());

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(await PostgresServer.NewSchemaAsync(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync() => await database.DisposeAsync();
}
