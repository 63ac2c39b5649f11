using Npgsql;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresDatabaseTests
{
    [SuiteFact]
    public async Task Open_ByManyAtOnce_MigratesOnce()
    {
        var place = await PostgresServer.NewSchemaAsync();

        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(place)));

        foreach (var database in databases)
            await database.DisposeAsync();
        Assert.Equal(1L, await PostgresServer.AskAsync(place, "SELECT count(*) FROM head"));
        Assert.Equal(PostgresMigrations.Latest, await PostgresServer.AskAsync(place, "SELECT version FROM postingsbot_schema"));
    }

    [SuiteFact]
    public async Task Open_NewerSchema_IsRefusedAndLeftAlone()
    {
        var place = await PostgresServer.NewSchemaAsync();
        await (await OpenAsync(place)).DisposeAsync();
        await PostgresServer.ExecuteAsync(place, "UPDATE postingsbot_schema SET version = 99");

        await AssertRefusedAsync(place, "schema version 99");
        Assert.Equal(99, await PostgresServer.AskAsync(place, "SELECT version FROM postingsbot_schema"));
    }

    [SuiteFact]
    public async Task Open_SchemaOfAnotherProgram_IsRefusedAndLeftAlone()
    {
        var place = await PostgresServer.NewSchemaAsync();
        await PostgresServer.ExecuteAsync(place, "CREATE TABLE theirs(x int)");

        await AssertRefusedAsync(place, "another program");
        Assert.Equal(1L, await PostgresServer.AskAsync(place, "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"));
    }

    [SuiteFact]
    public async Task Open_NoSuchSchema_IsRefused() =>
        await AssertRefusedAsync(new NpgsqlConnectionStringBuilder(await PostgresServer.NewSchemaAsync()) { SearchPath = "absent" }.ToString(), "Search Path");

    [SuiteFact]
    public async Task Open_NoServer_IsRefusedWithoutThePassword()
    {
        var message = await AssertRefusedAsync("Host=127.0.0.1;Port=1;Database=jobs;Username=bot;Password=geheim;Timeout=2", "127.0.0.1:1/jobs cannot be reached");

        Assert.DoesNotContain("geheim", message, StringComparison.Ordinal);
    }

    [SuiteTheory]
    [InlineData("postgres://bot:geheim@host/jobs")]
    [InlineData("Host=a;Password=ge;heim=1")]
    [InlineData("Password=geheim")]
    [InlineData("geheim")]
    public async Task Open_UnreadableConnectionString_IsRefusedWithoutRepeatingIt(string connectionString)
    {
        var message = await AssertRefusedAsync(connectionString, "cannot be read");

        Assert.DoesNotContain("heim", message, StringComparison.Ordinal);
    }

    [SuiteFact]
    public async Task Open_UserWithoutRights_IsToldWhatToGrant()
    {
        var place = await PostgresServer.NewSchemaAsync();
        await PostgresServer.ExecuteAsync(place, "REVOKE CREATE ON SCHEMA " + new NpgsqlConnectionStringBuilder(place).SearchPath + " FROM current_user");

        await AssertRefusedAsync(place, "Grant the user");
    }

    private static Task<PostgresDatabase> OpenAsync(string place) => PostgresDatabase.OpenAsync(place, TimeProvider.System, CancellationToken.None);

    private static async Task<string> AssertRefusedAsync(string connectionString, string because)
    {
        var error = await Assert.ThrowsAnyAsync<StorageException>(() => OpenAsync(connectionString));
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
