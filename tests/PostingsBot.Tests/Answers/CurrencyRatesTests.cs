using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>Harbour Labs states 70,000–90,000 EUR, Meadow 150,000 USD.</summary>
public sealed class CurrencyRatesTests
{
    private static readonly CurrencyRates Rates = new(new Dictionary<string, decimal> { ["USD"] = 1m, ["EUR"] = 1.25m });

    [Fact]
    public async Task Filter_NoRates_LeavesOtherCurrenciesOutAndSaysSo()
    {
        var answer = await AskAsync(CurrencyRates.None, "jobs over 100k dollars");

        Assert.Equal(["Frontend Developer"], answer.Postings.Select(p => p.Title.Value));
        Assert.Contains("I do not convert", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_WithRates_ComparesConvertedAndNamesTheRate()
    {
        var answer = await AskAsync(Rates, "jobs over 100k dollars");

        Assert.Equal(["Frontend Developer", "Senior Backend Engineer"], answer.Postings.Select(p => p.Title.Value).Order());
        Assert.Contains("1 USD = 0.8 EUR", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_WithRatesAboveTheConvertedPay_LeavesItOut() =>
        Assert.Equal(["Frontend Developer"], (await AskAsync(Rates, "jobs over 120k dollars")).Postings.Select(p => p.Title.Value));

    [Theory]
    [InlineData(false, "I do not convert, so I do not say which is higher")]
    [InlineData(true, "Frontend Developer at Meadow states the higher pay")]
    public async Task Compare_TwoCurrencies_SaysWhichIsHigherOnlyByRates(bool hasRates, string expected) =>
        Assert.Contains(expected, (await AskAsync(hasRates ? Rates : CurrencyRates.None, "which pays more, Harbour Labs or Meadow?")).Text, StringComparison.Ordinal);

    private static async Task<Answer> AskAsync(CurrencyRates rates, string text) =>
        (await new Assistant(Examples.Catalogue(), rates).AskAsync(text, Conversation.Empty, Talk.Today, CancellationToken.None)).Answer;
}
