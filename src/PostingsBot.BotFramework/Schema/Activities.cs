namespace PostingsBot.BotFramework.Schema;

/// <summary>What all activities share.</summary>
public interface IActivity
{
    string Type { get; set; }
    string? Id { get; set; }
    string? ServiceUrl { get; set; }
    DateTimeOffset? Timestamp { get; set; }
    DateTimeOffset? LocalTimestamp { get; set; }
    string ChannelId { get; set; }
    ChannelAccount? From { get; set; }
    ConversationAccount Conversation { get; set; }
    ChannelAccount? Recipient { get; set; }
    string? ReplyToId { get; set; }
    IList<Entity>? Entities { get; set; }
    object? ChannelData { get; set; }

    T? GetChannelData<T>();
    bool TryGetChannelData<T>(out T? instance);
    ConversationReference GetConversationReference();
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);

    IMessageActivity? AsMessageActivity();
    IMessageUpdateActivity? AsMessageUpdateActivity();
    IMessageDeleteActivity? AsMessageDeleteActivity();
    IMessageReactionActivity? AsMessageReactionActivity();
    IConversationUpdateActivity? AsConversationUpdateActivity();
    IInstallationUpdateActivity? AsInstallationUpdateActivity();
    IInvokeActivity? AsInvokeActivity();
    IEventActivity? AsEventActivity();
    ITypingActivity? AsTypingActivity();
    IEndOfConversationActivity? AsEndOfConversationActivity();
}

public interface IMessageActivity : IActivity
{
    string? Locale { get; set; }
    string? Text { get; set; }
    string? Speak { get; set; }
    string? InputHint { get; set; }
    string? Summary { get; set; }
    string? TextFormat { get; set; }
    string? AttachmentLayout { get; set; }
    IList<Attachment>? Attachments { get; set; }
    SuggestedActions? SuggestedActions { get; set; }
    string? Importance { get; set; }
    string? DeliveryMode { get; set; }
    DateTimeOffset? Expiration { get; set; }
    object? Value { get; set; }

    bool HasContent();
    Mention[] GetMentions();
}

public interface IMessageUpdateActivity : IMessageActivity;

public interface IMessageDeleteActivity : IActivity;

public interface ITypingActivity : IActivity;

public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction>? ReactionsAdded { get; set; }
    IList<MessageReaction>? ReactionsRemoved { get; set; }
}

public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount>? MembersAdded { get; set; }
    IList<ChannelAccount>? MembersRemoved { get; set; }
    string? TopicName { get; set; }
    bool? HistoryDisclosed { get; set; }
}

public interface IInstallationUpdateActivity : IActivity
{
    /// <summary>"add" or "remove"; Teams also sends "add-upgrade" and "remove-upgrade".</summary>
    string? Action { get; set; }
}

public interface IInvokeActivity : IActivity
{
    string? Name { get; set; }
    object? Value { get; set; }
    ConversationReference? RelatesTo { get; set; }
}

public interface IEventActivity : IActivity
{
    string? Name { get; set; }
    object? Value { get; set; }
    ConversationReference? RelatesTo { get; set; }
}

public interface IEndOfConversationActivity : IActivity
{
    string? Code { get; set; }
    string? Text { get; set; }
}
