namespace PostingsBot.BotFramework.Builder;

/// <summary>Saves states after each turn that ended without an exception.</summary>
public class AutoSaveStateMiddleware(params BotState[] botStates) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken);
        foreach (var state in botStates) await state.SaveChangesAsync(turnContext, false, cancellationToken);
    }
}
