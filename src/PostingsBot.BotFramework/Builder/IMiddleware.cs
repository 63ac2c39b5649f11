namespace PostingsBot.BotFramework.Builder;

public interface IMiddleware
{
    /// <summary>Runs around the turn. Not calling <paramref name="next"/> ends the turn before the bot.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
