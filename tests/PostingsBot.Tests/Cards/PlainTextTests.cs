using PostingsBot.Cards;
using PostingsBot.Core.Answers;

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
    public void Of_AnyAnswer_HasNoControlCharacters()
    {
        foreach (var text in SampleAnswers.All("\u202Ea\u0007\u001b[31m\nb").Select(PlainText.Of))
            Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c == '\u202E');
    }
}
