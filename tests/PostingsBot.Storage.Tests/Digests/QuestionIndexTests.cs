using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Storage.Tests.Digests;

/// <summary>A digest never disagrees with a search: one role against many questions is each question against a catalogue of that role alone.</summary>
public sealed class QuestionIndexTests
{
    private static readonly TokenFrequencies Frequencies = new(Sample.Postings);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Matching_RandomQuestions_AsTheSearchOfACatalogueWithThatRole(int seed)
    {
        var generator = new MatchGenerator(seed);
        var matches = Enumerable.Range(0, 300).Select(_ => generator.Next(2)).ToList();
        var index = new QuestionIndex(Frequencies);
        for (var n = 0; n < matches.Count; n++)
            index.Add(n, matches[n]);

        foreach (var role in Sample.Postings)
        {
            using var database = SqliteDatabase.OpenInMemory();
            var catalogue = new SqliteCatalogue(database, new FixedClock());
            await catalogue.ApplyAsync(Sample.Edits([role]), CancellationToken.None);
            var found = new List<long>();
            for (var n = 0; n < matches.Count; n++)
            {
                if (await catalogue.CountAsync(matches[n], CancellationToken.None) > 0)
                    found.Add(n);
            }

            Assert.Equal(found, index.Matching(role));
        }
    }

    [Fact]
    public void Matching_QuestionRemovedOrReplaced_NotFoundByTheOldOne()
    {
        var index = new QuestionIndex(Frequencies);
        index.Add(1, Of(new SkillConstraint(["Python"])));
        index.Add(2, Of(new SkillConstraint(["Python"]) { Negated = true }));
        index.Add(3, Match.Everything);
        index.Add(1, Of(new SkillConstraint(["Go"])));
        index.Remove(3);

        Assert.Equal([2L], index.Matching(Sample.Postings[2]));
        Assert.Equal([1L, 2L], index.Matching(Sample.Postings[1]));
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void Key_SameConstraintsInOtherOrder_TheSame()
    {
        Constraint python = new SkillConstraint(["Python", "Go"]);
        Constraint remote = new WorkplaceConstraint([Workplace.Remote]);

        Assert.Equal(MatchKey.Of(Of(python, remote)), MatchKey.Of(Of(remote, new SkillConstraint(["Go", "Python", "Go"]), python)));
    }

    [Theory]
    [InlineData("US-TX/paris", "FR-IDF/paris")] // two places with one name
    [InlineData("DE", "DE-BE")]
    public void Key_OtherPlace_Another(string one, string other) =>
        Assert.NotEqual(MatchKey.Of(Of(In(one))), MatchKey.Of(Of(In(other))));

    [Fact]
    public void Key_RandomMatches_EqualOnlyWhenTheyHoldForTheSame()
    {
        var generator = new MatchGenerator(5);
        var groups = Enumerable.Range(0, 3_000).Select(_ => generator.Next(2)).GroupBy(MatchKey.Of).Where(group => group.Count() > 1).ToList();

        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.Single(group.Select(match => string.Join(' ', Oracle.Ids(match))).Distinct()));
    }

    private static PlaceConstraint In(string area) => new([new Place("Paris", "Paris", null, null, area)]);

    private static Match Of(params Constraint[] constraints) => SearchText.MatchOf(constraints);
}
