using System.Globalization;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

/// <summary>Many postings of one title and employer: what is kept of them between edits changes nothing.</summary>
public class LargeKeyTests
{
    private const int Batches = 30;

    private static readonly string[] Texts = [.. Enumerable.Range(0, 3).Select(text => string.Join(' ', Enumerable.Range(0, 60).Select(word => $"w{text}x{word}")))];

    /// <summary>The oracle is a catalogue that forgets: opened anew before each batch, it reads and groups everything again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Apply_ManyOfOneKey_SettlesAsACatalogueThatForgets(int seed)
    {
        using var database = SqliteDatabase.OpenInMemory();
        using var oracleDatabase = SqliteDatabase.OpenInMemory();
        var kept = new SqliteCatalogue(database, new FixedClock());
        var random = new Random(seed);
        for (var batch = 0; batch < Batches; batch++)
        {
            var edits = Edits(random, batch);
            var forgetful = new SqliteCatalogue(oracleDatabase, new FixedClock());
            var expected = await forgetful.ApplyAsync(edits, CancellationToken.None);
            var applied = await kept.ApplyAsync(edits, CancellationToken.None);

            Assert.Equal((expected.Added, expected.Changed, expected.Withdrawn), (applied.Added, applied.Changed, applied.Withdrawn));
            Assert.Equal(await RolesAsync(forgetful), await RolesAsync(kept));
        }

        Assert.Equal(await oracleDatabase.ReadAsync(Changes, CancellationToken.None), await database.ReadAsync(Changes, CancellationToken.None));
        Assert.True(await database.ReadAsync(session => session.Number("SELECT count(*) FROM postings"), CancellationToken.None) > 200);
    }

    [Fact]
    public async Task Apply_AfterAnotherWriter_SeesWhatThatWrote()
    {
        using var database = SqliteDatabase.OpenInMemory();
        var (one, other) = (new SqliteCatalogue(database, new FixedClock()), new SqliteCatalogue(database, new FixedClock()));
        var postings = Enumerable.Range(0, 100).Select(number => Put(Role($"{number:000}.md", 0, "DE", $"https://acme.example/jobs/{number}")));
        await one.ApplyAsync([.. postings.Take(90)], CancellationToken.None);
        await other.ApplyAsync([.. postings.Skip(90), new DocumentEdit.Withdraw("000.md")], CancellationToken.None);

        var repost = await one.ApplyAsync([Put(Role("zzz.md", 0, "DE", "https://acme.example/jobs/95"))], CancellationToken.None);

        Assert.Equal((0, 1), (repost.Added, repost.Changed));
    }

    [Fact]
    public async Task Apply_BrokenHalfway_LeavesNothingBehind()
    {
        using var database = SqliteDatabase.OpenInMemory();
        var catalogue = new SqliteCatalogue(database, new FixedClock());
        await catalogue.ApplyAsync([.. Enumerable.Range(0, 100).Select(number => Put(Role($"{number:000}.md", 0, "DE", $"https://acme.example/jobs/{number}")))], CancellationToken.None);
        var broken = Put(Role("060.md", 0, "DE", "https://acme.example/jobs/60")) with { Root = null! };
        await Assert.ThrowsAnyAsync<StorageException>(() => catalogue.ApplyAsync([new DocumentEdit.Withdraw("050.md"), broken], CancellationToken.None));

        var repost = await catalogue.ApplyAsync([Put(Role("zzz.md", 0, "DE", "https://acme.example/jobs/50"))], CancellationToken.None);

        Assert.Equal((0, 1), (repost.Added, repost.Changed));
    }

    /// <summary>Mostly files behind all others, as an import brings them; some in front, written again, or gone.</summary>
    private static List<DocumentEdit> Edits(Random random, int batch)
    {
        var edits = new Dictionary<string, DocumentEdit>(StringComparer.Ordinal);
        for (var i = 0; i < 12; i++)
        {
            var file = random.Next(5) == 0 ? $"{random.Next(batch + 1):00}-{random.Next(20):00}.md" : $"{batch:00}-{i:00}.md";
            edits[file] = random.Next(12) == 0
                ? new DocumentEdit.Withdraw(file)
                : Put(Role(file, random.Next(5), random.Next(3) == 0 ? null : random.Next(2) == 0 ? "FR" : "DE", random.Next(5) == 0 ? null : $"https://acme.example/jobs/{random.Next(200)}"));
        }

        return [.. edits.Values];
    }

    private static Posting Role(string file, int text, string? area, string? url)
    {
        var role = Sample.Role("id " + file, "Shop Assistant", "Acme", area: area, body: text < Texts.Length ? Texts[text] : "short", file: file);
        return role with { ApplyUrl = url is null ? null : Sample.Said(url) };
    }

    private static DocumentEdit.Put Put(Posting posting) =>
        Sample.Put(new ParsedDocument { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] });

    private static async Task<IEnumerable<string>> RolesAsync(SqliteCatalogue catalogue) =>
        (await catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 1000), CancellationToken.None)).Postings
            .Select(role => $"{role.Id} {role.File} {string.Join(' ', role.Sources.Select(source => source.File))}");

    private static List<string> Changes(SqliteSession session)
    {
        using var reader = session.Statement("SELECT seq, kind, posting, file FROM changes ORDER BY seq").ExecuteReader();
        var changes = new List<string>();
        while (reader.Read())
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(0)} {reader.GetString(1)} {(reader.IsDBNull(2) ? "" : reader.GetString(2))} {reader.GetString(3)}"));
        return changes;
    }
}
