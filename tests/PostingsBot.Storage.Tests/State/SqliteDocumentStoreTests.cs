using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.State;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.State;

public sealed class SqliteDocumentStoreTests : StateSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly SqliteDocumentStore store;

    public SqliteDocumentStoreTests()
    {
        database = SqliteDatabase.Open(folder.File("bot.db"));
        store = new SqliteDocumentStore(database);
    }

    protected override IDocumentStore Store => store;

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Read_AfterReopening_GivesTheSameItems()
    {
        var tag = await PutAsync("key", """{"a":"ü"}""", null);
        using var again = SqliteDatabase.Open(folder.File("bot.db"));

        var items = await new SqliteDocumentStore(again).ReadAsync(["key", "absent", "key"], CancellationToken.None);

        Assert.Equal(new StoredItem("""{"a":"ü"}""", tag), Assert.Single(items).Value);
    }
}
