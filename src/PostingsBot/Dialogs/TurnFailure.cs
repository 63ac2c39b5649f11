using PostingsBot.Storage;

namespace PostingsBot.Dialogs;

/// <summary>What every channel does with a turn that failed.</summary>
internal static class TurnFailure
{
    private const string Apology = "Something went wrong on my side, and I noted it. Please try again; if it keeps failing, say \"start over\".";

    private const string OutOfReach = "I cannot reach my database at the moment, so I could not do that. Nothing was changed; please try again in a minute.";

    public static Task ApologiseAsync(ITurnContext context, Exception error, ILogger logger)
    {
        if (error is WarmingUpException)
            return AnswerAsync(context, error.Message, StatusCodes.Status503ServiceUnavailable);
        HostLog.TurnFailed(logger, error, context.Activity.ChannelId);
        return error is StorageUnavailableException
            ? AnswerAsync(context, OutOfReach, StatusCodes.Status503ServiceUnavailable)
            : AnswerAsync(context, Apology, StatusCodes.Status500InternalServerError);
    }

    private static Task AnswerAsync(ITurnContext context, string words, int invokeStatus)
    {
        return context.Activity.Type switch
        {
            ActivityTypes.Message => context.SendActivityAsync(MessageFactory.Text(words)),
            ActivityTypes.Invoke => context.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = invokeStatus } }),
            _ => Task.CompletedTask,
        };
    }
}
