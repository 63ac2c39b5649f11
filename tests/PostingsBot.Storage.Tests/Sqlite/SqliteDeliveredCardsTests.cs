using PostingsBot.Storage.Delivered;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class SqliteDeliveredCardsTests : DeliveredSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteDeliveredCardsTests() => database = SqliteDatabase.Open(folder.File("bot.db"));

    protected override IDeliveredCards Cards => new SqliteDeliveredCards(database, MostPerRole);

    protected override ICatalogueStore Catalogue => new SqliteCatalogue(database, new FixedClock());

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
