using PostingsBot.BotSdk;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Reads what a client posts and fills in what only the channel may say: who sent it, where, when, and to whom.
/// </summary>
internal static class IncomingActivity
{
    private static readonly string[] Accepted = [ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing];

    public static Activity? Read(ReadOnlySpan<byte> json, out DirectLineError? error)
    {
        var activity = ActivityText.Read(json, out var fault);
        error = activity switch
        {
            _ when fault is not null => DirectLineErrors.BadActivity($"The body is not an activity in JSON: {fault}."),
            null => DirectLineErrors.BadActivity("The body is empty. Send an activity, for example {\"type\":\"message\",\"text\":\"hello\"}."),
            { Type: null or "" } => DirectLineErrors.BadActivity("The activity has no type. Send \"type\":\"message\"."),
            _ when !Accepted.Contains(activity.Type) => DirectLineErrors.BadActivity($"Clients may send activities of type {string.Join(", ", Accepted)}; this one has another."),
            _ => null,
        };
        return error is null ? activity : null;
    }

    /// <summary>An activity that tells the bot about a new conversation and its member.</summary>
    public static Activity Began(DirectLineToken token, DateTimeOffset now) =>
        Address(new Activity(ActivityTypes.ConversationUpdate) { Id = $"{token.Conversation}|began", MembersAdded = [new ChannelAccount { Id = token.User }] }, token, now);

    public static Activity Address(Activity activity, DirectLineToken token, DateTimeOffset now)
    {
        activity.ChannelId = DirectLineAdapter.ChannelId;
        activity.ServiceUrl = DirectLineAdapter.ServiceUrl;
        activity.Conversation = new ConversationAccount { Id = token.Conversation };
        activity.From = new ChannelAccount { Id = token.User, Name = token.IsSignedIn ? token.Name : activity.From?.Name, Role = "user" };
        activity.Recipient = DirectLineAdapter.Bot;
        activity.Timestamp = now;
        activity.DeliveryMode = null;
        activity.RelatesTo = null;
        activity.MembersRemoved = null;
        // Files come by upload: an address that a client names is not fetched.
        activity.Attachments = null;
        return activity;
    }
}
