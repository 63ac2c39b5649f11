using Npgsql;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Postgres;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Postgres;

/// <summary>A record from before people could edit, opened by this program.</summary>
[NeedsPostgres]
public sealed class PostgresMigrationTests
{
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", body: "Bread", file: "jobs/baker.md") with { ValidThrough = Sample.Said(Sample.Day(2026, 12, 1)) };

    [SuiteFact]
    public async Task Open_RecordFromBeforeTheAudit_KeepsItsRolesAndEditsThem()
    {
        var place = await PostgresServer.NewSchemaAsync();
        await WriteOldAsync(place);
        await using var database = await PostgresDatabase.OpenAsync(place, TimeProvider.System, CancellationToken.None);
        var stores = RecruitingStores.In(database);

        var role = Assert.Single(await stores.Edits.ClosingAsync(null, Sample.Day(2026, 12, 31), 10, CancellationToken.None));
        var order = new EditOrder(new Actor("slack", "U1", "Ana"), "slack C1", AuditAction.Close, [new RoleChange.Overlay("07", role.Version, role.Overlay)]);
        var applied = await stores.Edits.ApplyAsync(order, DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal((0, "Baker"), (role.Version, role.Shown.Title.Value));
        Assert.IsType<EditResult.Applied>(applied);
        Assert.Equal(DocumentOrigin.Imported, (await new PostgresCatalogueStore(database, new FixedClock()).KnownAsync(CancellationToken.None))["jobs/baker.md"].Origin);
        Assert.Single(await stores.Audit.QueryAsync(new AuditQuery(Role: "07"), CancellationToken.None));
    }

    private static async Task WriteOldAsync(string place)
    {
        var before = PostgresMigrations.Steps.TakeWhile(step => step != RecruitingSchema.Step).ToList();
        foreach (var step in before)
            await PostgresServer.ExecuteAsync(place, step);
        await using var source = NpgsqlDataSource.Create(place);
        await using var command = source.CreateCommand("""
            INSERT INTO documents(n, file, root, hash, is_imported, json, version) VALUES(1, 'jobs/baker.md', 'jobs', 'hash', true, $1, 1);
            """);
        command.Parameters.AddWithValue(DocumentJson.Write(new ParsedDocument { File = Baker.File, Kind = DocumentKind.Posting }));
        await command.ExecuteNonQueryAsync();
        await PostgresServer.ExecuteAsync(place, $"""
            INSERT INTO roles(n, id, shown, is_open, version) VALUES(1, '07', 1, true, 1);
            INSERT INTO postings(n, id, document, role, traits, json) VALUES(1, '07', 1, 1, '{TraitsJson.Write(RoleTraits.Of(Baker, PostingTokens.Of(Baker)))}', '{PostingJson.Write(Baker)}');
            UPDATE head SET seq = 1;
            UPDATE postingsbot_schema SET version = {before.Count};
            """);
    }
}
