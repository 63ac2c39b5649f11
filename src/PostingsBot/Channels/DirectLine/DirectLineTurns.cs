using PostingsBot.Dialogs;

namespace PostingsBot.Channels.DirectLine;

/// <summary>Runs the bot's turn for what a client sent. A turn goes on when its client hangs up: what was accepted is answered.</summary>
internal sealed class DirectLineTurns(
    DirectLineAdapter adapter, DirectLineOptions options, IServiceScopeFactory scopes, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<DirectLineTurns> log)
{
    /// <summary>Null when the bot has answered.</summary>
    public async Task<DirectLineError?> RunAsync(DirectLineConversation conversation, DirectLineToken token, Activity activity, UploadedFiles files)
    {
        if (!conversation.TryEnter()) return DirectLineErrors.TooManyMessages;
        try
        {
            // The client takes its message for delivered when it comes back on the stream.
            if (activity.Type is ActivityTypes.Message or ActivityTypes.Event) conversation.Append(activity);
            return await RunBotAsync(activity, files, token.IsSignedIn);
        }
        finally
        {
            conversation.Leave();
        }
    }

    private async Task<DirectLineError?> RunBotAsync(Activity activity, UploadedFiles files, bool isSignedIn)
    {
        using var timeout = new CancellationTokenSource(options.TurnTimeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, lifetime.ApplicationStopping);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await adapter.ProcessAsync(activity, files, isSignedIn, scope.ServiceProvider.GetRequiredService<IBot>(), ended.Token);
            return null;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return DirectLineErrors.BotTimedOut;
        }
        catch (Exception fault)
        {
            HostLog.TurnFailed(log, fault, activity.ChannelId);
            return DirectLineErrors.BotFailed;
        }
    }
}
