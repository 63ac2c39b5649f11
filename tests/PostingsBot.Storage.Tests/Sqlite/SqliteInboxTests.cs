using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class SqliteInboxTests : InboxSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteInboxTests() => database = SqliteDatabase.Open(folder.File("bot.db"));

    protected override IInbox Inbox => new SqliteInbox(database);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
