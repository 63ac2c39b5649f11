using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>Closed roles are no part of a search; asked for, they are found, and are said to be closed.</summary>
public sealed class ClosedRoleTests
{
    private static readonly Posting Closed = Examples.Meadow with { Status = new(PostingStatus.Closed, new Evidence(12, 12, "open: false")) };
    private static readonly Posting Past = Examples.Nameless with { ValidThrough = new(new LocalDate(2020, 5, 13), new Evidence(9, 9, "closes 13 May 2020")) };

    private readonly Talk talk = new(new MemoryCatalogue(Examples.Document(Examples.Harbour), Examples.Document(Closed), Examples.Document(Past)));

    [Fact]
    public async Task Ask_ForClosedRoles_ListsClosedOnesAndThosePastTheirDate()
    {
        var answer = await talk.SayAsync("which roles are closed?");

        Assert.Equal([Past.Id, Closed.Id], answer.Postings.Select(p => p.Id));
        Assert.Equal([9, 12], answer.Quotes.Select(q => q.Line));
    }

    [Fact]
    public async Task Ask_WhichOfTheClosedOnes_ChoosesAmongThem()
    {
        await talk.SayAsync("which roles are closed?");

        Assert.Equal([Closed.Id], (await talk.SayAsync("which of those are onsite?")).Postings.Select(p => p.Id));
    }

    [Fact]
    public async Task Ask_WhichOfTheClosedOnesAreOpen_FindsNone()
    {
        await talk.SayAsync("which roles are closed?");

        Assert.Empty((await talk.SayAsync("which of those are still open?")).Postings);
    }

    [Fact]
    public async Task Ask_HowManyAreClosed_CountsThem() => Assert.Equal(2, (await talk.SayAsync("how many roles are closed?")).Total);

    [Fact]
    public async Task Ask_ForThoseStillOpen_LeavesOutWhatIsPastItsDate()
    {
        var answer = await talk.SayAsync("which jobs are still open?");

        Assert.Equal([Examples.Harbour.Id], answer.Postings.Select(p => p.Id));
    }

    [Theory]
    [InlineData("is the Meadow frontend developer job still open?", "No: it is closed.", 12)]
    [InlineData("is the data engineer job still available?", "No: its closing date is past.", 9)]
    public async Task Ask_WhetherOneIsOpen_SaysNoWithItsLine(string asked, string verdict, int line)
    {
        var answer = await talk.SayAsync(asked);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.StartsWith(verdict, answer.Text, StringComparison.Ordinal);
        Assert.Equal(line, answer.Quotes[0].Line);
    }

    [Fact]
    public async Task Ask_WhetherOneIsOpenThatDoesNotSay_IsNotStated()
    {
        await talk.SayAsync("jobs at Harbour Labs");

        Assert.Equal(AnswerKind.NotStated, (await talk.SayAsync("is it still open?")).Kind);
    }

    [Fact]
    public async Task Ask_AFactOfAClosedRole_SaysThatItIsClosed()
    {
        var answer = await talk.SayAsync("what does the frontend developer job at Meadow pay?");

        Assert.Contains("150,000", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("This role is closed.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ASearchThatOnlyAClosedRoleFits_NamesIt()
    {
        var answer = await talk.SayAsync("react jobs");

        Assert.Equal(AnswerKind.NotInCatalogue, answer.Kind);
        Assert.Empty(answer.Postings);
        Assert.Contains("Frontend Developer at Meadow matches, but is closed.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_OfAPlaceThatOnlyAClosedRoleHas_PointsAtNone()
    {
        var answer = await talk.SayAsync("the San Francisco one, how do I apply?");

        Assert.Equal(AnswerKind.NotInCatalogue, answer.Kind);
    }
}
