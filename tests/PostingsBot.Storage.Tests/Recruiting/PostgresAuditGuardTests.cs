using Npgsql;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>The same refusals as <see cref="SqliteAuditGuardTests"/>, by the shared database.</summary>
[NeedsPostgres]
public sealed class PostgresAuditGuardTests : IAsyncLifetime
{
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", file: "jobs/baker.md");

    private PostgresEditWorld world = null!;

    public async Task InitializeAsync() => world = await PostgresEditWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [SuiteTheory]
    [InlineData("INSERT INTO postings(n, id, document, role, traits, json) SELECT 99, 'x', document, role, traits, json FROM postings", "the audit")]
    [InlineData("INSERT INTO postings(n, id, document, role, traits, json, batch) SELECT 99, 'x', document, role, traits, json, 999 FROM postings", "foreign key")]
    [InlineData("UPDATE postings SET json = '{}'", "the audit")]
    [InlineData("INSERT INTO roles(n, id, shown, is_open, version) SELECT 99, 'x', shown, is_open, version FROM roles", "an entry in the audit")]
    [InlineData("INSERT INTO roles(n, id, shown, is_open, version, entry) SELECT 99, 'x', shown, is_open, version, entry FROM roles", "an entry in the audit")]
    [InlineData("UPDATE roles SET json = '{}'", "an entry in the audit")]
    [InlineData("UPDATE roles SET overlay = '{}'", "an entry in the audit")]
    [InlineData("UPDATE roles SET basis = '{}'", "an entry in the audit")]
    [InlineData("UPDATE roles SET entry = entry + 1", "an entry in the audit")]
    [InlineData("DELETE FROM roles", "an entry in the audit")]
    [InlineData("UPDATE audit SET title = 'x'", "only added to")]
    [InlineData("DELETE FROM audit", "only added to")]
    [InlineData("TRUNCATE audit CASCADE", "only added to")]
    [InlineData("UPDATE audit_batches SET at = 0", "only added to")]
    [InlineData("DELETE FROM audit_batches", "only added to")]
    public async Task Write_BehindTheAudit_IsRefused(string sql, string reason)
    {
        await world.Stores.ImportAsync(Baker);
        await world.Stores.CloseAsync("07");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(world.ConnectionString, sql));

        Assert.Contains(reason, refusal.MessageText, StringComparison.Ordinal);
    }
}
