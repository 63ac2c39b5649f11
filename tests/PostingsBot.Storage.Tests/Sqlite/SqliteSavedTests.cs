using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Saved;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class SqliteSavedTests : SavedSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteSavedTests() => database = SqliteDatabase.Open(folder.File("bot.db"));

    protected override ISavedRoles Saved => new SqliteSavedRoles(database);

    protected override ICatalogueStore Catalogue => new SqliteCatalogue(database, new FixedClock());

    protected override IOutbox Outbox => new SqliteOutbox(database);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
