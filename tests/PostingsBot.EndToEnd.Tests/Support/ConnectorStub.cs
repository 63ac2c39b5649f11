using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>A channel's connector on loopback that takes the bot's replies.</summary>
internal sealed class ConnectorStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Path, JsonElement Activity)> _received = Channel.CreateUnbounded<(string, JsonElement)>();

    private ConnectorStub(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.Single() + "/";

    public static async Task<ConnectorStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new ConnectorStub(app);
        app.MapPost("/v3/conversations/{**rest}", async (HttpContext context) =>
        {
            var activity = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
            stub._received.Writer.TryWrite((context.Request.Path, activity));
            return Results.Json(new { id = "r1" }, statusCode: 201);
        });
        await app.StartAsync();
        return stub;
    }

    public async Task<(string Path, JsonElement Activity)> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
