using Microsoft.Data.Sqlite;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

/// <summary>A database of the first schema, opened by this program.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly Posting Baker = Sample.Role("07", "Baker", "Acme", "2026-01-01", area: "DE-BE/berlin", body: "Bread", file: "jobs/baker.md") with
    {
        ValidThrough = Sample.Said(Sample.Day(2026, 12, 1)),
    };

    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly SqliteCatalogue catalogue;

    public MigrationTests()
    {
        var path = folder.File("bot.db");
        WriteFirstSchema(path);
        database = SqliteDatabase.Open(path);
        catalogue = new SqliteCatalogue(database, new FixedClock());
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Open_FirstSchema_KeepsPostingsIdsAndPassages()
    {
        Assert.Equivalent(Baker, await catalogue.FindPostingAsync("07", CancellationToken.None), strict: true);
        Assert.Equal(1, await catalogue.CountAsync(new Match.Ids(["07"]), CancellationToken.None));
        Assert.Equal(new Employer("Acme", null), Assert.Single(await catalogue.EmployersAsync(CancellationToken.None)));
        Assert.Equal("jobs/baker.md", Assert.Single(await catalogue.PassagesAsync(["bread"], 10, CancellationToken.None)).File);
    }

    [Fact]
    public async Task Apply_DocumentOfTheFirstSchemaReadAgain_IsNotNew()
    {
        var applied = await catalogue.ApplyAsync(Sample.Edits([Baker]), CancellationToken.None);

        Assert.Equal((0, 0, 0), (applied.Added, applied.Changed, applied.Withdrawn));
        Assert.Equal(1, await catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [Fact]
    public async Task Edit_RoleOfTheFirstSchema_BeginsItsAudit()
    {
        var edits = new SqliteRoleEdits(database);
        var role = (await edits.FindAsync("07", CancellationToken.None))!;
        var order = new EditOrder(new Actor("slack", "U1", "Ana"), "slack C1", AuditAction.Close, [new RoleChange.Overlay("07", role.Version, role.Overlay)]);

        var applied = await edits.ApplyAsync(order, DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal((0, "jobs/baker.md"), (role.Version, Assert.Single(role.Files)));
        Assert.IsType<EditResult.Applied>(applied);
        Assert.Single(await new SqliteAudit(database).QueryAsync(new AuditQuery(Role: "07"), CancellationToken.None));
    }

    [Fact]
    public async Task Closing_RoleOfTheFirstSchema_IsFoundByItsDate() =>
        Assert.Equal("07", Assert.Single(await new SqliteRoleEdits(database).ClosingAsync(null, Sample.Day(2026, 12, 31), 10, CancellationToken.None)).Id);

    [Fact]
    public async Task Open_DatabaseOfTwoVersionsBefore_MergesItsIndexBesideTheWriterFromThenOn()
    {
        var path = folder.File("before.db");
        using (var first = SqliteDatabase.Open(path))
            await new SqliteCatalogue(first, new FixedClock()).ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        SqliteFile.Execute(path, $"""
            INSERT INTO search(search, rank) VALUES('automerge', 4);
            INSERT INTO search(search, rank) VALUES('usermerge', 2);
            INSERT INTO search(search, rank) VALUES('crisismerge', 16);
            DROP INDEX search_rows_closed;
            PRAGMA user_version={Migrations.Latest - 2};
            """);

        using var again = SqliteDatabase.Open(path);

        const string settings = "SELECT group_concat(k || ' ' || v, ', ' ORDER BY k) FROM search_config WHERE k IN ('automerge', 'crisismerge', 'usermerge')";
        Assert.Equal("automerge 0, crisismerge 1000, usermerge 16", await again.ReadAsync(session => (string)session.Statement(settings).ExecuteScalar()!, CancellationToken.None));
        Assert.Equal(10, await new SqliteCatalogue(again, new FixedClock()).CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(2, (await new SqliteCatalogue(again, new FixedClock()).NotOpenAsync(Match.Everything, 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Open_IndexOfAnotherBuild_IsMadeAnewFromTheRecord()
    {
        var path = folder.File("other.db");
        using (var first = SqliteDatabase.Open(path))
            await new SqliteCatalogue(first, new FixedClock()).ApplyAsync(Sample.Edits([Baker]), CancellationToken.None);
        SqliteFile.Execute(path, "UPDATE search_state SET made_by = 'another build'; DELETE FROM search_rows; INSERT INTO search(search) VALUES('delete-all'); DELETE FROM suggest");

        using var again = SqliteDatabase.Open(path);
        var reopened = new SqliteCatalogue(again, new FixedClock());

        Assert.Equal(1, await reopened.CountAsync(new Match.Token(PostingTokens.In("DE-BE")), CancellationToken.None));
        Assert.Equal("Acme", Assert.Single(await reopened.EmployersAsync(CancellationToken.None)).Name);
    }

    private static void WriteFirstSchema(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Migrations.Steps[0] + """
            ;
            INSERT INTO documents(n, file, root, hash, kind, json) VALUES(1, 'jobs/baker.md', 'jobs', 'hash', 'posting', @document);
            INSERT INTO postings(n, id, document, employer, title, posted, is_open) VALUES(5, '07', 1, 'Acme', 'baker', '2026-01-01', 1);
            INSERT INTO posting_contents(n, json) VALUES(5, @posting);
            INSERT INTO search(rowid, facets, title, body) VALUES(5, 'all', 'baker', 'bread');
            INSERT INTO sections(n, document, json) VALUES(1, 1, @section);
            INSERT INTO section_passages(n, section, place, first_line) VALUES(1, 1, 0, 6);
            INSERT INTO passages(rowid, heading, body) VALUES(1, 'rol', 'bread');
            PRAGMA user_version=1;
            """ + $"PRAGMA application_id={Migrations.ApplicationId};";
        command.Parameters.AddWithValue("@document", DocumentJson.Write(new ParsedDocument { File = Baker.File, Kind = DocumentKind.Posting }));
        command.Parameters.AddWithValue("@posting", PostingJson.Write(Baker));
        command.Parameters.AddWithValue("@section", SectionJson.Write(Baker.Sections[0]));
        command.ExecuteNonQuery();
    }
}
