using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Storage;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>A role that two documents advertise, asked about.</summary>
public sealed class SeveralSourcesTests : IAsyncLifetime, IDisposable
{
    private static readonly Posting Newer = Examples.Harbour with
    {
        Id = "bbbbbbbbb1",
        File = "boards/harbour.md",
        Posted = new Stated<LocalDate>(new LocalDate(2026, 2, 27), new Evidence(17, 17, "posted on 27 February 2026")),
        ApplyUrl = new Stated<string>("https://board.example/senior-backend-engineer-17", new Evidence(18, 18, "https://board.example/senior-backend-engineer-17")),
        Sections = LongSections,
    };

    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;
    private readonly Talk talk;

    public SeveralSourcesTests()
    {
        catalogue = new SqliteCatalogue(database, new FixedClock());
        talk = new Talk(catalogue);
    }

    private static IReadOnlyList<Section> LongSections =>
        [new Section("The role", SectionKind.Responsibilities, 20, 20, [new Evidence(20, 20, string.Join(' ', Enumerable.Range(0, 60).Select(i => $"duty{i}")))])];

    public async Task InitializeAsync()
    {
        var older = Examples.Harbour with { Sections = LongSections };
        await catalogue.ApplyAsync([.. new[] { older, Newer, Examples.Meadow }.Select(p => new DocumentEdit.Put(Examples.Document(p), "roles", "hash"))], CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Count_OfRoles_CountsTheRoleOnce() => Assert.Equal(2, (await talk.SayAsync("how many jobs are there?")).Total);

    [Fact]
    public async Task List_ThenDetail_NamesBothDocuments()
    {
        var list = await talk.SayAsync("backend jobs");
        Assert.Equal(["boards/harbour.md"], list.Postings.Select(p => p.File));

        var detail = await talk.SayAsync("tell me more about it");

        Assert.Equal(AnswerKind.Detail, detail.Kind);
        Assert.Contains("Also in: roles/harbour.md line 1 (posted 2026-02-20)", PlainText.Of(detail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_Quotes_NameTheFileThatTheLineStandsIn()
    {
        await talk.SayAsync("backend jobs");

        var detail = await talk.SayAsync("tell me more about it");

        Assert.Contains(new Quote("line 7 says Friday, 20 February 2026", "roles/harbour.md", 7), detail.Quotes);
        Assert.Equal(["boards/harbour.md", "roles/harbour.md"], detail.Quotes.Select(q => q.File).Distinct());
    }

    [Fact]
    public async Task WhenWasItPosted_AnOlderSourceSays_QuotesTheOlderFile()
    {
        await talk.SayAsync("backend jobs");

        var fact = Assert.IsType<FactAnswer>(await talk.SayAsync("when was it posted?"));

        Assert.Equal("2026-02-20 (10 days ago)", Assert.Single(fact.Facts).Value);
        Assert.Equal(("roles/harbour.md", 7), (fact.Facts[0].Source!.File, fact.Facts[0].Source!.Line));
    }

    [Fact]
    public async Task FindRoles_ByDate_QuotesTheOlderFile()
    {
        var list = await talk.SayAsync("backend jobs posted before 2026-02-25");

        Assert.Equal(("roles/harbour.md", 7), list.Quotes.Select(q => (q.File, q.Line)).Last());
    }
}
