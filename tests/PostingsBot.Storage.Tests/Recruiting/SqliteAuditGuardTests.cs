using System.Globalization;
using Microsoft.Data.Sqlite;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Recruiting;

/// <summary>
/// The database itself refuses what no code does: a row of a posting or a role without an entry in the audit, and any change of the audit. Tried with SQL,
/// behind the program's back.
/// </summary>
public sealed class SqliteAuditGuardTests : IDisposable
{
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", file: "jobs/baker.md");

    private readonly SqliteEditWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("INSERT INTO postings(id, document, role) SELECT 'x', document, role FROM postings", "the audit")]
    [InlineData("INSERT INTO postings(id, document, role, batch) SELECT 'x', document, role, 999 FROM postings", "FOREIGN KEY")]
    [InlineData("UPDATE posting_contents SET json = '{}'", "the audit")]
    [InlineData("INSERT INTO roles(id, shown) SELECT 'x', shown FROM roles", "an entry in the audit")]
    [InlineData("INSERT INTO roles(id, shown, entry) SELECT 'x', shown, entry FROM roles", "an entry in the audit")]
    [InlineData("INSERT OR REPLACE INTO roles(id, shown, json, entry) SELECT id, shown, '{}', entry FROM roles", "an entry in the audit")]
    [InlineData("UPDATE roles SET json = '{}'", "an entry in the audit")]
    [InlineData("UPDATE roles SET overlay = '{}'", "an entry in the audit")]
    [InlineData("UPDATE roles SET basis = '{}'", "an entry in the audit")]
    [InlineData("UPDATE roles SET entry = entry + 1", "an entry in the audit")]
    [InlineData("DELETE FROM roles", "an entry in the audit")]
    [InlineData("UPDATE audit SET title = 'x'", "only added to")]
    [InlineData("DELETE FROM audit", "only added to")]
    [InlineData("INSERT OR REPLACE INTO audit(n, batch) SELECT n, batch FROM audit", "only added to")]
    [InlineData("INSERT OR REPLACE INTO audit_batches(n, at, person, action) SELECT n, 0, 1, '' FROM audit_batches", "only added to")]
    [InlineData("UPDATE audit_batches SET at = 0", "only added to")]
    [InlineData("DELETE FROM audit_batches", "only added to")]
    public async Task Write_BehindTheAudit_IsRefused(string sql, string reason)
    {
        await world.Stores.ImportAsync(Baker);
        await world.Stores.CloseAsync("07");

        var refusal = Assert.Throws<SqliteException>(() => Execute(sql));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ByEveryPathOfTheProgram_LeavesEveryRoleWithItsEntry()
    {
        await world.Stores.ImportAsync(Baker);
        await world.Stores.RenameAsync("07", "Pastry Chef");
        await world.Stores.ImportAsync(Baker with { Workplace = Sample.Said(Workplace.Remote) });
        await world.Stores.UndoAsync(await world.Stores.CloseAsync("07"));
        await world.Stores.Recruiting.People.ForgetAsync(EditStores.Ana, EditStores.Now, CancellationToken.None);

        Assert.Equal(0, Ask("SELECT count(*) FROM roles WHERE entry IS NOT (SELECT max(n) FROM audit WHERE role = roles.id)"));
        Assert.Equal(0, Ask("SELECT count(*) FROM postings WHERE batch IS NULL"));
        Assert.Equal(6, (await world.Stores.AuditAsync(new AuditQuery(Role: "07"))).Count);
    }

    [Fact]
    public void Schema_EveryTableOfPostingsAndRoles_IsGuarded() => Assert.Equal(
        11, Ask("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('postings', 'posting_contents', 'roles', 'audit', 'audit_batches')"));

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Ask(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={world.File};Pooling=False;Foreign Keys=True");
        connection.Open();
        return connection;
    }
}
