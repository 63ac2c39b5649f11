using System.Security.Claims;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework;

/// <summary>Turns that the bot begins.</summary>
public sealed class ProactiveTests : IAsyncLifetime
{
    private IdentityProvider _identity = null!;
    private BotServer _server = null!;

    public async Task InitializeAsync()
    {
        _identity = await IdentityProvider.StartAsync();
        _server = await BotServer.StartWithAppAsync(_identity, (_, _) => Task.CompletedTask);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task ContinueConversation_OfAnAuthenticatedTurn_SendsWithTheToken()
    {
        await MeetAsync();
        string? name = null;

        await _server.Adapter.ContinueConversationAsync(IdentityProvider.AppId, Reference(), (turn, ct) =>
        {
            name = turn.Activity.Name;
            return turn.SendActivityAsync("news", cancellationToken: ct);
        }, default);

        var sent = Assert.Single(_server.Connector.Requests);
        Assert.Equal(("ContinueConversation", "/v3/conversations/c/activities", "Bearer token-1"), (name, sent.Target, sent.Authorization));
    }

    [Theory]
    [InlineData(IdentityProvider.AppId)]
    [InlineData("api://botid-" + IdentityProvider.AppId)]
    public async Task ContinueConversation_WithAnIdentity_GivesItToTheTurn(string audience)
    {
        await MeetAsync();
        var identity = new ClaimsIdentity([new Claim("aud", audience)]);
        ClaimsIdentity? seen = null;

        await _server.Adapter.ContinueConversationAsync(identity, Reference(), (turn, _) =>
        {
            seen = turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey);
            return Task.CompletedTask;
        }, default);

        Assert.Same(identity, seen);
    }

    [Fact]
    public async Task ContinueConversation_NeverMet_SendsNothing()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Adapter.ContinueConversationAsync(
            IdentityProvider.AppId, Reference(), (turn, ct) => turn.SendActivityAsync("news", cancellationToken: ct), default));

        Assert.Contains("no authenticated request", error.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Connector.Requests);
    }

    [Fact]
    public async Task ContinueConversation_OfAnotherApp_IsRefused()
    {
        await MeetAsync();
        var identity = new ClaimsIdentity([new Claim("aud", "other")]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Adapter.ContinueConversationAsync("other", Reference(), (_, _) => Task.CompletedTask, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Adapter.ContinueConversationAsync(identity, Reference(), (_, _) => Task.CompletedTask, default));
    }

    [Fact]
    public async Task CreateConversation_PersonalChat_BeginsATurnInIt()
    {
        await MeetAsync();
        _server.Connector.Answers.Enqueue(new StubAnswer(201, """{"id":"a:1"}"""));
        Activity? begun = null;

        await _server.Adapter.CreateConversationAsync(
            IdentityProvider.AppId, "msteams", _server.Connector.Url, null,
            new ConversationParameters { IsGroup = false, Bot = new ChannelAccount("28:bot"), Members = [new ChannelAccount("29:ada")], TenantId = "t1" },
            (turn, ct) =>
            {
                begun = turn.Activity;
                return turn.SendActivityAsync("hello", cancellationToken: ct);
            },
            default);

        var (asked, sent) = (_server.Connector.Requests.First(), _server.Connector.Requests.Last());
        Assert.Equal(("POST", "/v3/conversations", "Bearer token-1"), (asked.Method, asked.Target, asked.Authorization));
        Assert.Equal(("29:ada", "t1", false), (asked.Json.GetProperty("members")[0].GetProperty("id").GetString(), asked.Json.GetProperty("tenantId").GetString(), asked.Json.GetProperty("isGroup").GetBoolean()));
        Assert.Equal(("event", "CreateConversation", "a:1", "t1"), (begun!.Type, begun.Name, begun.Conversation.Id, begun.Conversation.TenantId));
        Assert.Equal(("/v3/conversations/a%3A1/activities", "28:bot"), (sent.Target, sent.Json.GetProperty("from").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task CreateConversation_Thread_RepliesToItsFirstMessage()
    {
        await MeetAsync();
        _server.Connector.Answers.Enqueue(new StubAnswer(201, """{"id":"19:x@thread.tacv2;messageid=7","activityId":"7"}"""));

        await _server.Adapter.CreateConversationAsync(
            IdentityProvider.AppId, "msteams", _server.Connector.Url, null,
            new ConversationParameters { IsGroup = true, Activity = MessageFactory.Text("first"), ChannelData = new { channel = new { id = "19:x@thread.tacv2" } } },
            (turn, ct) => turn.SendActivityAsync("second", cancellationToken: ct), default);

        Assert.Equal(
            ["/v3/conversations", "/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D7/activities/7"],
            _server.Connector.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task CreateConversation_ChannelRefuses_ThrowsAndRunsNoTurn()
    {
        await MeetAsync();
        _server.Connector.Answers.Enqueue(new StubAnswer(400, """{"error":{"code":"BadSyntax","message":"no"}}"""));
        var turns = 0;

        var error = await Assert.ThrowsAsync<ErrorResponseException>(() => _server.Adapter.CreateConversationAsync(
            IdentityProvider.AppId, "msteams", _server.Connector.Url, null, new ConversationParameters(), (_, _) => Task.FromResult(turns++), default));

        Assert.Equal(("BadSyntax", 0), (error.Body!.Error!.Code, turns));
    }

    [Fact]
    public async Task CreateConversation_UnknownServiceUrl_AsksNobody()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Adapter.CreateConversationAsync(
            IdentityProvider.AppId, "msteams", _server.Connector.Url, null, new ConversationParameters(), (_, _) => Task.CompletedTask, default));

        Assert.Empty(_server.Connector.Requests);
    }

    [Fact]
    public async Task CreateConversation_AdapterWithoutIt_SaysSo() => await Assert.ThrowsAsync<NotSupportedException>(() =>
        new TestAdapter().CreateConversationAsync("", "test", "https://test.com", null, new ConversationParameters(), (_, _) => Task.CompletedTask, default));

    private Task<ServerAnswer> MeetAsync() => _server.PostAsync(
        $$"""{"type":"message","channelId":"msteams","serviceUrl":"{{_server.Connector.Url}}","conversation":{"id":"c"} }""", _identity.Token(_server.Connector.Url));

    private ConversationReference Reference() => new()
    {
        ChannelId = "msteams",
        ServiceUrl = _server.Connector.Url,
        Conversation = new ConversationAccount(id: "c"),
        User = new ChannelAccount("user"),
        Bot = new ChannelAccount("bot"),
    };
}
