namespace PostingsBot.Tests.BotFramework;

public class ActivityRoutingTests
{
    [Theory]
    [InlineData("message", "directline", "7")]
    [InlineData("conversationUpdate", "directline", null)]
    [InlineData("conversationUpdate", "webchat", null)]
    [InlineData("conversationUpdate", "msteams", "7")]
    [InlineData("invoke", "webchat", "7")]
    public void GetConversationReference_ByTypeAndChannel_NamesTheActivityToReplyTo(string type, string channel, string? expected)
    {
        var activity = Incoming(type, channel);

        Assert.Equal(expected, activity.GetConversationReference().ActivityId);
        Assert.Equal(expected, activity.CreateReply("hi").ReplyToId);
    }

    [Fact]
    public void CreateReply_Message_GoesBackToTheSender()
    {
        var reply = Incoming("message", "msteams").CreateReply("hi");

        Assert.Equal(("bot", "user", "c", "msteams", "http://localhost", "de"),
            (reply.From!.Id, reply.Recipient!.Id, reply.Conversation.Id, reply.ChannelId, reply.ServiceUrl, reply.Locale));
        Assert.NotNull(reply.Attachments);
        Assert.Null(reply.Id);
    }

    [Fact]
    public void ApplyConversationReference_Incoming_SwapsTheSides()
    {
        var reference = Incoming("message", "msteams").GetConversationReference();

        var incoming = new Activity(ActivityTypes.Event).ApplyConversationReference(reference, isIncoming: true);
        var outgoing = new Activity(ActivityTypes.Message).ApplyConversationReference(reference);

        Assert.Equal(("user", "bot", "7"), (incoming.From!.Id, incoming.Recipient!.Id, incoming.Id));
        Assert.Equal(("bot", "user", "7"), (outgoing.From!.Id, outgoing.Recipient!.Id, outgoing.ReplyToId));
    }

    [Fact]
    public void GetContinuationActivity_Reference_IsAnEventFromTheUser()
    {
        var activity = Incoming("message", "msteams").GetConversationReference().GetContinuationActivity();

        Assert.Equal(("event", "ContinueConversation", "user", "bot", "c"),
            (activity.Type, activity.Name, activity.From!.Id, activity.Recipient!.Id, activity.Conversation.Id));
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/final", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void AsMessageActivity_ByType_IsNullForOthers(string? type, bool expected) =>
        Assert.Equal(expected, new Activity(type).AsMessageActivity() is not null);

    [Fact]
    public void HasContent_ByMembers_TellsEmptyMessages()
    {
        Assert.False(new Activity { Text = " ", Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "a" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = 1 }.HasContent());
    }

    private static Activity Incoming(string type, string channel) => new(type, "7")
    {
        ChannelId = channel,
        ServiceUrl = "http://localhost",
        Locale = "de",
        From = new ChannelAccount("user", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: "c"),
    };
}
