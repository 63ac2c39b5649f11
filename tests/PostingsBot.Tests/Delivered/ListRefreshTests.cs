using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Core.Postings;
using PostingsBot.Delivered;
using PostingsBot.Tests.Channels.Teams;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Delivered;

public sealed class ListRefreshTests : IDisposable
{
    private const string Message = "message-1";

    private static readonly Posting Closed = Examples.Harbour with { Status = new(PostingStatus.Closed, new Evidence(2, 2, "This position has been filled.")) };

    private readonly LiveTalk talk = new();

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task List_OnTeams_AsksToBeRefreshedForTheAskerAlone()
    {
        var refresh = await RefreshOfAsync();

        Assert.Equal([TeamsTalk.Person], refresh["userIds"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(("Action.Execute", "refresh-list"), ((string?)refresh["action"]!["type"], (string?)refresh["action"]!["verb"]));
        Assert.Equal(2, refresh["action"]!["data"]!["ids"]!.AsArray().Count);
    }

    [Fact]
    public async Task List_InThePlaceOfACard_IsNotRefreshed()
    {
        await RefreshOfAsync();

        var card = Card(await talk.InvokeAsync(JsonNode.Parse("""{"type":"Action.Execute","verb":"ask","data":{"verb":"ask","say":"all roles"}}""")!, "manual", Message));

        Assert.Contains(Examples.Meadow.Title.Value, card.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.Null(card["refresh"]);
    }

    [Theory]
    [InlineData("automatic")]
    [InlineData("manual")]
    public async Task Look_AtRolesAsTheyWere_GivesTheSameCardAndTouchesNothing(string trigger)
    {
        var refresh = await RefreshOfAsync();
        var writes = talk.Store.Writes;

        var card = Card(await talk.InvokeAsync(refresh["action"]!, trigger, Message));

        Assert.True(JsonNode.DeepEquals(Sent(), card), card.ToJsonString(CardRenderer.Json));
        Assert.Equal(writes, talk.Store.Writes);
        Assert.Single(talk.Channel.Messages);
    }

    [Fact]
    public async Task Look_AtARoleThatClosed_SaysSoAndKeepsTheRest()
    {
        var refresh = await RefreshOfAsync();
        await talk.PutAsync(Closed);

        var card = Card(await talk.InvokeAsync(refresh["action"]!, "automatic", Message));

        var words = card.ToJsonString(CardRenderer.Json);
        Assert.Contains("This position has been filled.", words, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleNotes.ShownBefore, words, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(refresh, card["refresh"]));
    }

    [Theory]
    [InlineData(null, "a:chat")]
    [InlineData("message-7", "a:chat")]
    [InlineData(Message, "a:other")]
    public async Task Look_AtAListThatIsNotFollowedThere_ShowsItsRolesAlone(string? message, string conversation)
    {
        var refresh = await RefreshOfAsync();
        await talk.PutAsync(Closed);
        talk.Channel.Conversation.Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal", TenantId = "tenant-1" };

        var card = Card(await talk.InvokeAsync(refresh["action"]!, "automatic", message));

        var words = card.ToJsonString(CardRenderer.Json);
        Assert.Contains(RoleNotes.ShownBefore, words, StringComparison.Ordinal);
        Assert.Contains("Closed since you saw it", words, StringComparison.Ordinal);
        Assert.Contains(Examples.Meadow.Title.Value, words, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(refresh, card["refresh"]));
    }

    [Theory]
    [InlineData(null, "One role of this list is no longer in the catalogue.")]
    [InlineData(Message, "is no longer in the catalogue.")]
    public async Task Look_AtAListWhoseRoleIsGone_SaysSo(string? message, string says)
    {
        var refresh = await RefreshOfAsync();
        await talk.WithdrawAsync(Examples.Harbour);

        var card = Card(await talk.InvokeAsync(refresh["action"]!, "automatic", message));

        Assert.Contains(says, card.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.NotNull(card["refresh"]);
    }

    [Fact]
    public async Task Look_AtAListOfRolesThatAreAllGone_SaysHowMany()
    {
        var refresh = await RefreshOfAsync();
        await talk.WithdrawAsync(Examples.Harbour);
        await talk.WithdrawAsync(Examples.Meadow);

        var card = Card(await talk.InvokeAsync(refresh["action"]!, "automatic"));

        Assert.Contains("2 roles of this list are no longer in the catalogue.", card.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.Null(card["refresh"]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"ids":[],"seen":[]}""")]
    [InlineData("""{"ids":["a","b"],"seen":["1"]}""")]
    [InlineData("""{"ids":["a",1],"seen":["1","2"]}""")]
    [InlineData("""{"ids":["1","2","3","4","5","6","7","8","9","10","11"],"seen":["1","2","3","4","5","6","7","8","9","10","11"]}""")]
    public async Task Look_WithDataThatIsNoList_IsRefused(string data)
    {
        await RefreshOfAsync();

        var response = await talk.InvokeAsync(new JsonObject { ["type"] = "Action.Execute", ["verb"] = "refresh-list", ["data"] = JsonNode.Parse(data) }, "automatic", Message);

        Assert.Equal(400, response.Status);
        Assert.Single(talk.Channel.Messages);
    }

    [Fact]
    public void Refreshed_CardWithoutRoomForIt_StaysAsItIs()
    {
        var card = new JsonObject { ["text"] = new string('x', CardBudget.LargestCard - 20) };

        Assert.Null(LiveList.Refreshed(card, [("a", "1")], TeamsTalk.Person)["refresh"]);
        Assert.Null(LiveList.Refreshed([], [("a", "1")], asker: null)["refresh"]);
    }

    private async Task<JsonObject> RefreshOfAsync()
    {
        await talk.PutAsync(Examples.Harbour, Examples.Meadow);
        await talk.SayAsync("all roles");
        return Assert.IsType<JsonObject>(Sent()["refresh"]);
    }

    private JsonObject Sent() => SdkJson.Card(Assert.Single(talk.Channel.Messages[0].Attachments!).Content);

    private static JsonObject Card(InvokeResponse response)
    {
        Assert.Equal(200, response.Status);
        return SdkJson.Card(Assert.IsType<AdaptiveCardInvokeResponse>(response.Body).Value);
    }
}
