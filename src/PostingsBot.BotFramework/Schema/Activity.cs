using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostingsBot.BotFramework.Schema;

/// <summary>
/// One message of the Bot Framework protocol, the union of all activity types.
/// The protocol requires <see cref="Type"/>, <see cref="ChannelId"/> and <see cref="Conversation"/> with an id:
/// the HTTP adapter refuses what lacks them, so a turn may rely on them.
/// Object-typed members hold a <see cref="JsonElement"/> when they were read from JSON.
/// </summary>
public partial class Activity :
    IMessageActivity, IMessageUpdateActivity, IMessageDeleteActivity, IMessageReactionActivity,
    IConversationUpdateActivity, IInstallationUpdateActivity, IInvokeActivity, IEventActivity,
    ITypingActivity, IEndOfConversationActivity
{
    /// <summary>Content type of an activity sent as a part of a multipart body.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    public Activity() { }

    public Activity(string? type, string? id = null)
    {
        Type = type!;
        Id = id;
    }

    public string Type { get; set; } = null!;
    public string? Id { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public DateTimeOffset? LocalTimestamp { get; set; }
    public string? LocalTimezone { get; set; }
    /// <summary>Who called, as found by authentication. Never read from the wire, never sent.</summary>
    [JsonIgnore]
    public string? CallerId { get; set; }
    public string? ServiceUrl { get; set; }
    public string ChannelId { get; set; } = null!;
    public ChannelAccount? From { get; set; }
    public ConversationAccount Conversation { get; set; } = null!;
    public ChannelAccount? Recipient { get; set; }
    public string? TextFormat { get; set; }
    public string? AttachmentLayout { get; set; }
    public IList<ChannelAccount>? MembersAdded { get; set; }
    public IList<ChannelAccount>? MembersRemoved { get; set; }
    public IList<MessageReaction>? ReactionsAdded { get; set; }
    public IList<MessageReaction>? ReactionsRemoved { get; set; }
    public string? TopicName { get; set; }
    public bool? HistoryDisclosed { get; set; }
    public string? Locale { get; set; }
    public string? Text { get; set; }
    public string? Speak { get; set; }
    public string? InputHint { get; set; }
    public string? Summary { get; set; }
    public SuggestedActions? SuggestedActions { get; set; }
    public IList<Attachment>? Attachments { get; set; }
    public IList<Entity>? Entities { get; set; }
    public object? ChannelData { get; set; }
    public string? Action { get; set; }
    public string? ReplyToId { get; set; }
    public string? Label { get; set; }
    public string? ValueType { get; set; }
    public object? Value { get; set; }
    public string? Name { get; set; }
    public ConversationReference? RelatesTo { get; set; }
    public string? Code { get; set; }
    public DateTimeOffset? Expiration { get; set; }
    public string? Importance { get; set; }
    public string? DeliveryMode { get; set; }
    public IList<string>? ListenFor { get; set; }

    /// <summary>Fields of the JSON that this type does not name; written back as they were.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
