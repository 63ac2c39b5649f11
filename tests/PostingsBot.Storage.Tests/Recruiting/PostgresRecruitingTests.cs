using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>A record in PostgreSQL and a bot that follows it.</summary>
internal sealed class PostgresEditWorld(SharedBot bot, string connectionString) : IAsyncDisposable
{
    public EditStores Stores { get; } = new(bot.Catalogue, bot.Record, RecruitingStores.In(bot.Database), change => bot.LevelAsync(change));

    public string ConnectionString => connectionString;

    public static async Task<PostgresEditWorld> StartAsync()
    {
        var connectionString = await PostgresServer.NewSchemaAsync();
        return new PostgresEditWorld(await SharedBot.StartAsync(connectionString), connectionString);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}

[NeedsPostgres]
public sealed class PostgresEditTests : EditSuite, IAsyncLifetime
{
    private PostgresEditWorld world = null!;

    private protected override EditStores Stores => world.Stores;

    public async Task InitializeAsync() => world = await PostgresEditWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();
}

[NeedsPostgres]
public sealed class PostgresConflictTests : ConflictSuite, IAsyncLifetime
{
    private PostgresEditWorld world = null!;

    private protected override EditStores Stores => world.Stores;

    public async Task InitializeAsync() => world = await PostgresEditWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();
}

[NeedsPostgres]
public sealed class PostgresAuditTests : AuditSuite, IAsyncLifetime
{
    private PostgresEditWorld world = null!;

    private protected override EditStores Stores => world.Stores;

    public async Task InitializeAsync() => world = await PostgresEditWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();
}

[NeedsPostgres]
public sealed class PostgresDraftTests : DraftSuite, IAsyncLifetime
{
    private PostgresEditWorld world = null!;

    private protected override EditStores Stores => world.Stores;

    public async Task InitializeAsync() => world = await PostgresEditWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();
}
