using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.State;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.State;

public sealed class SqliteDocumentStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly SqliteDocumentStore store;

    public SqliteDocumentStoreTests()
    {
        database = SqliteDatabase.Open(folder.File("bot.db"));
        store = new SqliteDocumentStore(database);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false, "none", true)]
    [InlineData(false, "star", true)]
    [InlineData(false, "other", false)]
    [InlineData(true, "none", false)]
    [InlineData(true, "star", true)]
    [InlineData(true, "stored", true)]
    [InlineData(true, "other", false)]
    [InlineData(true, "earlier", false)]
    public async Task Write_ExpectedETag_DecidesWhetherItIsWritten(bool exists, string expected, bool isWritten)
    {
        var (earlier, stored) = ("", "");
        if (exists)
        {
            earlier = await PutAsync("key", "1", null);
            stored = await PutAsync("key", "2", "*");
        }

        var tag = expected switch { "none" => null, "star" => "*", "stored" => stored, "earlier" => earlier, _ => "12345" };
        var result = await store.WriteAsync(Changes(("key", "3", tag)), CancellationToken.None);

        var items = await store.ReadAsync(["key"], CancellationToken.None);
        if (isWritten)
            Assert.Equal(items["key"], new StoredItem("3", Assert.IsType<WriteResult.Written>(result).ETags["key"]));
        else
            Assert.Equal("key", Assert.IsType<WriteResult.Conflict>(result).Key);
        Assert.Equal(isWritten ? "3" : exists ? "2" : null, items.GetValueOrDefault("key")?.Json);
    }

    [Fact]
    public async Task Write_OneOfSeveralConflicts_WritesNone()
    {
        var result = await store.WriteAsync(Changes(("a", "1", null), ("b", "1", "77"), ("c", "1", null)), CancellationToken.None);

        Assert.Equal(new WriteResult.Conflict("b"), result);
        Assert.Empty(await store.ReadAsync(["a", "b", "c"], CancellationToken.None));
    }

    [Fact]
    public async Task Write_AfterDeletion_NeverGivesAnEarlierETagAgain()
    {
        var first = await PutAsync("key", "1", null);
        await store.DeleteAsync(["key", "absent"], CancellationToken.None);
        var second = await PutAsync("key", "2", null);

        Assert.NotEqual(first, second);
        Assert.IsType<WriteResult.Conflict>(await store.WriteAsync(Changes(("key", "3", first)), CancellationToken.None));
    }

    [Fact]
    public async Task Write_BySeveralAtOnce_LosesNoUpdate()
    {
        await PutAsync("count", "0", null);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 25;)
            {
                var item = (await store.ReadAsync(["count"], CancellationToken.None))["count"];
                var next = (int.Parse(item.Json) + 1).ToString();
                if (await store.WriteAsync(Changes(("count", next, item.ETag)), CancellationToken.None) is WriteResult.Written)
                    done++;
            }
        })));

        Assert.Equal("100", (await store.ReadAsync(["count"], CancellationToken.None))["count"].Json);
    }

    [Fact]
    public async Task Read_AfterReopening_GivesTheSameItems()
    {
        var tag = await PutAsync("key", """{"a":"ü"}""", null);
        using var again = SqliteDatabase.Open(folder.File("bot.db"));

        var items = await new SqliteDocumentStore(again).ReadAsync(["key", "absent", "key"], CancellationToken.None);

        Assert.Equal(new StoredItem("""{"a":"ü"}""", tag), Assert.Single(items).Value);
    }

    private async Task<string> PutAsync(string key, string json, string? expected) =>
        Assert.IsType<WriteResult.Written>(await store.WriteAsync(Changes((key, json, expected)), CancellationToken.None)).ETags[key];

    private static Dictionary<string, StateChange> Changes(params (string Key, string Json, string? ETag)[] changes) =>
        changes.ToDictionary(change => change.Key, change => new StateChange(change.Json, change.ETag));
}
