namespace PostingsBot.Tests.BotFramework.Fakes;

/// <summary>A bot made of one method.</summary>
internal sealed class DelegateBot(BotCallbackHandler turn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
}
