using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Cards;

public sealed class PlainTextTests
{
    [Fact]
    public void Sources_FactFromTheFileName_NamesTheFileWithoutALine() =>
        Assert.Equal("jobs/2015-05-31-engineer.md", Sources.Of("jobs/2015-05-31-engineer.md", 0));

    [Fact]
    public void Of_RoleList_ListsRolesWithTheirSources() => Assert.Equal(
        """
        I read “Cook” as “Cook”.
        Cook
        1. Cook – Cook
           remote, Germany only, Cook · senior · EUR 90,000–120,000.5 per year · posted 2017-07-27
           “Cook” [seeds/sample.txt:3]
        1 of 3 – say “more” for the next ones
        Narrow down: Cook (2)
        Understood as: Cook
        Try: “Cook”
        """,
        PlainText.Of(SampleAnswers.Roles("Cook", 1)));

    [Fact]
    public void Of_NotStated_SaysTheSentenceOnly() =>
        Assert.Equal("The posting does not state pay.", PlainText.Of(new NotStatedAnswer("Cook", "pay") { Text = "The posting does not state pay." }));

    [Fact]
    public void Of_Fact_SaysEachThingOnce()
    {
        var quote = new Quote("Remote (US Only)", "seeds/a.txt", 3);
        var answer = new FactAnswer("Cook", [new FactRow("workplace", "remote", quote), new FactRow("pay", null, null)]) { Text = "It is remote.", Quotes = [quote] };
        Assert.Equal("It is remote.\n   “Remote (US Only)” [seeds/a.txt:3]\nPay: not stated", PlainText.Of(answer));
    }

    [Fact]
    public void Of_DetailOfARoleInSeveralPlaces_NamesTheOthers()
    {
        var detail = SampleAnswers.Detail("Cook", 0);
        var sources = new[] { new PostingSource("lists/README.md", 12, new LocalDate(2026, 1, 5), null), new PostingSource("old/cook.md", 1, null, null) };

        var text = PlainText.Of(detail with { Posting = detail.Posting with { Sources = sources } });

        Assert.Contains("\nAlso in: lists/README.md line 12 (posted 2026-01-05); old/cook.md line 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Also in", PlainText.Of(detail), StringComparison.Ordinal);
    }

    [Fact]
    public void Others_VeryMany_NamesFiveAndCountsTheRest()
    {
        var posting = SampleAnswers.Posting("Cook", 1) with { Sources = [.. Enumerable.Range(1, 8).Select(i => new PostingSource($"{i}.md", i, null, null))] };

        Assert.Equal("Also in: 1.md line 1; 2.md line 2; 3.md line 3; 4.md line 4; 5.md line 5; and 3 more", Sources.Others(posting));
    }

    [Fact]
    public void Of_AnyAnswer_HasNoControlCharacters()
    {
        foreach (var text in SampleAnswers.All("\u202Ea\u0007\u001b[31m\nb").Select(PlainText.Of))
            Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c == '\u202E');
    }
}
