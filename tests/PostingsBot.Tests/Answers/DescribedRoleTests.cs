using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>Roles that are pointed at by words of their text, and what is then asked of them.</summary>
public sealed class DescribedRoleTests
{
    private static readonly Posting Lighthouse = Examples.Meadow with
    {
        Sections =
        [
            new Section("Who we are", SectionKind.About, 8, 9, [new(8, 8, "We keep lighthouses on the coast running."), new(9, 9, "We are a crew of 14 people, and equity in the sea counts for nothing.")]),
            new Section("What you get", SectionKind.Benefits, 10, 11, [new(10, 10, "Restricted stock units."), new(11, 11, "A 401(k) plan and unlimited PTO.")]),
            new Section("Other", SectionKind.Other, 12, 14, [new(12, 12, "You take part in the on-call rotation."), new(13, 13, "The contract runs for 18 months."), new(14, 14, "Write to Ines at crew@lamp.example.")]),
        ],
    };

    private readonly Talk talk = new(new MemoryCatalogue(Examples.Document(Lighthouse), Examples.Document(Examples.Harbour), Examples.Document(Examples.Nameless)));

    [Theory]
    [InlineData("the lighthouse one")]
    [InlineData("tell me about that lighthouses job")]
    [InlineData("the job with the lighthouse crew")]
    public async Task Ask_DescribedByWordsOfTheText_FindsTheRole(string asked) =>
        Assert.Equal(Lighthouse.Id, Assert.IsType<DetailAnswer>(await talk.SayAsync(asked)).Posting.Id);

    [Fact]
    public async Task Ask_DescribedByWordsNobodyWrote_IsNotInTheCatalogue() =>
        Assert.Equal(AnswerKind.NotInCatalogue, (await talk.SayAsync("the falconry one, what does it pay?")).Kind);

    [Theory]
    [InlineData("and on call?", 12)]
    [InlineData("equity?", 10)]
    [InlineData("how many vacation days", 11)]
    [InlineData("do they have a 401k", 11)]
    [InlineData("how big are they?", 9)]
    [InlineData("how long is it?", 13)]
    [InlineData("who do i write to", 14)]
    [InlineData("and the rotatoin?", 12)]
    public async Task Ask_FollowUpOnTheRole_QuotesTheLineThatSaysIt(string asked, int line)
    {
        await talk.SayAsync("the lighthouse one");

        var answer = await talk.SayAsync(asked);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Equal(line, answer.Quotes[0].Line);
    }

    [Fact]
    public async Task Ask_FollowUpThatTheTextDoesNotAnswer_IsNotStated()
    {
        await talk.SayAsync("the lighthouse one");

        Assert.Equal(AnswerKind.NotStated, (await talk.SayAsync("parental leave")).Kind);
    }

    [Fact]
    public async Task Ask_LowestPaid_LeavesOutRolesWithoutAFigure()
    {
        var answer = await talk.SayAsync("which job has the lowest pay?");

        Assert.Equal(Examples.Meadow.Id, Assert.Single(answer.Postings).Id);
        Assert.Contains("150,000", answer.Text, StringComparison.Ordinal);
        Assert.Contains("1 more role states pay in another currency than USD", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_CompareTheFewThatADescriptionFits_ComparesThem() =>
        Assert.Equal(2, Assert.IsType<CompareAnswer>(await talk.SayAsync("compare the two postgresql jobs")).Columns.Count);

    [Fact]
    public async Task Ask_SecondBest_IsTheNextAfterTheBest()
    {
        await talk.SayAsync("best paid job");

        Assert.Equal(Examples.Harbour.Id, Assert.Single((await talk.SayAsync("and the second best?")).Postings).Id);
    }

    [Fact]
    public async Task Ask_OneDistinctiveWordOfAnEmployer_NamesIt()
    {
        var posting = Lighthouse with { Company = new Stated<string>("K. Wolkensteiner Handels GmbH", Lighthouse.Title.Evidence) };

        var answer = await new Talk(new MemoryCatalogue(Examples.Document(posting), Examples.Document(Examples.Harbour))).SayAsync("wolkensteiner jobs");

        Assert.Equal(posting.Id, Assert.Single(answer.Postings).Id);
    }
}
