using System.Globalization;
using System.Net;
using PostingsBot.Tests.BotFramework.Fakes;

namespace PostingsBot.Tests.BotFramework;

public class ConnectorRetryTests
{
    private static readonly string MoreThanIsRead = $$"""{"id":"{{new string('x', 300 * 1024)}}"}""";

    private const string Error = """{"error":{"code":"Throttled","message":"slow down"}}""";

    [Theory]
    [InlineData(429, null, new[] { 1.0 })]
    [InlineData(412, null, new[] { 1.0 })]
    [InlineData(502, null, new[] { 1.0 })]
    [InlineData(504, null, new[] { 1.0 })]
    [InlineData(429, "3", new[] { 3.0 })]
    [InlineData(429, "+4 s", new[] { 4.0 })]
    [InlineData(429, "-4 s", new double[0])]
    public async Task Send_PassingFailure_TriesAgainAfterTheWait(int status, string? retryAfter, double[] waits)
    {
        await using var server = await BotServer.StartAsync((turn, ct) => turn.SendActivityAsync("a", cancellationToken: ct));
        server.Connector.Answers.Enqueue(new StubAnswer(status, Error, Header(retryAfter)));

        var answer = await server.PostAsync(server.Activity());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(2, server.Connector.Requests.Count);
        Assert.Equal(waits, server.Time.Delays.Select(delay => delay.TotalSeconds));
        Assert.Single(server.Connector.Requests.Select(request => request.Body).Distinct());
    }

    [Theory]
    [InlineData(429, null, 3)]
    [InlineData(429, "60", 1)]
    [InlineData(500, null, 1)]
    [InlineData(403, null, 1)]
    [InlineData(413, null, 1)]
    public async Task Send_LastingFailure_ThrowsWithTheStatus(int status, string? retryAfter, int attempts)
    {
        Exception? thrown = null;
        await using var server = await BotServer.StartAsync((turn, ct) => turn.SendActivityAsync("a", cancellationToken: ct));
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);
        for (var i = 0; i < 5; i++) server.Connector.Answers.Enqueue(new StubAnswer(status, Error, retryAfter));

        await server.PostAsync(server.Activity());

        var failure = Assert.IsType<ErrorResponseException>(thrown);
        Assert.Equal((status, "Throttled", attempts), ((int)failure.StatusCode, failure.Body!.Error!.Code, server.Connector.Requests.Count));
    }

    [Fact]
    public async Task Send_ErrorPageInHtml_ThrowsWithoutABody()
    {
        Exception? thrown = null;
        await using var server = await BotServer.StartAsync((turn, ct) => turn.SendActivityAsync("a", cancellationToken: ct));
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);
        server.Connector.Answers.Enqueue(new StubAnswer(413, "<html>too large</html>"));

        await server.PostAsync(server.Activity());

        Assert.Null(Assert.IsType<ErrorResponseException>(thrown).Body);
    }

    [Fact]
    public async Task Send_AcknowledgedInAResponseThatCannotBeRead_IsNotSentAgain()
    {
        ResourceResponse? sent = null;
        await using var server = await BotServer.StartAsync(async (turn, ct) => sent = await turn.SendActivityAsync("a", cancellationToken: ct));
        server.Connector.Answers.Enqueue(new StubAnswer(201, MoreThanIsRead));

        var answer = await server.PostAsync(server.Activity());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(server.Connector.Requests);
        Assert.Null(sent!.Id);
    }

    [Fact]
    public async Task Send_RefusedInAResponseThatCannotBeRead_ThrowsWithTheStatus()
    {
        Exception? thrown = null;
        await using var server = await BotServer.StartAsync((turn, ct) => turn.SendActivityAsync("a", cancellationToken: ct));
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);
        server.Connector.Answers.Enqueue(new StubAnswer(403, MoreThanIsRead));

        await server.PostAsync(server.Activity());

        Assert.Equal(HttpStatusCode.Forbidden, Assert.IsType<ErrorResponseException>(thrown).StatusCode);
        Assert.Single(server.Connector.Requests);
    }

    [Fact]
    public async Task Send_Redirect_IsNotFollowed()
    {
        Exception? thrown = null;
        await using var elsewhere = await ConnectorStub.StartAsync();
        await using var server = await BotServer.StartAsync((turn, ct) => turn.SendActivityAsync("a", cancellationToken: ct));
        server.Adapter.OnTurnError = (_, error) => Task.FromResult(thrown = error);
        server.Connector.Answers.Enqueue(new StubAnswer(307, Location: elsewhere.Url));

        await server.PostAsync(server.Activity());

        Assert.Equal(HttpStatusCode.TemporaryRedirect, Assert.IsType<ErrorResponseException>(thrown).StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    // "+4 s" is the date four seconds from the test's now.
    private static string? Header(string? retryAfter) => retryAfter is null || !retryAfter.EndsWith('s') ? retryAfter
        : InstantTimeProvider.Now.AddSeconds(int.Parse(retryAfter[..^2], CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);
}
