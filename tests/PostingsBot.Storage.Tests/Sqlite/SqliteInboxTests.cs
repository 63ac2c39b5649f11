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

    [Fact]
    public async Task Recover_AfterAProcessDied_GivesItsEnvelopesAtOnce()
    {
        var now = new FixedClock().GetUtcNow();
        await Inbox.KeepAsync([new Envelope("Ev1", "a", "event", "{}")], now, CancellationToken.None);
        await Inbox.ClaimAsync(now, TimeSpan.FromMinutes(1), 1, CancellationToken.None);

        Assert.Equal(1, await Inbox.RecoverAsync(now, CancellationToken.None));

        Assert.Equal(2, Assert.Single(await Inbox.ClaimAsync(now, TimeSpan.FromMinutes(1), 1, CancellationToken.None)).Attempt);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
