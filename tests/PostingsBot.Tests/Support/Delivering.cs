namespace PostingsBot.Tests.Support;

internal static class Delivering
{
    /// <summary>
    /// One turn for an activity as its channel sent it. The SDK's test adapter would give it a conversation, an address and an id of its own, and the hour of this machine.
    /// </summary>
    public static Task DeliverAsync(this TestAdapter adapter, Activity activity, BotCallbackHandler callback)
    {
        var (id, hour) = (activity.Id, activity.LocalTimestamp);
        var here = adapter.Conversation;
        (here.Conversation, here.ServiceUrl, here.Bot) = (activity.Conversation ?? here.Conversation, activity.ServiceUrl ?? here.ServiceUrl, activity.Recipient ?? here.Bot);
        return adapter.ProcessActivityAsync(activity, (context, ct) =>
        {
            (context.Activity.Id, context.Activity.LocalTimestamp) = (id ?? context.Activity.Id, hour);
            return callback(context, ct);
        });
    }
}
