namespace PostingsBot.BotFramework.Builder;

/// <summary>
/// Remembers the last activities of all conversations, so that a channel that delivers one again (Teams does when it waited over 15 seconds)
/// gets no second turn. Kept in memory: after a restart, or on another instance, a repeat is a new activity.
/// </summary>
internal sealed class DeliveredActivities
{
    public const int MostRemembered = 20_000;

    private readonly RecentKeys<Key> _keys = new(MostRemembered);

    /// <summary>False when it was delivered before and is not forgotten.</summary>
    public bool IsFirst(Activity activity) => KeyOf(activity) is not { } key || _keys.TryAdd(key);

    /// <summary>Its turn failed without an answer: it may come again.</summary>
    public void Forget(Activity activity)
    {
        if (KeyOf(activity) is { } key) _keys.Remove(key);
    }

    // An edit has its message's id, and each one counts. Invokes and expectReplies are answered in the response: whoever repeats them lost it.
    private static Key? KeyOf(Activity activity) =>
        string.IsNullOrEmpty(activity.Id) || activity.DeliveryMode == DeliveryModes.ExpectReplies
        || activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.Invoke or ActivityTypes.Typing
            ? null
            : new Key(activity.Type, activity.ChannelId, activity.Conversation.Id, activity.Id);

    private readonly record struct Key(string Type, string ChannelId, string ConversationId, string Id);
}
