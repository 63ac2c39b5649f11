using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresCatalogueTests : CatalogueSuite
{
    private SharedBot bot = null!;

    protected override ICatalogue Catalogue => bot.Catalogue;

    protected override ICatalogueStore Store => bot.Store;

    public override async Task InitializeAsync()
    {
        bot = await SharedBot.StartAsync(await PostgresServer.NewSchemaAsync());
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync() => await bot.DisposeAsync();
}

[NeedsPostgres]
public sealed class PostgresRoleTests : RoleSuite, IAsyncLifetime
{
    private SharedBot bot = null!;

    protected override ICatalogue Catalogue => bot.Catalogue;

    protected override ICatalogueStore Store => bot.Store;

    public async Task InitializeAsync() => bot = await SharedBot.StartAsync(await PostgresServer.NewSchemaAsync());

    public async Task DisposeAsync() => await bot.DisposeAsync();
}
