using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Fakes;

internal sealed record ServerAnswer(HttpStatusCode Status, string ContentType, string Body, double? RetryAfter = null);

/// <summary>A bot behind a <see cref="CloudAdapter"/> on a real port, beside a channel to reply to.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private BotServer(WebApplication app, CloudAdapter adapter, ConnectorStub connector, InstantTimeProvider time)
    {
        (_app, Adapter, Connector, Time) = (app, adapter, connector, time);
        _client = new HttpClient();
    }

    public Uri Address => _client.BaseAddress!;
    public CloudAdapter Adapter { get; }
    public ConnectorStub Connector { get; }
    public InstantTimeProvider Time { get; }
    public LogLines Log { get; private init; } = new();

    /// <param name="remoteAddress">Pretends that callers come from there.</param>
    public static Task<BotServer> StartAsync(IBot bot, string? remoteAddress = null) => StartAsync(bot, remoteAddress, [], isDevelopment: false, tokens: null);

    public static Task<BotServer> StartAsync(BotCallbackHandler turn, string? remoteAddress = null) =>
        StartAsync(new DelegateBot(turn), remoteAddress);

    /// <summary>A bot with an app id, whose callers' tokens come from the identity provider and whose own token is "token-1", "token-2" and so on.</summary>
    public static Task<BotServer> StartWithAppAsync(
        IdentityProvider identity, BotCallbackHandler turn, bool isDevelopment = true, AppTokenStub? tokens = null, params (string Key, string Value)[] settings) =>
        StartAsync(new DelegateBot(turn), null, identity.Settings(settings), isDevelopment, tokens ?? new AppTokenStub());

    private static async Task<BotServer> StartAsync(IBot bot, string? remoteAddress, Dictionary<string, string?> settings, bool isDevelopment, IAppTokenSource? tokens)
    {
        var time = new InstantTimeProvider();
        var log = new LogLines();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var authentication = new ConfigurationBotFrameworkAuthentication(configuration, null, log, time, isDevelopment, tokens);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BotServer(builder.Build(), new CloudAdapter(authentication, log), await ConnectorStub.StartAsync(), time) { Log = log };
        server._app.Run(http =>
        {
            if (remoteAddress is not null) http.Connection.RemoteIpAddress = IPAddress.Parse(remoteAddress);
            return server.Adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
        });
        await server._app.StartAsync();
        server._client.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>An activity as a channel sends it, with the service URL of the stub.</summary>
    public string Activity(string type = "message", string more = "", string id = "in/1") => $$"""
        {"type":"{{type}}","id":"{{id}}","channelId":"emulator","serviceUrl":"{{Connector.Url}}/","from":{"id":"user"},
         "recipient":{"id":"bot"},"conversation":{"id":"a:1;messageid=2"}{{(more.Length > 0 ? "," + more : "")}}}
        """;

    /// <summary>Posts with a token; with null, without the header.</summary>
    public Task<ServerAnswer> PostAsync(string json, Token? token) =>
        PostAsync(json, header: token is null ? null : ("Authorization", $"Bearer {token.Text}"));

    public Task<ServerAnswer> PostAsync(string json, string contentType = "application/json", (string Name, string Value)? header = null) =>
        SendAsync(HttpMethod.Post, json, contentType, header);

    public async Task<ServerAnswer> SendAsync(HttpMethod method, string? body, string contentType = "application/json", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, "/api/messages");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, contentType);
        if (header is { } extra) request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
        using var response = await _client.SendAsync(request);
        return new ServerAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
