using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class MemoryCatalogueTests : CatalogueSuite, IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;

    public MemoryCatalogueTests() => catalogue = new SqliteCatalogue(database, new FixedClock());

    protected override ICatalogue Catalogue => catalogue;

    protected override ICatalogueStore Store => catalogue;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Rest_InMemory_LosesNothing()
    {
        catalogue.Rest();

        Assert.Equal(10, await catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [SuiteFact]
    public async Task NotOpen_OfAMatch_FindsClosedOnesAlone()
    {
        var all = await Catalogue.NotOpenAsync(Match.Everything, 10, CancellationToken.None);

        Assert.Equal(["11", "10"], all.Select(posting => posting.Id));
        Assert.Single(await Catalogue.NotOpenAsync(Match.Everything, 1, CancellationToken.None));
        Assert.Empty(await Catalogue.NotOpenAsync(new Match.Token("place:nowhere"), 10, CancellationToken.None));
    }
}

public sealed class FileCatalogueTests : CatalogueSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly SqliteCatalogue catalogue;

    public FileCatalogueTests()
    {
        database = SqliteDatabase.Open(folder.File("data/postingsbot.db"));
        catalogue = new SqliteCatalogue(database, new FixedClock());
    }

    protected override ICatalogue Catalogue => catalogue;

    protected override ICatalogueStore Store => catalogue;

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Rest_InAFile_AnswersAsBeforeAndTakesMore()
    {
        var search = new Search(Match.Everything, SearchOrder.Newest, 20);
        var before = await catalogue.SearchAsync(search, CancellationToken.None);

        catalogue.Rest();

        Assert.Equal(before.Postings.Select(role => role.Id), (await catalogue.SearchAsync(search, CancellationToken.None)).Postings.Select(role => role.Id));
        await catalogue.ApplyAsync(Sample.Edits([Sample.Role("later", "Cook", "Acme")]), CancellationToken.None);
        Assert.Equal(before.Total + 1, await catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [Fact]
    public async Task Reopened_HoldsWhatWasApplied()
    {
        using var again = SqliteDatabase.Open(folder.File("data/postingsbot.db"));
        var reopened = new SqliteCatalogue(again, new FixedClock());

        Assert.Equal(10, await reopened.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(await catalogue.KnownAsync(CancellationToken.None), await reopened.KnownAsync(CancellationToken.None));
        Assert.Equal(Sample.Postings.Count * 2, (await reopened.ChangesAsync(0, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Readers_WhileAWriterWrites_SeeWholeStates()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await catalogue.ApplyAsync([.. Sample.Postings.Take(4).Select(posting => new DocumentEdit.Withdraw(posting.File))], CancellationToken.None);
                await catalogue.ApplyAsync(Sample.Edits(Sample.Postings.Take(4)), CancellationToken.None);
            }

            await stop.CancelAsync();
        });
        var counts = new HashSet<int>();
        do
        {
            var page = await catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 100), CancellationToken.None);
            Assert.Equal(page.Total, page.Postings.Count);
            counts.Add(page.Total);
        }
        while (!stop.IsCancellationRequested);
        await writing;

        Assert.Subset(new HashSet<int> { 6, 10 }, counts);
    }
}

public sealed class MemoryRoleTests : RoleSuite, IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;

    public MemoryRoleTests() => catalogue = new SqliteCatalogue(database, new FixedClock());

    protected override ICatalogue Catalogue => catalogue;

    protected override ICatalogueStore Store => catalogue;

    public void Dispose() => database.Dispose();
}
