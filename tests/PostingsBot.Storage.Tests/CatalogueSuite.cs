using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests;

/// <summary>What every catalogue does, whatever stores it. A store joins by deriving from this.</summary>
public abstract partial class CatalogueSuite : IAsyncLifetime
{
    protected abstract ICatalogue Catalogue { get; }

    protected abstract ICatalogueStore Store { get; }

    public virtual async Task InitializeAsync() => await Store.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);

    public virtual Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, Match, string> Matches => new()
    {
        { "everything that is open", Match.Everything, "01 02 03 04 05 06 07 08 09 12" },
        { "nothing", new Match.Any([]), "" },
        { "not nothing", new Match.Not(new Match.Any([])), "01 02 03 04 05 06 07 08 09 12" },
        { "a skill", Token("skill:python"), "01 06 07 08" },
        { "a skill with signs", Token("skill:c++"), "04" },
        { "a skill that is the beginning of others", Token("skill:c"), "05" },
        { "a sharp skill", Token("skill:c#"), "12" },
        { "a dotted skill", Token("skill:.net"), "12" },
        { "a place", Token("place:DE-BE/berlin"), "02 03 09" },
        { "an area around the place", Token("place:DE"), "02 03 09" },
        { "a place is not the beginning of another", Token("place:DE-BE/ber"), "" },
        { "case counts in facets", Token("place:de-be/berlin"), "" },
        { "an employer", Token("company:acme_corp"), "01 02 09" },
        { "a title word", Token("title:backend"), "01 02 09" },
        { "a word anywhere", Word("backend"), "01 02 06 09" },
        { "a word in another script", All(Token("word:数"), Token("word:据")), "07" },
        { "a word with an apostrophe", Token("word:don't"), "12" },
        { "a facet is not a word", Word("remote"), "" },
        { "FTS5 syntax is only a word", Token("word:backend\" OR \"*"), "" },
        { "both", All(Token("skill:python"), Token("work:remote")), "06 07 08" },
        { "either", Any(Token("skill:go"), Token("skill:c")), "02 05" },
        { "without", All(Token("skill:python"), Not(Token("work:remote"))), "01" },
        { "only without", Not(Token("work:remote")), "01 03 04 05 09 12" },
        { "either or without", Any(Token("skill:go"), Not(Word("engineer"))), "02 05 07" },
        { "posted since", new Match.PostedBetween(Sample.Day(2026, 5, 1), null), "01 03 07 09" },
        { "posted until", new Match.PostedBetween(null, Sample.Day(2026, 2, 28)), "05 12" },
        { "posted at all", new Match.PostedBetween(null, null), "01 02 03 05 06 07 08 09 12" },
        { "not posted since holds without a date", Not(new Match.PostedBetween(Sample.Day(2026, 1, 1), null)), "04 05" },
        { "pays in any currency", new Match.PaysBetween(100_000, null, null), "01 03 06 09 12" },
        { "pays in euros", new Match.PaysBetween(100_000, null, "EUR"), "03 09" },
        { "pays under", new Match.PaysBetween(null, 80_000, null), "02 05 07" },
        { "pays between", new Match.PaysBetween(160_000, 170_000, "USD"), "01" },
        { "a small figure without a period is for a month", new Match.PaysBetween(10_000, 11_000, "JPY"), "07" },
        { "does not pay", Not(new Match.PaysBetween(null, null, null)), "04 08" },
        { "words or pay", Any(Word("sensor"), new Match.PaysBetween(190_000, null, "USD")), "05 06" },
        { "words and days or pay", All(Word("payment"), Any(new Match.PostedBetween(Sample.Day(2026, 5, 1), null), new Match.PaysBetween(null, 90_000, "EUR"))), "01 02 09" },
        { "ids, closed ones left out", new Match.Ids(["02", "10", "99", "04"]), "02 04" },
        { "no ids", new Match.Ids([]), "" },
        { "not these ids", All(Token("skill:python"), Not(new Match.Ids(["01", "07"]))), "06 08" },
    };

    [SuiteTheory]
    [MemberData(nameof(Matches))]
    public async Task Search_Match_FindsExactly(string name, Match match, string ids)
    {
        var page = await Catalogue.SearchAsync(new Search(match, SearchOrder.Newest, 100), CancellationToken.None);

        Assert.Equal((name, ids), (name, string.Join(' ', page.Postings.Select(posting => posting.Id).Order(StringComparer.Ordinal))));
        Assert.Equal(page.Postings.Count, page.Total);
        Assert.Equal(page.Total, await Catalogue.CountAsync(match, CancellationToken.None));
        Assert.Equal(ids, string.Join(' ', Oracle.Ids(match)));
    }

    [SuiteTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Search_GeneratedMatches_FindWhatTheOracleFinds(int seed)
    {
        var generator = new MatchGenerator(seed);
        var found = 0;
        for (var i = 0; i < 200; i++)
        {
            var match = generator.Next(depth: 4);
            var order = (SearchOrder)(i % 3);

            var page = await Catalogue.SearchAsync(new Search(match, order, 100), CancellationToken.None);

            var expected = Oracle.Ids(match);
            Assert.True(expected.SequenceEqual(page.Postings.Select(posting => posting.Id).Order(StringComparer.Ordinal)), $"{order} {match}");
            Assert.Equal(expected.Count, page.Total);
            found += expected.Count;
        }

        Assert.True(found > 200, "The generated matches hardly ever match: they test nothing.");
    }

    [SuiteFact]
    public async Task Search_Relevance_PutsTitleWordsBeforeBodyWords()
    {
        Assert.Equal("06", (await IdsAsync(Word("backend"), SearchOrder.Relevance)).Split(' ')[^1]);
    }

    [SuiteFact]
    public async Task Search_RelevanceWithinAlternatives_StillCountsWords()
    {
        var match = Any(Word("platform"), new Match.PaysBetween(180_000, null, "USD"));

        Assert.Equal("08 06 01", await IdsAsync(match, SearchOrder.Relevance));
    }

    [SuiteTheory]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.BestPaid)]
    [InlineData(SearchOrder.Relevance)]
    public async Task Search_Pages_AddUpToTheWhole(SearchOrder order)
    {
        var match = Any(Word("engineer"), Word("payment"));
        var whole = await IdsAsync(match, order);
        var pages = new List<string>();
        while (true)
        {
            var page = await Catalogue.SearchAsync(new Search(match, order, 3) { Except = pages }, CancellationToken.None);
            if (page.Postings.Count == 0)
                break;
            pages.AddRange(page.Postings.Select(posting => posting.Id));
        }

        Assert.Equal(whole, string.Join(' ', pages));
    }

    [SuiteTheory]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.BestPaid)]
    [InlineData(SearchOrder.Relevance)]
    public async Task Search_PagesByNumber_AddUpToTheWhole(SearchOrder order)
    {
        var match = Any(Word("engineer"), Word("payment"));
        var whole = await IdsAsync(match, order);
        var pages = new List<string>();
        for (var skip = 0; skip < 12; skip += 2)
            pages.AddRange((await Catalogue.SearchAsync(new Search(match, order, 2) { Skip = skip }, CancellationToken.None)).Postings.Select(posting => posting.Id));

        Assert.Equal(whole, string.Join(' ', pages));
    }

    [SuiteFact]
    public async Task Search_NextPageAfterChanges_NeitherRepeatsNorMissesARole()
    {
        var first = (await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 3), CancellationToken.None)).Postings;
        var newest = first[0] with { Id = "new", File = "new.md", Title = Sample.Said("Newcomer"), Posted = Sample.Said(first[0].Posted!.Value.PlusDays(1)) };
        await Store.ApplyAsync([.. Sample.Edits([newest]), new DocumentEdit.Withdraw(first[1].File)], CancellationToken.None);

        var rest = await Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 100) { Except = [.. first.Select(p => p.Id)] }, CancellationToken.None);

        Assert.Equal("new", rest.Postings[0].Id);
        Assert.Equal(rest.Total - 2, rest.Postings.Count);
        Assert.Empty(rest.Postings.Select(p => p.Id).Intersect(first.Select(p => p.Id)));
    }

    [SuiteFact]
    public async Task Search_TooManyParts_IsRefusedInWords()
    {
        var match = new Match.Any([.. Enumerable.Range(0, 5000).Select(i => Token($"word:w{i}"))]);

        var error = await Assert.ThrowsAsync<StorageException>(() => Catalogue.CountAsync(match, CancellationToken.None));

        Assert.Contains("1000 conditions", error.Message, StringComparison.Ordinal);
    }

    [SuiteFact]
    public async Task Search_ManyPartsWithinTheLimit_Works()
    {
        var match = new Match.Any([.. Enumerable.Range(0, 900).Select(i => Token($"word:w{i}")), Token("skill:go")]);

        Assert.Equal("02", await IdsAsync(match, SearchOrder.Relevance));
    }

    [SuiteFact]
    public async Task Search_DeepestNestingAllowed_Works()
    {
        Match match = Token("skill:go");
        for (var i = 0; i < 30; i++)
            match = i % 3 == 0 ? Not(match) : i % 3 == 1 ? All(match, Token("work:remote")) : Any(match, Token("skill:c"));

        Assert.Equal(string.Join(' ', Oracle.Ids(match)), string.Join(' ', (await IdsAsync(match, SearchOrder.Newest)).Split(' ').Order(StringComparer.Ordinal)));
    }

    [SuiteFact]
    public async Task Search_ThousandsOfIds_Works()
    {
        var match = new Match.Ids([.. Enumerable.Range(0, 20_000).Select(i => $"x{i}"), "03"]);

        Assert.Equal("03", await IdsAsync(match, SearchOrder.Newest));
    }

    [SuiteFact]
    public async Task FindPosting_ClosedOne_IsFoundWhole()
    {
        var posting = await Catalogue.FindPostingAsync("10", CancellationToken.None);

        Assert.NotNull(posting);
        Assert.Equivalent(Sample.Postings.Single(sample => sample.Id == "10"), posting, strict: true);
        Assert.Null(await Catalogue.FindPostingAsync("99", CancellationToken.None));
    }

    [SuiteFact]
    public async Task FindDocument_Known_HasItsPostingsAndCompany()
    {
        var document = CompanyDocument("about/acme.md", "Acme Corp") with { Postings = [Sample.Role("21", "Cook", file: "about/acme.md"), Sample.Role("20", "Baker", file: "about/acme.md")] };
        await Store.ApplyAsync([Sample.Put(document)], CancellationToken.None);

        Assert.Equivalent(document, await Catalogue.FindDocumentAsync("about/acme.md", CancellationToken.None), strict: true);
        Assert.Null(await Catalogue.FindDocumentAsync("about/other.md", CancellationToken.None));
    }

    [SuiteFact]
    public async Task Employers_SpelledDifferently_AreOne()
    {
        await Store.ApplyAsync([Sample.Put(CompanyDocument("about/acme.md", "ACME Corp"))], CancellationToken.None);

        var employers = await Catalogue.EmployersAsync(CancellationToken.None);

        Assert.Equal(
            ["ACME Corp [about/acme.md] 09 01 02", "Brightwheel [] 08 06", "Crunch [] 03 12 04", "Ghost [] ", "Ünïcode GmbH [] 07"],
            await Task.WhenAll(employers.Select(async employer => $"{employer.Name} [{employer.DocumentFile}] {await IdsAsync(Token(PostingTokens.Employer(employer.Name)), SearchOrder.Newest)}")));
    }

    [SuiteFact]
    public async Task Employers_AfterAChange_AreNew()
    {
        await Catalogue.EmployersAsync(CancellationToken.None);
        await Store.ApplyAsync([new DocumentEdit.Withdraw("jobs/07.md")], CancellationToken.None);

        Assert.DoesNotContain(await Catalogue.EmployersAsync(CancellationToken.None), employer => employer.Name == "Ünïcode GmbH");
    }

    [SuiteFact]
    public async Task Passages_Words_BestFirstWithTheirSection()
    {
        await Store.ApplyAsync([Sample.Put(CompanyDocument("about/acme.md", "Acme Corp"))], CancellationToken.None);

        var hits = await Catalogue.PassagesAsync([Stem("dog"), Stem("office")], 10, CancellationToken.None);

        Assert.Equal(["Bring your dog to the office.", "We have an office in Berlin."], hits.Select(hit => hit.Passage.Text));
        Assert.All(hits, hit => Assert.Equal(("about/acme.md", "Office life"), (hit.File, hit.Section.Heading)));
        Assert.All(hits, hit => Assert.Contains(hit.Passage, hit.Section.Passages));
    }

    [SuiteTheory]
    [InlineData("platform", "jobs/08.md")]
    [InlineData("ledg", "jobs/02.md")]
    [InlineData("nothing", null)]
    [InlineData("\" OR *", null)]
    public async Task Passages_OfPostings_OnlyOpenOnes(string word, string? file)
    {
        var hits = await Catalogue.PassagesAsync([word], 1, CancellationToken.None);

        Assert.Equal(file, hits.Count == 0 ? null : hits[0].File);
    }

    [SuiteFact]
    public async Task Passages_NoWords_NoHits() => Assert.Empty(await Catalogue.PassagesAsync([], 10, CancellationToken.None));

    [SuiteFact]
    public async Task Apply_ChangedDocument_ReplacesItsRowsAndTokens()
    {
        var other = Sample.Postings[1] with { Title = Sample.Said("Rust Engineer"), Skills = [], Sections = [] };

        var applied = await Store.ApplyAsync(Sample.Edits([other]), CancellationToken.None);

        Assert.Equal((0, 1, 0), (applied.Added, applied.Changed, applied.Withdrawn));
        Assert.Equal("", await IdsAsync(Token("skill:go"), SearchOrder.Newest));
        Assert.Equal("02", await IdsAsync(Token("title:rust"), SearchOrder.Newest));
        Assert.Empty(await Catalogue.PassagesAsync([Stem("ledger")], 10, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_ClosedByItsDocument_IsNoLongerFound()
    {
        await Store.ApplyAsync(Sample.Edits([Sample.Postings[1] with { Status = Sample.Said(PostingStatus.Closed) }]), CancellationToken.None);

        Assert.Equal("", await IdsAsync(Token("skill:go"), SearchOrder.Newest));
        Assert.NotNull(await Catalogue.FindPostingAsync("02", CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_Withdrawn_IsGoneEverywhere()
    {
        var applied = await Store.ApplyAsync([new DocumentEdit.Withdraw("jobs/02.md"), new DocumentEdit.Withdraw("jobs/absent.md")], CancellationToken.None);

        Assert.Equal(1, applied.Withdrawn);
        Assert.Null(await Catalogue.FindPostingAsync("02", CancellationToken.None));
        Assert.Null(await Catalogue.FindDocumentAsync("jobs/02.md", CancellationToken.None));
        Assert.Equal(9, await Catalogue.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(9, await Catalogue.CountAsync(Not(Token("skill:cobol")), CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_IdOfAnotherDocument_IsRefusedAndNamed()
    {
        var applied = await Store.ApplyAsync(Sample.Edits([Sample.Role("02", "Impostor", file: "jobs/other.md")]), CancellationToken.None);

        Assert.Equal(new RefusedPosting("jobs/other.md", "Impostor", "jobs/02.md"), Assert.Single(applied.Refused));
        Assert.Equal("Backend Engineer", (await Catalogue.FindPostingAsync("02", CancellationToken.None))!.Title.Value);
    }

    [SuiteFact]
    public async Task Apply_EveryEdit_IsInTheChangeLogInOrder()
    {
        var before = (await Store.ChangesAsync(0, 1000, CancellationToken.None))[^1].Sequence;
        var both = new ParsedDocument
        {
            File = "jobs/02.md",
            Kind = DocumentKind.List,
            Postings = [Sample.Postings[1], Sample.Role("30", "New", file: "jobs/02.md")],
        };
        await Store.ApplyAsync([Sample.Put(both)], CancellationToken.None);
        await Store.ApplyAsync([Sample.Put(both with { Postings = [Sample.Role("30", "Newer", file: "jobs/02.md")] })], CancellationToken.None);
        await Store.ApplyAsync([new DocumentEdit.Withdraw("jobs/02.md")], CancellationToken.None);

        var changes = await Store.ChangesAsync(before, 1000, CancellationToken.None);

        Assert.Equal(
            ["Changed ", "Added 30", "Changed ", "Changed 30", "Withdrawn 02", "Withdrawn ", "Withdrawn 30"],
            changes.Select(change => $"{change.Kind} {change.PostingId}"));
        Assert.All(changes, change => Assert.Equal(("jobs/02.md", Instant.FromUtc(2026, 6, 1, 12, 0)), (change.File, change.At)));
        Assert.True(changes.Zip(changes.Skip(1)).All(pair => pair.First.Sequence < pair.Second.Sequence));
    }

    [SuiteFact]
    public async Task Apply_FailsInTheMiddle_LeavesNothingBehind()
    {
        var changes = (await Store.ChangesAsync(0, 1000, CancellationToken.None)).Count;
        var broken = Sample.Role("41", "Broken") with { Sections = null! };
        var edits = Sample.Edits([Sample.Role("40", "Fine"), broken]);

        await Assert.ThrowsAnyAsync<Exception>(() => Store.ApplyAsync(edits, CancellationToken.None));

        Assert.Null(await Catalogue.FindPostingAsync("40", CancellationToken.None));
        Assert.Equal(10, await Catalogue.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(changes, (await Store.ChangesAsync(0, 1000, CancellationToken.None)).Count);
        await Store.ApplyAsync(Sample.Edits([Sample.Role("40", "Fine")]), CancellationToken.None);
        Assert.NotNull(await Catalogue.FindPostingAsync("40", CancellationToken.None));
    }

    [SuiteFact]
    public async Task Search_EmptyCatalogue_FindsNothing()
    {
        await Store.ApplyAsync([.. Sample.Postings.Select(posting => new DocumentEdit.Withdraw(posting.File))], CancellationToken.None);

        Assert.Equal(0, (await Catalogue.SearchAsync(new Search(Word("engineer"), SearchOrder.Relevance, 10), CancellationToken.None)).Total);
        Assert.Empty(await Catalogue.EmployersAsync(CancellationToken.None));
    }

    private static ParsedDocument CompanyDocument(string file, string name) => new()
    {
        File = file,
        Kind = DocumentKind.Company,
        Company = new CompanyDocument
        {
            Name = Sample.Said(name),
            Sections =
            [
                new Section("Office life", SectionKind.About, 3, 6, [Sample.At(4, "We have an office in Berlin."), Sample.At(5, "Bring your dog to the office.")]),
            ],
        },
        Diagnostics = [new Diagnostic("text.mended", "Mended.", 7)],
    };

    private async Task<string> IdsAsync(Match match, SearchOrder order)
    {
        var page = await Catalogue.SearchAsync(new Search(match, order, 100), CancellationToken.None);
        return string.Join(' ', page.Postings.Select(posting => posting.Id));
    }

    private static string Stem(string word) => Words.Split(word).Single().Stem;

    private static Match.Token Word(string word) => Token("word:" + Stem(word));

    private static Match.Token Token(string value) => new(value);

    private static Match.All All(params Match[] parts) => new(parts);

    private static Match.Any Any(params Match[] parts) => new(parts);

    private static Match.Not Not(Match part) => new(part);
}
