using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

/// <summary>What many small writes leave behind is tidied up beside them, and changes nothing that is found.</summary>
public sealed class SqliteUpkeepTests : IDisposable
{
    private const string Pieces = "SELECT count(DISTINCT segid) FROM search_idx";

    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly SqliteCatalogue catalogue;

    public SqliteUpkeepTests()
    {
        database = SqliteDatabase.Open(folder.File("bot.db"));
        catalogue = new SqliteCatalogue(database, new FixedClock());
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Writes_Many_LeaveFewPiecesOfTheIndexAndAreFound()
    {
        const int roles = 120;
        for (var number = 0; number < roles; number++)
        {
            await catalogue.ApplyAsync(Sample.Edits([Role(number)]), CancellationToken.None);
            await database.UpkeepAsync();
        }

        Assert.InRange(await database.ReadAsync(session => session.Number(Pieces), CancellationToken.None), 1, roles / 2);
        Assert.Equal(roles, await catalogue.CountAsync(new Match.Token(PostingTokens.Word("common")), CancellationToken.None));
        Assert.Equal(1, await catalogue.CountAsync(new Match.Token(PostingTokens.Word("own7x0")), CancellationToken.None));
    }

    [Fact]
    public async Task Writes_Many_AreCopiedFromTheLogIntoTheFile()
    {
        var before = new FileInfo(folder.File("bot.db")).Length;

        for (var number = 0; number < 120; number++)
            await catalogue.ApplyAsync(Sample.Edits([Role(number)]), CancellationToken.None);
        await database.UpkeepAsync();

        Assert.True(new FileInfo(folder.File("bot.db")).Length > 2 * before);
    }

    [Fact]
    public async Task Writes_Many_LeaveLittleInMemory()
    {
        const int fewPages = 200_000;
        await catalogue.ApplyAsync(Sample.Edits(Enumerable.Range(0, 600).Select(Role)), CancellationToken.None);
        await database.UpkeepAsync();

        Assert.InRange(await database.WriteAsync(session => session.BytesCached(), CancellationToken.None), 0, fewPages);
    }

    [Fact]
    public async Task Dispose_WhileItIsUnderWay_LosesNothing()
    {
        var path = folder.File("other.db");
        using (var first = SqliteDatabase.Open(path))
            await new SqliteCatalogue(first, new FixedClock()).ApplyAsync(Sample.Edits(Enumerable.Range(0, 600).Select(Role)), CancellationToken.None);

        using var again = SqliteDatabase.Open(path);

        Assert.Equal(600, await new SqliteCatalogue(again, new FixedClock()).CountAsync(new Match.Token(PostingTokens.Word("common")), CancellationToken.None));
    }

    private static Posting Role(int number) =>
        Sample.Role($"r{number}", $"Cook {number}", "Acme", body: "common " + string.Join(' ', Enumerable.Range(0, 600).Select(word => $"own{number}x{word}")));
}
