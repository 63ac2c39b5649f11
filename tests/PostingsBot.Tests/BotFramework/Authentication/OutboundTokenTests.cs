using System.Net;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework.Authentication;

/// <summary>Our own token: on every request to a channel whose address is verified, and to nobody else.</summary>
public sealed class OutboundTokenTests : IAsyncLifetime
{
    private readonly AppTokenStub _tokens = new();
    private IdentityProvider _identity = null!;

    public async Task InitializeAsync() => _identity = await IdentityProvider.StartAsync();

    public async Task DisposeAsync() => await _identity.DisposeAsync();

    [Fact]
    public async Task Reply_ToAnAuthenticatedActivity_CarriesTheToken()
    {
        await using var server = await StartAsync((turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct));

        await PostAsync(server, "1");
        await PostAsync(server, "2");

        Assert.Equal(["Bearer token-1", "Bearer token-1"], server.Connector.Requests.Select(request => request.Authorization));
        Assert.Equal(1, _tokens.Requests);
    }

    [Fact]
    public async Task Reply_TokenRefusedOnce_IsSentAgainWithANewOne()
    {
        await using var server = await StartAsync((turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct));
        server.Connector.Answers.Enqueue(new StubAnswer(401));

        var answer = await PostAsync(server, "1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Connector.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Reply_TokenRefusedForGood_Throws()
    {
        Exception? thrown = null;
        await using var server = await StartAsync((turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct));
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);
        for (var i = 0; i < 5; i++) server.Connector.Answers.Enqueue(new StubAnswer(401));

        await PostAsync(server, "1");

        Assert.Equal((HttpStatusCode.Unauthorized, 2), (Assert.IsType<ErrorResponseException>(thrown).StatusCode, server.Connector.Requests.Count));
    }

    [Fact]
    public async Task Reply_NoTokenToBeHad_SendsNothing()
    {
        Exception? thrown = null;
        await using var server = await StartAsync((turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct));
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);
        _tokens.Failure = new InvalidOperationException("check MicrosoftAppPassword");

        await PostAsync(server, "1");

        Assert.Equal("check MicrosoftAppPassword", thrown!.Message);
        Assert.Empty(server.Connector.Requests);
    }

    [Fact]
    public async Task Reply_ToAnotherServiceUrlThanTheRequests_IsNotSent()
    {
        Exception? thrown = null;
        await using var elsewhere = await ConnectorStub.StartAsync();
        await using var server = await StartAsync((turn, ct) =>
        {
            turn.Activity.ServiceUrl = elsewhere.Url;
            return turn.SendActivityAsync("hello", cancellationToken: ct);
        });
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);

        await PostAsync(server, "1");

        Assert.Contains("no authenticated request", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(0, _tokens.Requests);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task Process_ServiceUrlOnThisMachineInProduction_IsRefusedThoughItsTokenIsValid(string scheme)
    {
        var turns = 0;
        var url = $"{scheme}://127.0.0.1:3979/";
        await using var server = await BotServer.StartWithAppAsync(_identity, (_, _) => Task.FromResult(turns++), isDevelopment: false);

        var answer = await server.PostAsync($$"""{"type":"message","channelId":"msteams","serviceUrl":"{{url}}","conversation":{"id":"c"} }""", _identity.Token(url));

        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.Status, turns));
    }

    private Task<BotServer> StartAsync(BotCallbackHandler turn) => BotServer.StartWithAppAsync(_identity, turn, tokens: _tokens);

    private Task<ServerAnswer> PostAsync(BotServer server, string id) => server.PostAsync(
        $$"""{"type":"message","id":"{{id}}","channelId":"msteams","serviceUrl":"{{server.Connector.Url}}","conversation":{"id":"c"} }""", _identity.Token(server.Connector.Url));
}
