using PostingsBot.Cards;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Workers;

public sealed class WarmUpTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_AnyChannels_EndsWithoutFailure(bool hearsSlack) =>
        Assert.Null(await WarmUp.FailureOfAsync(WarmUp.RunAsync(new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder)), hearsSlack)));
}
