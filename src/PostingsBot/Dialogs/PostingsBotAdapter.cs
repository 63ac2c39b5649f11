using PostingsBot.BotSdk;

namespace PostingsBot.Dialogs;

/// <summary>The Bot Framework endpoint. A turn that fails is logged and answered with an apology, never with silence.</summary>
internal sealed class PostingsBotAdapter : CloudAdapter
{
    /// <summary>Nobody needs to be told that an answer is coming which comes sooner.</summary>
    private const int TypingAfterMilliseconds = 1000;

    public PostingsBotAdapter(BotFrameworkAuthentication authentication, ILogger<PostingsBotAdapter> logger)
        : base(authentication, logger)
    {
        BotTurns.KeepInOrder(this);
        Use(new ShowTypingMiddleware(TypingAfterMilliseconds));
        OnTurnError = (context, error) => TurnFailure.ApologiseAsync(context, error, logger);
    }
}
