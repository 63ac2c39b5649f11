using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Index;

/// <summary>The order by relevance against FTS5's own bm25(), over generated postings and questions, also after roles have changed and gone.</summary>
public sealed class RankingTests : IDisposable
{
    private const int Postings = 400;
    private const int Questions = 300;

    private static readonly string[] Words = ["ledger", "payment", "platform", "sensor", "cloud", "garden", "music", "river", "falcon", "engine", "market", "signal"];
    private static readonly string[] Skills = ["Python", "Go", "Rust", "Java", "C++"];
    private static readonly string[] Titles = ["Backend Engineer", "Platform Engineer", "Data Scientist", "Music Engineer", "Cloud Architect"];

    private readonly SqliteDatabase database = SqliteDatabase.OpenInMemory();
    private readonly SqliteCatalogue catalogue;

    public RankingTests() => catalogue = new SqliteCatalogue(database, new FixedClock());

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Search_GeneratedQuestions_TopTenAndTotalAreTheBuiltIns(int seed)
    {
        var random = new Random(seed);
        var roles = Enumerable.Range(0, Postings).Select(i => Role(i, random)).ToList();
        await catalogue.ApplyAsync(Sample.Edits(roles), CancellationToken.None);
        await CompareAsync(database, random);

        var changed = Enumerable.Range(0, 60).Select(i => Role(i * 5, random)).ToDictionary(role => role.Id);
        var withdrawn = Enumerable.Range(0, 40).Select(i => $"r{(i * 7) + 1}").ToHashSet();
        await catalogue.ApplyAsync(Sample.Edits(changed.Values), CancellationToken.None);
        await catalogue.ApplyAsync([.. withdrawn.Select(id => new DocumentEdit.Withdraw($"jobs/{id}.md"))], CancellationToken.None);

        // FTS5 does not take the lengths of deleted rows from its average: its own rank is asked where none was ever there.
        using var anew = SqliteDatabase.OpenInMemory();
        await new SqliteCatalogue(anew, new FixedClock()).ApplyAsync(Sample.Edits(roles.Select(role => changed.GetValueOrDefault(role.Id, role)).Where(role => !withdrawn.Contains(role.Id))), CancellationToken.None);
        await CompareAsync(anew, random);
    }

    private async Task CompareAsync(SqliteDatabase yardstick, Random random)
    {
        var found = 0;
        for (var i = 0; i < Questions; i++)
        {
            var match = Question(random);
            var page = await catalogue.SearchAsync(new Search(match, SearchOrder.Relevance, 10), CancellationToken.None);
            using var lease = await yardstick.ReadAsync(CancellationToken.None);
            var (ids, total) = BuiltInRank.Of(lease.Session, match, 10);
            Assert.Equal((match.ToString(), string.Join(' ', ids), total), (match.ToString(), string.Join(' ', page.Postings.Select(p => p.Id)), page.Total));
            found += page.Total;
        }

        Assert.True(found > Questions, "The questions hardly ever find anything: they test nothing.");
    }

    private static Match.All Question(Random random)
    {
        var parts = Enumerable.Range(0, 1 + random.Next(3)).Select(Match (_) => random.Next(4) switch
        {
            0 => new Match.Any([Word(random), Word(random), Word(random)]),
            1 => new Match.Token("title:" + Stem(Titles[random.Next(Titles.Length)].Split(' ')[random.Next(2)])),
            _ => Word(random),
        }).ToList();
        if (random.Next(2) == 0)
            parts.Add(new Match.Token(PostingTokens.Skill(Skills[random.Next(Skills.Length)])));
        if (random.Next(3) == 0)
            parts.Add(new Match.Not(new Match.Token(PostingTokens.Work(Workplace.Remote))));
        if (random.Next(4) == 0)
            parts.Add(new Match.Not(Word(random)));
        return new Match.All(parts);
    }

    private static Match.Token Word(Random random) => new("word:" + Stem(Words[random.Next(Words.Length)]));

    private static string Stem(string word) => Core.Text.Words.Split(word)[0].Stem;

    private static Posting Role(int number, Random random) => Sample.Role(
        $"r{number}",
        Titles[random.Next(Titles.Length)],
        $"Employer {number}",
        random.Next(5) == 0 ? null : $"2026-0{1 + random.Next(6)}-1{random.Next(10)}",
        [Skills[random.Next(Skills.Length)], Skills[random.Next(Skills.Length)]],
        random.Next(2) == 0 ? "DE-BE/berlin" : "FR",
        random.Next(2) == 0 ? Workplace.Remote : Workplace.Onsite,
        null,
        string.Join(' ', Enumerable.Range(0, 5 + random.Next(60)).Select(_ => Words[random.Next(Words.Length)])),
        random.Next(20) == 0 ? PostingStatus.Closed : null);
}
