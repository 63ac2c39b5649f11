using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Index;

public sealed class ExplanationTests : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;

    public ExplanationTests() => catalogue = new SqliteCatalogue(database, new FixedClock());

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Explain_FacetsAndWords_SaysWhatEachLeavesAndAdds()
    {
        await catalogue.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        var inBerlin = new Match.Token(PostingTokens.In("DE-BE/berlin"));
        var payment = new Match.Token(PostingTokens.Word(Core.Text.Words.Split("payments")[0].Stem));
        var lead = new Match.Token(PostingTokens.Word(Core.Text.Words.Split("lead")[0].Stem));
        var search = new Search(new Match.All([inBerlin, new Match.Any([payment, lead])]), SearchOrder.Relevance, 10);

        var parts = await catalogue.ExplainAsync(search, CancellationToken.None);

        Assert.Equal(10, parts.Open);
        Assert.Equal([new ExplainedFacet(inBerlin, 3)], parts.Facets);
        Assert.Equal([payment, lead], parts.Words.Select(word => word.Word));
        Assert.Equal([4, 1], parts.Words.Select(word => word.Roles));
        Assert.True(parts.Words[0].Weight < parts.Words[1].Weight);
        Assert.Equal((await catalogue.SearchAsync(search, CancellationToken.None)).Postings.Select(p => p.Id), parts.Best.Select(role => role.Id));
        Assert.Equal(["09", "02"], parts.Best.Select(role => role.Id));
        Assert.Equal([true, true, true, false], parts.Best.SelectMany(role => role.Shares).Select(share => share > 0));
        Assert.True(parts.Best[0].Shares.Sum() > parts.Best[1].Shares.Sum());
    }

    [Fact]
    public async Task Explain_NoWords_HasNoWordsAndNoShares()
    {
        await catalogue.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);

        var parts = await catalogue.ExplainAsync(new Search(Match.Everything, SearchOrder.Newest, 3), CancellationToken.None);

        Assert.Equal((0, 3), (parts.Words.Count, parts.Best.Count));
        Assert.All(parts.Best, role => Assert.Empty(role.Shares));
    }
}
