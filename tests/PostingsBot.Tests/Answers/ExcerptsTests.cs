using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;

namespace PostingsBot.Tests.Answers;

/// <summary>Of a line that is a page long the part is quoted that was asked for, as it is written.</summary>
public class ExcerptsTests
{
    private const string Page = "HERON BUILDS NETS. " + Filler + "COMPENSATION The range for this position is $200,000 - $300,000/year. " + Filler + "We sit together in person in Leeds. " + Filler + "BENEFITS Relocation assistance and lunch. " + Filler;
    private const string Filler = "Our people mend what the sea has torn, day by day, and they are glad of each knot that holds, for a net is only as good as its weakest mesh, and nobody knows that better than the people who made it with their own hands in the long dark evenings of the north. ";

    [Theory]
    [InlineData("do they help with relocation?", "BENEFITS Relocation assistance and lunch.")]
    [InlineData("what is the range of the compensation", "COMPENSATION The range for this position is $200,000 - $300,000/year.")]
    public void Of_LongLine_IsCutToWhatWasAsked(string asked, string held)
    {
        var quote = Assert.Single(Excerpts.Of(Quoted(Page), new Question(Intent.FindRoles) { Text = asked }).Quotes);

        Assert.StartsWith(held, quote.Text, StringComparison.Ordinal);
        Assert.Contains(quote.Text, Page, StringComparison.Ordinal);
        Assert.InRange(quote.Text.Length, held.Length, 300);
        Assert.Equal(("a.md", 3), (quote.File, quote.Line));
    }

    [Fact]
    public void Of_FactOfALongLine_IsCutToItsOwnWords()
    {
        var answer = new FactAnswer("Netmaker", [new FactRow("Workplace", "onsite", new Quote(Page, "a.md", 3)), new FactRow("Text", Page, new Quote(Page, "a.md", 3))]) { Text = "onsite", Quotes = [new Quote(Page, "a.md", 3)] };

        var cut = Assert.IsType<FactAnswer>(Excerpts.Of(answer, new Question(Intent.Fact) { Text = "is it remote?", Field = RoleField.Workplace }));

        Assert.StartsWith("We sit together in person", cut.Facts[0].Source!.Text, StringComparison.Ordinal);
        Assert.Equal("onsite", cut.Facts[0].Value);
        Assert.Equal(cut.Facts[1].Source!.Text, cut.Facts[1].Value);
        Assert.Equal(cut.Facts[0].Source, cut.Quotes[0]);
    }

    [Theory]
    [InlineData(Page, "anything with xylophones")]
    [InlineData("We sit together in person.", "is it remote?")]
    public void Of_ShortLineOrNoneOfTheWords_StaysWhole(string line, string asked) =>
        Assert.Equal(line, Excerpts.Of(Quoted(line), new Question(Intent.FindRoles) { Text = asked }).Quotes[0].Text);

    private static MessageAnswer Quoted(string line) => new(AnswerKind.Other) { Text = "", Quotes = [new Quote(line, "a.md", 3)] };
}
