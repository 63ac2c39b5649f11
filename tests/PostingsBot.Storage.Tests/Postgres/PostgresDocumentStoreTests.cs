using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.State;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresDocumentStoreTests : StateSuite, IAsyncLifetime
{
    private string place = "";
    private PostgresDatabase database = null!;

    protected override IDocumentStore Store => new PostgresDocumentStore(database);

    public async Task InitializeAsync()
    {
        place = await PostgresServer.NewSchemaAsync();
        database = await PostgresDatabase.OpenAsync(place, TimeProvider.System, CancellationToken.None);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [SuiteFact]
    public async Task Write_OnOneBot_IsReadOnAnother()
    {
        await using var other = await PostgresDatabase.OpenAsync(place, TimeProvider.System, CancellationToken.None);
        var tag = await PutAsync("key", "1", null);

        var items = await new PostgresDocumentStore(other).ReadAsync(["key"], CancellationToken.None);

        Assert.Equal(new StoredItem("1", tag), items["key"]);
    }

    [SuiteFact]
    public async Task Write_AfterAllConnectionsWereCut_GoesOn()
    {
        var tag = await PutAsync("key", "1", null);
        await PostgresServer.CutAsync(place);

        var result = await Store.WriteAsync(new Dictionary<string, StateChange> { ["key"] = new("2", tag) }, CancellationToken.None);

        Assert.IsType<WriteResult.Written>(result);
    }

    [SuiteFact]
    public async Task Write_ReadOnlyDatabase_IsRefusedInWords()
    {
        await using var readOnly = await PostgresDatabase.OpenAsync(place + ";Options=-c default_transaction_read_only=on", TimeProvider.System, CancellationToken.None);

        var error = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => new PostgresDocumentStore(readOnly).WriteAsync(new Dictionary<string, StateChange> { ["key"] = new("1", "*") }, CancellationToken.None));

        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
        Assert.Empty(await Store.ReadAsync(["key"], CancellationToken.None));
    }
}
