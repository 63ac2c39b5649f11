using System.Net;
using System.Text.Json;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework;

public class CloudAdapterTests
{
    private static readonly BotCallbackHandler Echo = (turn, ct) => turn.SendActivityAsync($"you said {turn.Activity.Text}", cancellationToken: ct);

    [Fact]
    public async Task Process_Message_RepliesThroughTheConnectorAndAnswers200Empty()
    {
        await using var server = await BotServer.StartAsync(Echo);

        var answer = await server.PostAsync(server.Activity(more: "\"text\":\"hi\""));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        var sent = Assert.Single(server.Connector.Requests);
        Assert.Equal(("POST", "/v3/conversations/a%3A1%3Bmessageid%3D2/activities/in%2F1", "application/json; charset=utf-8"), (sent.Method, sent.Target, sent.ContentType));
        Assert.Equal("you said hi", sent.Json.GetProperty("text").GetString());
        Assert.Equal(("bot", "user", "in/1"),
            (sent.Json.GetProperty("from").GetProperty("id").GetString(), sent.Json.GetProperty("recipient").GetProperty("id").GetString(), sent.Json.GetProperty("replyToId").GetString()));
        Assert.False(sent.Json.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Process_SendUpdateDelete_UseTheIdOfTheChannel()
    {
        await using var server = await BotServer.StartAsync(async (turn, ct) =>
        {
            var sent = await turn.SendActivityAsync("draft", cancellationToken: ct);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, sent.Id) { Text = "final" }, ct);
            await turn.DeleteActivityAsync(sent.Id!, ct);
        });

        await server.PostAsync(server.Activity());

        Assert.Equal(
            ["POST in%2F1", "PUT sent-1", "DELETE sent-1"],
            server.Connector.Requests.Select(request => $"{request.Method} {request.Target.Split('/')[^1]}"));
    }

    [Fact]
    public async Task Process_ChannelThatGivesNoId_IsAccepted()
    {
        ResourceResponse? response = null;
        await using var server = await BotServer.StartAsync(async (turn, ct) => response = await turn.SendActivityAsync("a", cancellationToken: ct));
        server.Connector.Answers.Enqueue(new StubAnswer(202));

        var answer = await server.PostAsync(server.Activity());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(response!.Id);
    }

