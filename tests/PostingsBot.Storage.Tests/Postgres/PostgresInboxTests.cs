using PostingsBot.Storage.Inbox;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresInboxTests : InboxSuite, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    protected override IInbox Inbox => new PostgresInbox(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(await PostgresServer.NewSchemaAsync(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync() => await database.DisposeAsync();
}
