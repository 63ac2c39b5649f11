using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Following;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Following;

[NeedsPostgres]
public sealed class FollowingCatalogueTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private string place = "";

    public async Task InitializeAsync() => place = await PostgresServer.NewSchemaAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [SuiteFact]
    public async Task Write_OnOneBot_IsSearchedOnAnotherWithinTwoSeconds()
    {
        await using var a = await SharedBot.StartAsync(place);
        await using var b = await SharedBot.StartAsync(place);
        await Task.WhenAll(a.LevelAsync(), b.LevelAsync());

        var applied = await a.Record.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        var isThere = await b.Catalogue.ReachAsync(applied.LastChange, TimeSpan.FromSeconds(2), CancellationToken.None);

        Assert.True(isThere);
        Assert.Equal(10, await b.Catalogue.CountAsync(Match.Everything, CancellationToken.None));
        Assert.Equal(10, await b.Record.OpenRolesAsync(CancellationToken.None));
    }

    [SuiteFact]
    public async Task Write_ByManyAtOnce_EveryBotSeesEveryChange()
    {
        await using var a = await SharedBot.StartAsync(place);
        await using var b = await SharedBot.StartAsync(place);
        var bots = new[] { a, b };

        var applied = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => bots[i % 2].Record.ApplyAsync(
            Sample.Edits([Sample.Role($"{i}", $"Engineer {i}", "Acme", file: $"{i}.md")]), CancellationToken.None))));

        var last = applied.Max(edit => edit.LastChange);
        Assert.Equal(80, last);
        var changes = await a.Record.ChangesAsync(0, 1000, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 80).Select(n => (long)n), changes.Select(change => change.Sequence));
        foreach (var bot in bots)
        {
            await bot.LevelAsync(last);
            Assert.Equal(40, await bot.Catalogue.CountAsync(Match.Everything, CancellationToken.None));
        }
    }

    [SuiteFact]
    public async Task Reach_AChangeThatNeverComes_IsFalse()
    {
        await using var bot = await SharedBot.StartAsync(place);

        Assert.False(await bot.Catalogue.ReachAsync(1, TimeSpan.FromMilliseconds(50), CancellationToken.None));
    }

    [SuiteFact]
    public async Task Search_BeforeTheIndexIsWhole_SaysThatItWarmsUp()
    {
        await using var bot = await SharedBot.StartAsync(place);
        await bot.LevelAsync();
        await using var gate = await PostgresServer.LockAsync(place, "documents");
        await using var other = await SharedBot.StartAsync(place);

        var error = await Assert.ThrowsAsync<WarmingUpException>(() => other.Catalogue.CountAsync(Match.Everything, CancellationToken.None));

        Assert.Contains("warming up", error.Message, StringComparison.Ordinal);
        await gate.DisposeAsync();
        await other.LevelAsync();
    }

    [SuiteFact]
    public async Task Start_OnAnIndexThatIsLevel_KeepsIt()
    {
        await FillAsync();

        await using var again = await SharedBot.StartAsync(place, folder);
        await again.LevelAsync();

        Assert.DoesNotContain(again.News, news => news is FollowNews.Rebuilding);
        await AssertWholeAsync(again);
    }

    [SuiteFact]
    public async Task Start_OnAnIndexThatFellBehind_CopiesWhatChanged()
    {
        await FillAsync();
        await using var other = await SharedBot.StartAsync(place);
        var applied = await other.Record.ApplyAsync(
            [new DocumentEdit.Withdraw("jobs/01.md"), .. Sample.Edits([Sample.Role("13", "Sage", "Acme Corp", "2026-05-30"), Sample.Postings[1] with { Status = Sample.Said(Core.Postings.PostingStatus.Closed) }])],
            CancellationToken.None);

        await using var again = await SharedBot.StartAsync(place, folder);
        await again.LevelAsync(applied.LastChange);

        Assert.DoesNotContain(again.News, news => news is FollowNews.Rebuilding);
        Assert.Equal(["13", "07", "09", "03", "08", "06", "12", "05", "04"], await IdsAsync(again));
    }

    [SuiteTheory]
    [InlineData("missing")]
    [InlineData("rubbish")]
    [InlineData("damaged")]
    [InlineData("older")]
    [InlineData("newer")]
    [InlineData("half made")]
    [InlineData("of another record")]
    [InlineData("ahead of a record that was set back")]
    public async Task Start_OnAnIndexOfNoUse_MakesItAnew(string state)
    {
        await FillAsync();
        var index = SharedBot.IndexIn(folder);
        switch (state)
        {
            case "missing":
                File.Delete(index);
                break;
            case "rubbish":
                await File.WriteAllTextAsync(index, new string('x', 9000));
                break;
            case "damaged":
                await using (var file = File.OpenWrite(index))
                {
                    file.Position = 100;
                    file.Write(Enumerable.Repeat((byte)0xEE, 3000).ToArray());
                }

                break;
            case "older":
                SqliteFile.Execute(index, "UPDATE followed SET made_by = 'an older build'");
                break;
            case "newer":
                SqliteFile.Execute(index, "PRAGMA user_version=99");
                break;
            case "half made":
                SqliteFile.Execute(index, "DELETE FROM followed; DELETE FROM posting_contents");
                break;
            case "of another record":
                SqliteFile.Execute(index, $"UPDATE followed SET record = '{Guid.NewGuid()}'");
                break;
            default:
                SqliteFile.Execute(index, "UPDATE followed SET seq = seq + 1");
                break;
        }

        await using var again = await SharedBot.StartAsync(place, folder);
        await again.LevelAsync();

        Assert.Contains(again.News, news => news is FollowNews.Rebuilding);
        await AssertWholeAsync(again);
    }

    [SuiteFact]
    public async Task IndexFile_DeletedWhileTheBotRuns_ComesBack()
    {
        await using var bot = await SharedBot.StartAsync(place, folder);
        await bot.Store.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        var before = bot.News.Count;

        File.Delete(bot.IndexFile);
        await bot.NewsAsync(news => news.Skip(before).Any(item => item is FollowNews.Level));

        Assert.True(File.Exists(bot.IndexFile));
        await AssertWholeAsync(bot);
    }

    [SuiteFact]
    public async Task Index_DamagedWhileTheBotRuns_IsNotAskedAndMadeAnew()
    {
        await using var bot = await SharedBot.StartAsync(place, folder);
        await bot.Store.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        var before = bot.News.Count;
        SqliteFile.Execute(bot.IndexFile, "DROP TABLE search");

        await Assert.ThrowsAsync<WarmingUpException>(() => AssertWholeAsync(bot));
        await bot.NewsAsync(news => news.Skip(before).Any(item => item is FollowNews.Level));

        await AssertWholeAsync(bot);
    }

    [SuiteFact]
    public async Task Index_ThatLostRows_IsMadeAnewWhenAChangeNeedsThem()
    {
        await using var bot = await SharedBot.StartAsync(place, folder);
        await bot.Store.ApplyAsync(Sample.Edits([.. Sample.Postings, Copy(1, "2026-05-01")]), CancellationToken.None);
        SqliteFile.Execute(bot.IndexFile, "PRAGMA foreign_keys=OFF; DELETE FROM postings WHERE id = 'c1'");

        await bot.Store.ApplyAsync(Sample.Edits([Copy(2, "2026-04-01")]), CancellationToken.None);

        Assert.Contains(bot.News.Skip(2), news => news is FollowNews.Rebuilding);
        Assert.Single((await bot.Catalogue.FindPostingAsync("c1", CancellationToken.None))!.Sources);
    }

    [SuiteFact]
    public async Task Index_AskedBesideTheBotThatKeepsIt_GivesTheSame()
    {
        await Assert.ThrowsAsync<WarmingUpException>(() => FollowingCatalogue.BesideAsync(SharedBot.IndexIn(folder), TimeProvider.System, CancellationToken.None));
        await using var bot = await SharedBot.StartAsync(place, folder);
        await bot.Store.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);

        await using var beside = await FollowingCatalogue.BesideAsync(bot.IndexFile, TimeProvider.System, CancellationToken.None);
        await bot.Store.ApplyAsync([new DocumentEdit.Withdraw("jobs/01.md")], CancellationToken.None);

        Assert.Equal(9, await beside.CountAsync(Match.Everything, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Rebuilt_AfterAnyEdits_AnswersLikeTheIndexThatFollowed()
    {
        await using var followed = await SharedBot.StartAsync(place);
        var random = new Random(5);
        for (var step = 0; step < 30; step++)
        {
            var edits = Enumerable.Range(0, 3).Select(_ => random.Next(10)).Distinct().Select(i => random.Next(3) == 0
                ? (DocumentEdit)new DocumentEdit.Withdraw($"{i}.md")
                : Sample.Edits([Copy(i, random)])[0]);
            await followed.Store.ApplyAsync([.. edits], CancellationToken.None);
        }

        await using var rebuilt = await SharedBot.StartAsync(place);
        await rebuilt.LevelAsync();

        var (one, other) = (await AllAsync(followed), await AllAsync(rebuilt));
        Assert.NotEmpty(one);
        Assert.Equal(one.Select(posting => (posting.Id, posting.File, posting.Sources.Count)), other.Select(posting => (posting.Id, posting.File, posting.Sources.Count)));
        Assert.Equivalent(one, other, strict: true);
        for (var i = 0; i < 10; i++)
            Assert.Equal((await followed.Catalogue.FindPostingAsync($"c{i}", CancellationToken.None))?.Id, (await rebuilt.Catalogue.FindPostingAsync($"c{i}", CancellationToken.None))?.Id);
    }

    [SuiteFact]
    public async Task Record_CutOff_AnswersGoOnAndFollowingResumes()
    {
        await using var bot = await SharedBot.StartAsync(place);
        await bot.Store.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        await using var outage = await PostgresServer.RefuseAsync(place);

        await bot.NewsAsync(news => news.Any(item => item is FollowNews.Behind));
        await AssertWholeAsync(bot);
        var error = await Assert.ThrowsAsync<StorageUnavailableException>(() => bot.Record.ApplyAsync(Sample.Edits([Sample.Role("13", "Sage")]), CancellationToken.None));
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);

        await outage.DisposeAsync();
        await bot.Store.ApplyAsync(Sample.Edits([Sample.Role("13", "Sage")]), CancellationToken.None);
        Assert.Equal(11, await bot.Catalogue.CountAsync(Match.Everything, CancellationToken.None));
    }

    [SuiteFact]
    public async Task Apply_CutInTheMiddle_WritesNothingOrAll()
    {
        await using var bot = await SharedBot.StartAsync(place);
        await bot.LevelAsync();
        await using var gate = await PostgresServer.LockAsync(place, "changes");
        var writing = bot.Record.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
        await PostgresServer.CutWaitingAsync(place);
        await gate.DisposeAsync();

        // The writer's connection broke before its commit: it began again.
        var applied = await writing;

        Assert.Equal(12, applied.Added);
        Assert.Equal(24, (await bot.Record.ChangesAsync(0, 100, CancellationToken.None)).Count);
        await bot.LevelAsync(applied.LastChange);
        await AssertWholeAsync(bot);
    }

    private async Task FillAsync()
    {
        await using var first = await SharedBot.StartAsync(place, folder);
        await first.Store.ApplyAsync(Sample.Edits(Sample.Postings), CancellationToken.None);
    }

    private static async Task AssertWholeAsync(SharedBot bot)
    {
        Assert.Equal(["07", "09", "03", "01", "02", "08", "06", "12", "05", "04"], await IdsAsync(bot));
        var word = new Match.Token("word:" + Words.Split("payments").Single().Stem);
        Assert.Equal(4, await bot.Catalogue.CountAsync(word, CancellationToken.None));
    }

    private static async Task<IEnumerable<string>> IdsAsync(SharedBot bot) => (await AllAsync(bot)).Select(posting => posting.Id);

    private static async Task<IReadOnlyList<Core.Postings.Posting>> AllAsync(SharedBot bot) =>
        (await bot.Catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 0, 100), CancellationToken.None)).Postings;

    /// <summary>One of ten documents that are sometimes copies of each other.</summary>
    private static Core.Postings.Posting Copy(int i, Random random) =>
        Copy(i, $"2026-0{random.Next(1, 10)}-01", random.Next(3) == 0 ? "FR-IDF/paris" : "DE-BE/berlin", random.Next(3));

    private static Core.Postings.Posting Copy(int i, string posted, string area = "DE-BE/berlin", int job = 1) =>
        Sample.Role($"c{i}", "Backend Engineer", "Acme", posted, area: area, file: $"{i}.md") with { ApplyUrl = Sample.Said($"https://acme.example/jobs/{job}") };
}