    [Fact]
    public async Task Process_ExpectReplies_ReturnsThemInTheBody()
    {
        await using var server = await BotServer.StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: ct);
            await turn.SendActivityAsync(MessageFactory.Attachment(new Attachment("application/vnd.microsoft.card.adaptive", content: new { type = "AdaptiveCard" })), ct);
        });

        var answer = await server.PostAsync(server.Activity(more: "\"deliveryMode\":\"expectReplies\""));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.ContentType));
        var replies = JsonDocument.Parse(answer.Body).RootElement.GetProperty("activities");
        Assert.Equal("one", replies[0].GetProperty("text").GetString());
        Assert.Equal("AdaptiveCard", replies[1].GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.Empty(server.Connector.Requests);
    }

    [Fact]
    public async Task Process_ExpectRepliesWithoutReplies_ReturnsAnEmptyList()
    {
        await using var server = await BotServer.StartAsync((_, _) => Task.CompletedTask);

        var answer = await server.PostAsync(server.Activity(more: "\"deliveryMode\":\"expectReplies\""));

        Assert.Equal("""{"activities":[]}""", answer.Body);
    }

    [Theory]
    [InlineData("\"name\":\"adaptiveCard/action\",\"value\":{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"v\"}}", 200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"pressed v"}""")]
    [InlineData("\"name\":\"adaptiveCard/action\",\"value\":{}", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"The invoke\u0027s value has no action object."}}""")]
    [InlineData("\"name\":\"tab/fetch\",\"value\":{}", 501, "")]
    public async Task Process_Invoke_AnswersWithStatusAndBody(string invoke, int status, string body)
    {
        await using var server = await BotServer.StartAsync(new CardBot());

        var answer = await server.PostAsync(server.Activity("invoke", invoke));

        Assert.Equal((status, body), ((int)answer.Status, answer.Body));
    }

    private sealed class CardBot : ActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = $"pressed {invokeValue.Action!.Verb}" });
    }

    public static TheoryData<string, int, string> BadBodies => new()
    {
        { "", 400, "not an activity in JSON" },
        { "{\"type\":", 400, "not an activity in JSON" },
        { "[]", 400, "not an activity in JSON" },
        { "null", 400, "null" },
        { "{\"type\":5}", 400, "line 1, byte 10" },
        { "{} {}", 400, "not an activity in JSON" },
        { new string('[', 1000), 400, "not an activity in JSON" },
        { """{"channelId":"c","conversation":{"id":"1"}}""", 400, "no type" },
        { """{"type":"message","conversation":{"id":"1"}}""", 400, "no channelId" },
        { """{"type":"message","channelId":"c"}""", 400, "no conversation.id" },
        { """{"type":"message","channelId":"c","conversation":{"id":""}}""", 400, "no conversation.id" },
        { $$"""{"type":"message","channelId":"c","conversation":{"id":"1"},"text":"{{new string('a', 1024 * 1024)}}"}""", 413, "larger than 1024 KiB" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Process_BadBody_IsRefusedWithTheReasonAndNoTurn(string body, int status, string reason)
    {
        var turns = 0;
        await using var server = await BotServer.StartAsync((_, _) => Task.FromResult(turns++));

        var answer = await server.PostAsync(body);

        Assert.Equal(status, (int)answer.Status);
        var error = ActivityJson.Deserialize<ErrorResponse>(answer.Body)!.Error!;
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Code);
        Assert.Equal(0, turns);
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    public async Task Process_OtherMethod_Is405(string method, int status)
    {
        await using var server = await BotServer.StartAsync(Echo);

        var answer = await server.SendAsync(new HttpMethod(method), null);

        Assert.Equal(status, (int)answer.Status);
    }

    [Fact]
    public async Task Process_OtherContentType_Is415()
    {
        await using var server = await BotServer.StartAsync(Echo);

        var answer = await server.PostAsync(server.Activity(), "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Empty(server.Connector.Requests);
    }

    [Theory]
    [InlineData("10.0.0.5", null, 403)]
    [InlineData("2001:db8::1", null, 403)]
    [InlineData("::ffff:10.0.0.5", null, 403)]
    [InlineData("127.0.0.9", null, 200)]
    [InlineData("::1", null, 200)]
    [InlineData("::ffff:127.0.0.1", null, 200)]
    [InlineData("127.0.0.1", "X-Forwarded-For", 403)]
    [InlineData("127.0.0.1", "Forwarded", 403)]
    public async Task Process_WithoutAppId_AnswersOnlyCallersOnThisMachine(string address, string? header, int status)
    {
        await using var server = await BotServer.StartAsync(Echo, address);

        var answer = await server.PostAsync(server.Activity(), header: header is null ? null : (header, "for=203.0.113.9"));

        Assert.Equal(status, (int)answer.Status);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://127.0.0.1.example.org")]
    [InlineData("http://localhost@10.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not a url")]
    public async Task Process_ServiceUrlElsewhere_IsRefusedBeforeTheTurn(string serviceUrl)
    {
        var turns = 0;
        await using var server = await BotServer.StartAsync((_, _) => Task.FromResult(turns++));

        var answer = await server.PostAsync($$"""{"type":"message","channelId":"c","conversation":{"id":"1"},"serviceUrl":"{{serviceUrl}}"}""");

        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.Status, turns));
        Assert.Contains("serviceUrl", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContinueConversation_Loopback_SendsWithoutReplyToId()
    {
        await using var server = await BotServer.StartAsync(Echo);
        var reference = Reference(server.Connector.Url);

        await server.Adapter.ContinueConversationAsync("", reference, (turn, ct) => turn.SendActivityAsync("news", cancellationToken: ct), default);

        Assert.Equal("/v3/conversations/c/activities", Assert.Single(server.Connector.Requests).Target);
    }

    [Theory]
    [InlineData("19:x@thread.tacv2;messageid=17", "19%3Ax%40thread.tacv2%3Bmessageid%3D17")]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("50%", "50%25")]
    [InlineData("..", "..")]
    [InlineData("für 🌎", "f%C3%BCr%20%F0%9F%8C%8E")]
    public async Task Send_IdOfAnyKind_StaysOneSegmentOfThePath(string conversationId, string segment)
    {
        await using var server = await BotServer.StartAsync(Echo);
        var reference = Reference(server.Connector.Url + "/base//");
        reference.Conversation.Id = conversationId;

        await server.Adapter.ContinueConversationAsync("", reference, (turn, ct) => turn.SendActivityAsync("news", cancellationToken: ct), default);

        Assert.Equal($"/base/v3/conversations/{segment}/activities", Assert.Single(server.Connector.Requests).Target);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData(null)]
    public async Task ContinueConversation_ServiceUrlElsewhereOrMissing_SendsNothing(string? serviceUrl)
    {
        await using var server = await BotServer.StartAsync(Echo);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => server.Adapter.ContinueConversationAsync(
            "", Reference(serviceUrl), (turn, ct) => turn.SendActivityAsync("news", cancellationToken: ct), default));

        Assert.Contains("serviceUrl", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_BotThrows_Is500OrWhatOnTurnErrorMakesOfIt()
    {
        await using var server = await BotServer.StartAsync((_, _) => throw new FormatException("bug"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await server.PostAsync(server.Activity())).Status);

        server.Adapter.OnTurnError = (turn, error) => turn.SendActivityAsync($"sorry: {error.Message}");
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(server.Activity(id: "in/2"))).Status);

        Assert.Equal("sorry: bug", Assert.Single(server.Connector.Requests).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Process_TwoMessagesOfOneConversation_TakeTurns()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var seen = new List<string>();
        await using var server = await BotServer.StartAsync(async (turn, _) =>
        {
            if (turn.Activity.Text == "slow")
            {
                entered.SetResult();
                await release.Task;
            }
            seen.Add(turn.Activity.Text!);
        });

        var slow = server.PostAsync(server.Activity(more: "\"text\":\"slow\""));
        await entered.Task;
        var quick = server.PostAsync(server.Activity(more: "\"text\":\"quick\"", id: "in/2"));
        for (var i = 0; i < 5; i++) await server.PostAsync("""{"type":"message","channelId":"emulator","conversation":{"id":"other"},"text":"other"}""");
        Assert.False(quick.IsCompleted);
        release.SetResult();
        await Task.WhenAll(slow, quick);

        Assert.Equal(["other", "other", "other", "other", "other", "slow", "quick"], seen);
    }

    private static ConversationReference Reference(string? serviceUrl) => new()
    {
        ChannelId = "emulator",
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount(id: "c"),
        User = new ChannelAccount("user"),
        Bot = new ChannelAccount("bot"),
    };
}
