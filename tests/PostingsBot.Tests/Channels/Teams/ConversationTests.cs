using PostingsBot.Channels.Teams;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Teams;

public sealed class ConversationTests
{
    private const string Us = "<at>PostingsBot</at>";
    private const string Them = "<at>Ada &amp; Co</at>";

    private readonly TeamsTalk talk = new();

    [Theory]
    [InlineData(Us + " remote roles", "remote roles", "bot")]
    [InlineData("remote " + Us + " roles", "remote   roles", "bot")]
    [InlineData(Us + Us + "remote roles\n", "remote roles", "bot", "bot")]
    [InlineData(Us + " and " + Us + " remote roles", "and   remote roles", "bot")]
    [InlineData(Us + " roles for " + Them, "roles for Ada & Co", "bot", "them")]
    [InlineData(Them + " look, " + Us + " remote roles", "Ada & Co look,   remote roles", "them", "bot")]
    [InlineData(Us + " and " + Us + " roles", "PostingsBot and   roles", "namesake", "bot")]
    [InlineData("remote roles", "remote roles")]
    [InlineData(Us + " roles", Us + " roles")]
    [InlineData(Us, "", "bot")]
    public void SpokenText_Mentions_OursGoAndOthersKeepTheirName(string text, string spoken, params string[] mentioned) => Assert.Equal(spoken, SpokenText.Of(SdkJson.Arrived(new Activity
    {
        Text = text,
        Recipient = new ChannelAccount("28:bot"),
        Entities = [.. mentioned.Select(who => new Mention { Mentioned = new ChannelAccount("28:" + who), Text = who is "them" ? Them : Us })],
    })));

    [Fact]
    public async Task Channel_Mentioned_AnswersInTheThread()
    {
        var reply = Assert.Single(await talk.SayAsync(Us + " remote roles", Place.Thread("7"), null, (TeamsTalk.Bot, Us)));

        Assert.Equal(Place.Thread("7").Id, reply.Conversation.Id);
        Assert.NotNull(reply.ReplyToId);
        Assert.Contains("Data Engineer", TeamsTalk.Words(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_TwoThreads_AreTwoConversations()
    {
        await talk.SayAsync(Us + " remote roles", Place.Thread("1"), null, (TeamsTalk.Bot, Us));
        await talk.SayAsync(Us + " frontend roles", Place.Thread("2"), null, (TeamsTalk.Bot, Us));

        var first = Assert.Single(await talk.SayAsync(Us + " tell me about the second", Place.Thread("1"), null, (TeamsTalk.Bot, Us)));
        var second = Assert.Single(await talk.SayAsync(Us + " tell me about the second", Place.Thread("2"), null, (TeamsTalk.Bot, Us)));

        Assert.Contains("Data Engineer", TeamsTalk.Words(first), StringComparison.Ordinal);
        Assert.DoesNotContain("Data Engineer", TeamsTalk.Words(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel", 0)]
    [InlineData("groupChat", 0)]
    [InlineData("personal", 1)]
    public async Task Said_ToSomebodyElseOnly_IsNotOursWhereOthersReadAlong(string type, int replies)
    {
        Assert.Equal(replies, (await talk.SayAsync(Them + " remote roles", new Place("19:x", type), null, ("29:grace", Them))).Count);
        Assert.Equal(replies > 0, talk.Store.Writes > 0);
    }

    [Fact]
    public async Task Said_MentionOfAnotherShape_IsAnswered()
    {
        var message = SdkJson.Activity("""{"type":"message","text":"remote roles","entities":[{"type":"mention","mentioned":7,"text":[]}]}""");

        Assert.Contains("Data Engineer", TeamsTalk.Words(Assert.Single(await talk.SendAsync(message))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personal", 3)]
    [InlineData("groupChat", 0)]
    [InlineData("channel", 0)]
    public async Task Words_WithoutACard_PromptOnlyWhereAPersonIsAlone(string type, int prompts)
    {
        var reply = Assert.Single(await talk.SayAsync("start over", new Place("19:x", type)));

        Assert.Empty(reply.Attachments ?? []);
        Assert.Equal(prompts, reply.SuggestedActions?.Actions?.Count ?? 0);
    }
}
