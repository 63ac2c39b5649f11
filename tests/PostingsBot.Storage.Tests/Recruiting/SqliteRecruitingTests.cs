using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>An embedded database in a file.</summary>
internal sealed class SqliteEditWorld : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SqliteEditWorld()
    {
        Database = SqliteDatabase.Open(File);
        var catalogue = new SqliteCatalogue(Database, new FixedClock());
        Stores = new EditStores(catalogue, catalogue, RecruitingStores.In(Database), _ => Task.CompletedTask);
    }

    public SqliteDatabase Database { get; }

    public EditStores Stores { get; }

    public string File => folder.File("bot.db");

    public void Dispose()
    {
        Database.Dispose();
        folder.Dispose();
    }
}

public sealed class SqliteEditTests : EditSuite, IDisposable
{
    private readonly SqliteEditWorld world = new();

    private protected override EditStores Stores => world.Stores;

    public void Dispose() => world.Dispose();
}

public sealed class SqliteConflictTests : ConflictSuite, IDisposable
{
    private readonly SqliteEditWorld world = new();

    private protected override EditStores Stores => world.Stores;

    public void Dispose() => world.Dispose();
}

public sealed class SqliteAuditTests : AuditSuite, IDisposable
{
    private readonly SqliteEditWorld world = new();

    private protected override EditStores Stores => world.Stores;

    public void Dispose() => world.Dispose();
}

public sealed class SqliteDraftTests : DraftSuite, IDisposable
{
    private readonly SqliteEditWorld world = new();

    private protected override EditStores Stores => world.Stores;

    public void Dispose() => world.Dispose();
}
