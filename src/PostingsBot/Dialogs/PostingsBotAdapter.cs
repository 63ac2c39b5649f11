namespace PostingsBot.Dialogs;

/// <summary>The Bot Framework endpoint. A turn that fails is logged and answered with an apology, never with silence.</summary>
internal sealed class PostingsBotAdapter : CloudAdapter
{
    public PostingsBotAdapter(BotFrameworkAuthentication authentication, ILogger<PostingsBotAdapter> logger)
        : base(authentication, logger)
    {
        OnTurnError = (context, error) => TurnFailure.ApologiseAsync(context, error, logger);
    }
}
