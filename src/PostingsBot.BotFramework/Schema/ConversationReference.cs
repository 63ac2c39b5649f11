namespace PostingsBot.BotFramework.Schema;

/// <summary>
/// Where a conversation can be continued later. <see cref="ChannelId"/> and <see cref="Conversation"/> are required.
/// Keep <see cref="ServiceUrl"/> only from an authenticated request.
/// </summary>
public class ConversationReference
{
    public string? ActivityId { get; set; }
    public ChannelAccount? User { get; set; }
    public ChannelAccount? Bot { get; set; }
    public ConversationAccount Conversation { get; set; } = null!;
    public string ChannelId { get; set; } = null!;
    public string? Locale { get; set; }
    public string? ServiceUrl { get; set; }

    /// <summary>The event activity with which a proactive turn begins.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = ActivityId,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
