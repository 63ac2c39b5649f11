using System.Net;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Dialogs;

/// <summary>Buttons as each channel has them: Action.Submit is a message, Action.Execute an invoke that is answered in its response.</summary>
public sealed class CardButtonTests
{
    [Theory]
    [InlineData("msteams", "Action.Execute")]
    [InlineData("webchat", "Action.Submit")]
    [InlineData("emulator", "Action.Submit")]
    [InlineData("unheard-of", "Action.Submit")]
    public async Task Card_OnAChannel_HasTheButtonsItTakes(string channel, string expected)
    {
        var reply = await Talk(channel).SayAsync("remote roles");

        var card = SdkJson.Card(Assert.Single(reply.Attachments!).Content);
        var buttons = CardWalk.Objects(card).Where(o => !CardWalk.IsData(o) && o.ContainsKey("data")).Select(o => (string?)o["type"]).Where(type => type?.StartsWith("Action.", StringComparison.Ordinal) == true).ToList();
        Assert.Contains(expected, buttons);
        Assert.Contains("detail", card.ToJsonString(), StringComparison.Ordinal);
        if (channel != "msteams")
            Assert.DoesNotContain("Action.Execute", buttons);
    }

    [Theory]
    [InlineData("""{"type":"Action.Execute","verb":"ask","data":{"verb":"ask","say":"remote roles"}}""", "Data Engineer")]
    [InlineData("""{"type":"Action.Execute","verb":"detail","data":{"verb":"detail","id":"aaaaaaaaa2"}}""", "Frontend Developer")]
    [InlineData("""{"type":"Action.Execute","verb":"detail","data":{"id":"aaaaaaaaa2"}}""", "Frontend Developer")]
    [InlineData("""{"type":"Action.Execute","verb":"similar","data":{"verb":"similar","id":"aaaaaaaaa1"}}""", "Data Engineer")]
    [InlineData("""{"type":"Action.Execute","verb":"compare","data":{"verb":"compare","ids":["aaaaaaaaa1","aaaaaaaaa2"]}}""", "Meadow")]
    public async Task Execute_KnownVerb_ReturnsTheCardThatReplacesIt(string action, string expected)
    {
        var response = await Talk("msteams").ExecuteAsync(action);

        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal((200, 200, Replies.CardContentType), (response.Status, body.StatusCode, body.Type));
        Assert.Contains(expected, SdkJson.Card(body.Value).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Action.Execute","verb":"explode","data":{"verb":"explode"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"detail","data":{"verb":"detail"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"detail","data":"aaaaaaaaa2"}""")]
    [InlineData("""{"type":"Action.Execute"}""")]
    public async Task Execute_UnknownVerb_ReturnsASentence(string action)
    {
        var body = Assert.IsType<AdaptiveCardInvokeResponse>((await Talk("msteams").ExecuteAsync(action)).Body);

        Assert.Equal((200, Replies.MessageContentType), (body.StatusCode, body.Type));
        Assert.Contains("another version", Assert.IsType<string>(body.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Action.Submit","data":{"verb":"more"}}""")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task Execute_NoAction_IsABadRequest(string action)
    {
        var response = await Talk("msteams").ExecuteAsync(action);

        Assert.Equal((int)HttpStatusCode.BadRequest, response.Status);
    }

    [Fact]
    public async Task Execute_ThenText_IsOneConversation()
    {
        var talk = Talk("msteams");
        await talk.ExecuteAsync("""{"type":"Action.Execute","verb":"detail","data":{"verb":"detail","id":"aaaaaaaaa2"}}""");

        Assert.Contains("roles/meadow.md:7", BotTalk.Words(await talk.SayAsync("does it need React?")), StringComparison.Ordinal);
    }

    private static BotTalk Talk(string channel) => new(Examples.Catalogue(), new MemoryStorage(), channel: channel);
}
