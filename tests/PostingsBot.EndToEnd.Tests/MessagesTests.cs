using System.Net;
using System.Text.Json;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

[Collection(SharedHost.Name)]
public sealed class MessagesTests(RunningHost host)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WhileRunning_AnswersOk(string path)
    {
        using var response = await host.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Message_ExpectReplies_AnswersWithACardInTheResponse()
    {
        var reply = Assert.Single(await new MessagesClient(host.Http).AskAsync("backend roles I can do from Germany?"));

        AssertBackendRolesFromGermany(reply);
    }

    [Fact]
    public async Task Message_WithServiceUrl_IsAnsweredThroughTheConnector()
    {
        await using var connector = await ConnectorStub.StartAsync();
        var client = new MessagesClient(host.Http);
        var message = client.Message("backend roles I can do from Germany?");
        message["serviceUrl"] = connector.ServiceUrl;
        message.Remove("deliveryMode");

        using var response = await client.SendAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        var (path, activity) = await connector.NextAsync();
        Assert.Equal($"/v3/conversations/{message["conversation"]!["id"]}/activities/{message["id"]}", path);
        AssertBackendRolesFromGermany(activity);
    }

    [Fact]
    public async Task Conversation_FollowUp_KnowsWhatWasAskedBefore()
    {
        var client = new MessagesClient(host.Http);
        await client.AskAsync("backend roles I can do from Germany?");

        var reply = Assert.Single(await client.AskAsync("tell me about the Crunch one"));

        Assert.Contains("Senior-Backend Engineer", Reply.Words(reply));
    }

    [Fact]
    public async Task CardButton_Execute_AnswersWithTheCardThatReplacesIt()
    {
        var client = new MessagesClient(host.Http);
        await client.AskAsync("backend roles I can do from Germany?");
        var invoke = client.Message(null);
        invoke["type"] = "invoke";
        invoke["channelId"] = "msteams";
        invoke["name"] = "adaptiveCard/action";
        invoke.Remove("deliveryMode");
        invoke["value"] = JsonSerializer.SerializeToNode(new { action = new { type = "Action.Execute", verb = "ask", data = new { verb = "ask", say = "python roles" } }, trigger = "manual" });

        using var response = await client.SendAsync(invoke);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal(200, body.GetProperty("statusCode").GetInt32());
        Assert.Equal(Reply.CardType, body.GetProperty("type").GetString());
        Assert.Contains("Senior-Backend Engineer", Reply.Words(body.GetProperty("value")));
    }

    internal static void AssertBackendRolesFromGermany(JsonElement reply)
    {
        var words = Reply.Words(Reply.Card(reply));
        Assert.Contains("Senior-Backend Engineer", words);
        Assert.Contains("Crunch", words);
        Assert.Contains("Germany", words);
        Assert.DoesNotContain("Brightwheel", words);
    }
}
