namespace PostingsBot.Dialogs;

/// <summary>What every channel does with a turn that failed.</summary>
internal static class TurnFailure
{
    private const string Apology = "Something went wrong on my side, and I noted it. Please try again; if it keeps failing, say \"start over\".";

    public static Task ApologiseAsync(ITurnContext context, Exception error, ILogger logger)
    {
        HostLog.TurnFailed(logger, error, context.Activity.ChannelId);
        return context.Activity.Type switch
        {
            ActivityTypes.Message => context.SendActivityAsync(MessageFactory.Text(Apology)),
            ActivityTypes.Invoke => context.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 500 } }),
            _ => Task.CompletedTask,
        };
    }
}
