namespace PostingsBot.Channels.Teams;

/// <summary>What it takes to write to a chat or a channel later. No names of people.</summary>
internal sealed record KnownConversation
{
    public required string ConversationId { get; init; }

    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public required string ServiceUrl { get; init; }

    public required string BotId { get; init; }

    /// <summary>Who chats with the bot; null where several people read along.</summary>
    public string? UserId { get; init; }

    /// <summary>Null when the activity lacks an id or an address to answer to.</summary>
    public static KnownConversation? Of(Activity activity) =>
        activity is { Conversation.Id.Length: > 0, ServiceUrl.Length: > 0, Recipient.Id.Length: > 0 }
            ? new KnownConversation
            {
                ConversationId = TeamsScope.RootOf(activity.Conversation.Id),
                ConversationType = activity.Conversation.ConversationType,
                TenantId = activity.Conversation.TenantId,
                ServiceUrl = activity.ServiceUrl,
                BotId = activity.Recipient.Id,
                UserId = TeamsScope.IsPersonal(activity) ? activity.From?.Id : null,
            }
            : null;

    public ConversationReference ToReference() => new()
    {
        ChannelId = TeamsScope.Channel,
        ServiceUrl = ServiceUrl,
        Bot = new ChannelAccount { Id = BotId },
        User = UserId is null ? null : new ChannelAccount { Id = UserId },
        Conversation = new ConversationAccount { Id = ConversationId, ConversationType = ConversationType, TenantId = TenantId, IsGroup = ConversationType is "channel" or "groupChat" },
    };
}
