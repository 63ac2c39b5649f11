namespace PostingsBot.BotFramework.Builder;

public interface IBot
{
    /// <summary>Handles one incoming activity. Exceptions go to <see cref="BotAdapter.OnTurnError"/>.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
