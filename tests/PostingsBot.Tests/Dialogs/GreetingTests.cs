using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Dialogs;

public sealed class GreetingTests
{
    [Theory]
    [InlineData(1, "user1")]
    [InlineData(1, "bot", "user1")]
    [InlineData(0, "bot")]
    [InlineData(0)]
    public async Task MembersAdded_SomebodyElseThanTheBot_IsGreetedOnce(int greetings, params string[] added)
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded = [.. added.Select(id => new ChannelAccount(id))];

        var replies = await new BotTalk(Examples.Catalogue(), new MemoryStorage()).SendAsync(update);

        Assert.Equal(greetings, replies.Count);
        Assert.All(replies, reply => Assert.NotEmpty(reply.Attachments!));
    }
}
