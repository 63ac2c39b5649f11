using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Index;

public sealed class FacetTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;

    public FacetTests() => catalogue = new SqliteCatalogue(database, new FixedClock());

    public async Task InitializeAsync() => await catalogue.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(CountBy.Workplace, 9, "remote 4, hybrid 3, onsite 3", 10)]
    [InlineData(CountBy.Employer, 9, "Acme Corp 3, Crunch 3, Brightwheel 2, Ünïcode GmbH 1", 9)]
    [InlineData(CountBy.Country, 9, "Germany 3, United States 3, France 1, Japan 1, United Kingdom 1", 9)]
    [InlineData(CountBy.Seniority, 9, "", 0)]
    public async Task Search_Facets_CountAllMatches(CountBy by, int most, string expected, int stated)
    {
        var facet = Assert.Single(await FacetsAsync(Match.Everything, by, most));

        Assert.Equal(expected, Text(facet));
        Assert.Equal(stated, facet.Stated);
    }

    [Fact]
    public async Task Search_FewFacets_AreTheCommonest() =>
        Assert.Equal("Python 4, PostgreSQL 2", Text(Assert.Single(await FacetsAsync(Match.Everything, CountBy.Skill, 2))));

    [Fact]
    public async Task Search_FacetsOfWords_CountWhatTheWordsFind()
    {
        var match = new Match.Token(PostingTokens.Word("backend"));

        Assert.Equal("remote 2, hybrid 1, onsite 1", Text(Assert.Single(await FacetsAsync(match, CountBy.Workplace, 9))));
    }

    [Fact]
    public async Task Search_Facets_AddUpToWhatTheirTokensFind()
    {
        foreach (var facet in await FacetsAsync(Match.Everything, CountBy.Skill, 100))
        {
            foreach (var value in facet.Values)
                Assert.Equal(value.Count, await catalogue.CountAsync(new Match.Token(value.Token), CancellationToken.None));
        }
    }

    [Fact]
    public async Task Search_MostShared_PutsRareThingsInCommonFirst()
    {
        var match = new Match.Any([new Match.Token("skill:python"), new Match.Token("skill:r"), new Match.Token("skill:go")]);

        var page = await catalogue.SearchAsync(new Search(match, SearchOrder.MostShared, 2), CancellationToken.None);

        Assert.Equal(["07", "02"], page.Postings.Select(p => p.Id));
    }

    private async Task<IReadOnlyList<FacetCounts>> FacetsAsync(Match match, CountBy by, int most) =>
        (await catalogue.SearchAsync(new Search(match, SearchOrder.Relevance, 1) { Facets = [by], MostValues = most }, CancellationToken.None)).Facets;

    private static string Text(FacetCounts facet) => string.Join(", ", facet.Values.Select(v => $"{v.Label} {v.Count}"));
}
