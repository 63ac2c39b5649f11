namespace PostingsBot.Tests.Subscriptions;

/// <summary>A message that somebody says in a conversation.</summary>
internal static class Spoken
{
    public static Activity In(string channel, string conversation, string? type, bool? isGroup) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = channel,
        ServiceUrl = "https://channel.example/",
        From = new ChannelAccount(channel == "slack" ? "T1:U1" : "29:1", "Ada"),
        Recipient = new ChannelAccount("28:bot", "PostingsBot"),
        Conversation = new ConversationAccount { Id = conversation, ConversationType = type, IsGroup = isGroup, TenantId = "T1", Name = "Hiring" },
        Text = "send me new rust roles",
    };
}
