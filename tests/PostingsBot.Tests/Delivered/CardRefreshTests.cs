using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Delivered;
using PostingsBot.Tests.Channels.Teams;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Delivered;

public sealed class CardRefreshTests : IDisposable
{
    private static readonly Posting Renamed = Examples.Harbour with { Title = new("Backend Lead", new Evidence(1, 1, "Backend Lead")), ApplyUrl = null };
    private static readonly Posting Closed = Examples.Harbour with { Status = new(PostingStatus.Closed, new Evidence(2, 2, "[x] **filled** <at>all</at>")) };

    private readonly LiveTalk talk = new();

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task Detail_OnTeams_AsksToBeRefreshedForTheAskerAlone()
    {
        var refresh = await RefreshOfAsync();

        Assert.Equal([TeamsTalk.Person], refresh["userIds"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(("Action.Execute", "refresh"), ((string?)refresh["action"]!["type"], (string?)refresh["action"]!["verb"]));
        Assert.Equal("aaaaaaaaa1", (string?)refresh["action"]!["data"]!["id"]);
    }

    [Theory]
    [InlineData("automatic")]
    [InlineData("manual")]
    public async Task Look_AtARoleAsItWas_GivesTheSameCardAndTouchesNothing(string trigger)
    {
        var refresh = await RefreshOfAsync();
        var writes = talk.Store.Writes;

        var card = Card(await talk.InvokeAsync(refresh["action"]!, trigger));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Words(talk.Channel.Messages[0])), card));
        Assert.Equal(writes, talk.Store.Writes);
        Assert.Single(talk.Channel.Messages);
    }

    [Fact]
    public async Task Look_AtARoleThatChanged_SaysWhatChanged()
    {
        var refresh = await RefreshOfAsync();
        await talk.PutAsync(Renamed);

        var card = Card(await talk.InvokeAsync(refresh["action"]!, "automatic"));

        Assert.Contains("Changed since you saw it: title, how to apply.", card.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.Equal("Backend Lead", (string?)card["body"]![0]!["text"]);
        Assert.True(JsonNode.DeepEquals(refresh, card["refresh"]));
    }

    [Theory]
    [InlineData(null, "Closed since you saw it: ")]
    [InlineData("2026-02-28", "Closed on 2026-02-28: ")]
    [InlineData("2999-01-01", "Closed since you saw it: ")]
    [InlineData("<b>now</b>", "Closed since you saw it: ")]
    public async Task Look_AtARoleThatClosed_SaysSoWithItsLineEscaped(string? closed, string says)
    {
        var action = (await RefreshOfAsync())["action"]!;
        action["data"]!["closed"] = closed;
        await talk.PutAsync(Closed);

        var card = Card(await talk.InvokeAsync(action, "automatic"));

        Assert.StartsWith(says, (string)card["body"]![2]!["text"]!, StringComparison.Ordinal);
        Assert.Contains(@"\[x\] \*\*filled\*\*", (string)card["body"]![2]!["text"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", (string)card["body"]![2]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtARoleThatIsGone_SaysSo()
    {
        var refresh = await RefreshOfAsync();
        await talk.WithdrawAsync(Examples.Harbour);

        var card = Card(await talk.InvokeAsync(refresh["action"]!, "automatic"));

        Assert.Contains("left the catalogue", card.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.Null(card["refresh"]);
    }

    [Theory]
    [InlineData("""{"type":"Action.Execute","verb":"ask","data":{"verb":"ask","say":"all roles"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"more"}""")]
    [InlineData("""{"type":"Action.Execute","verb":"save","data":{"verb":"save","id":"aaaaaaaaa1"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"refresh","data":{"verb":"refresh"}}""")]
    public async Task Look_WithAnyOtherAction_IsRefusedAndTouchesNothing(string action)
    {
        await RefreshOfAsync();
        var writes = talk.Store.Writes;

        var response = await talk.InvokeAsync(JsonNode.Parse(action)!, "automatic");

        Assert.Equal(400, response.Status);
        Assert.Equal(writes, talk.Store.Writes);
        Assert.Single(talk.Channel.Messages);
    }

    [Fact]
    public void Print_OfAnotherVersion_NamesNoField() => Assert.Empty(RolePrint.Changed("00ff", Examples.Harbour));

    private async Task<JsonObject> RefreshOfAsync()
    {
        await talk.PutAsync(Examples.Harbour);
        var sent = await talk.SayAsync("tell me about the Harbour Labs job");
        return Assert.IsType<JsonObject>(JsonNode.Parse(Words(sent))!["refresh"]);
    }

    private static JsonObject Card(InvokeResponse response)
    {
        Assert.Equal(200, response.Status);
        return SdkJson.Card(Assert.IsType<AdaptiveCardInvokeResponse>(response.Body).Value);
    }

    private static string Words(Activity message) => SdkJson.Card(Assert.Single(message.Attachments!).Content).ToJsonString(CardRenderer.Json);
}
