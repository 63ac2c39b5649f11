namespace PostingsBot.BotFramework.Builder;

/// <summary>Shows that the bot is typing while a message is being answered. Times in milliseconds.</summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;
    private readonly TimeProvider _time;

    public ShowTypingMiddleware(int delay = 500, int period = 2000) : this(delay, period, TimeProvider.System) { }

    internal ShowTypingMiddleware(int delay, int period, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        (_delay, _period, _time) = (TimeSpan.FromMilliseconds(delay), TimeSpan.FromMilliseconds(period), time);
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        // Replies in the HTTP response arrive together with the end of the turn: typing would show nothing.
        if (turnContext.Activity is not { Type: ActivityTypes.Message, DeliveryMode: not DeliveryModes.ExpectReplies })
        {
            await next(cancellationToken);
            return;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = ShowAsync(turnContext, stop.Token);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await typing;
        }
    }

    private async Task ShowAsync(ITurnContext turnContext, CancellationToken stop)
    {
        try
        {
            await Task.Delay(_delay, _time, stop);
            while (!stop.IsCancellationRequested)
            {
                var typing = new Activity(ActivityTypes.Typing).ApplyConversationReference(turnContext.Activity.GetConversationReference());
                // Not through the turn: typing is no response.
                await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], stop);
                await Task.Delay(_period, _time, stop);
            }
        }
        catch (Exception)
        {
            // A courtesy: the turn ended, or the channel shows no typing. The answer must not fail with it.
        }
    }
}
