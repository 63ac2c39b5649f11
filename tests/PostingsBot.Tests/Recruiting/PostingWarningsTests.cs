using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Recruiting;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Recruiting;

public sealed class PostingWarningsTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public void Of_WholePosting_None() => Assert.Empty(PostingWarnings.Of(Examples.Harbour, "We build harbours.\nYou know Go.", [], Today));

    [Fact]
    public void Of_NothingStated_EachIsMissed() =>
        Assert.Equal([WarningCode.NoPay, WarningCode.NoPlace, WarningCode.NoApply], Codes(Examples.Harbour with { Salaries = [], Locations = [], Workplace = null, ApplyUrl = null }));

    [Fact]
    public void Of_RemoteWithoutAPlace_NoPlaceIsMissed() => Assert.Empty(Codes(Examples.Harbour with { Locations = [] }));

    [Fact]
    public void Of_OneFigure_AsksForARange() => Assert.Equal([WarningCode.NoPay], Codes(Examples.Harbour with { Salaries = [Said(new Salary(90_000, 90_000, "EUR", PayPeriod.Year))] }));

    [Fact]
    public void Of_PayWithoutCurrency_SaidWithItsLine()
    {
        var warning = Assert.Single(PostingWarnings.Of(Examples.Harbour with { Salaries = [Said(new Salary(1, 2, null, PayPeriod.Year))] }, "", [], Today));

        Assert.Equal((WarningCode.UnknownCurrency, new Evidence(3, 3, "said")), (warning.Code, warning.Evidence));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void Of_ClosingDate_OnlyOneThatHasPassedWarns(int days, int warnings) =>
        Assert.Equal(Enumerable.Repeat(WarningCode.PastClosing, warnings), Codes(Examples.Harbour with { ValidThrough = Said(Today.PlusDays(days)) }));

    [Fact]
    public void Of_LookAlike_NamesIt()
    {
        var warning = Assert.Single(PostingWarnings.Of(Examples.Harbour, "", [Examples.Meadow], Today));

        Assert.Equal((WarningCode.LookAlike, Examples.Meadow.Id), (warning.Code, warning.Role));
        Assert.Contains("Frontend Developer at Meadow", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We want a coding ninja.", "ninja")]
    [InlineData("A Rock Star developer", "Rock Star")]
    [InlineData("Join our young and dynamic company", "young and dynamic")]
    [InlineData("You are a native speaker of English", "native speaker")]
    [InlineData("Deutsch auf Muttersprachniveau, Muttersprachler bevorzugt", "Muttersprachler")]
    [InlineData("The candidate: he/she will sell", "he/she")]
    [InlineData("Only men, age limit 35", "age limit")]
    [InlineData("Work hard, play hard!", "Work hard, play hard")]
    public void Of_WordingThatKeepsPeopleAway_QuotesItWithBetterWords(string line, string quoted)
    {
        var warning = Assert.Single(PostingWarnings.Of(Examples.Harbour, "One.\n" + line, [], Today));

        Assert.Equal((WarningCode.Wording, 2, line), (warning.Code, warning.Evidence!.FirstLine, warning.Evidence.Text));
        Assert.StartsWith($"“{quoted}”", warning.Text, StringComparison.Ordinal);
        Assert.Contains("Better: ", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We manage the salesforce and a mature codebase.")]
    [InlineData("Our younger colleagues speak English natively.")]
    [InlineData("The alpha release of our product.")]
    public void Of_OrdinaryWords_NoHint(string line) => Assert.Empty(PostingWarnings.Of(Examples.Harbour, line, [], Today));

    [Fact]
    public void Of_SameWordsTenTimes_ToldOnce() => Assert.Single(PostingWarnings.Of(Examples.Harbour, string.Concat(Enumerable.Repeat("ninja wanted\n", 10)), [], Today));

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<img src=x onerror=alert(1)>", "script")]
    [InlineData("Hello <!channel>", "mention")]
    [InlineData("Hello @everyone", "mention")]
    [InlineData("Hello <at>All</at>", "mention")]
    public void Of_ScriptsAndMentions_ToldAsDefused(string line, string what)
    {
        var warning = Assert.Single(PostingWarnings.Of(Examples.Harbour, line, [], Today));

        Assert.Equal(WarningCode.Defused, warning.Code);
        Assert.Contains(what, warning.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<WarningCode> Codes(Posting posting) => PostingWarnings.Of(posting, "", [], Today).Select(warning => warning.Code);

    private static Stated<T> Said<T>(T value)
        where T : notnull => new(value, new Evidence(3, 3, "said"));
}
