using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PostingsBot.Tests.BotFramework.Fakes;

internal sealed record ServerAnswer(HttpStatusCode Status, string ContentType, string Body);

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

    public CloudAdapter Adapter { get; }
    public ConnectorStub Connector { get; }
    public InstantTimeProvider Time { get; }

    /// <param name="remoteAddress">Pretends that callers come from there.</param>
    public static async Task<BotServer> StartAsync(IBot bot, string? remoteAddress = null)
    {
        var time = new InstantTimeProvider();
        var authentication = new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build(), null, null, time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BotServer(builder.Build(), new CloudAdapter(authentication), await ConnectorStub.StartAsync(), time);
        server._app.Run(http =>
        {
            if (remoteAddress is not null) http.Connection.RemoteIpAddress = IPAddress.Parse(remoteAddress);
            return server.Adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
        });
        await server._app.StartAsync();
        server._client.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    public static Task<BotServer> StartAsync(BotCallbackHandler turn, string? remoteAddress = null) =>
        StartAsync(new DelegateBot(turn), remoteAddress);

    /// <summary>An activity as a channel sends it, with the service URL of the stub.</summary>
    public string Activity(string type = "message", string more = "") => $$"""
        {"type":"{{type}}","id":"in/1","channelId":"emulator","serviceUrl":"{{Connector.Url}}/","from":{"id":"user"},
         "recipient":{"id":"bot"},"conversation":{"id":"a:1;messageid=2"}{{(more.Length > 0 ? "," + more : "")}}}
        """;

    public Task<ServerAnswer> PostAsync(string json, string contentType = "application/json", (string Name, string Value)? header = null) =>
        SendAsync(HttpMethod.Post, json, contentType, header);

    public async Task<ServerAnswer> SendAsync(HttpMethod method, string? body, string contentType = "application/json", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, "/api/messages");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, contentType);
        if (header is { } extra) request.Headers.Add(extra.Name, extra.Value);
        using var response = await _client.SendAsync(request);
        return new ServerAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
