using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PostingsBot.Channels.DirectLine;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

/// <summary>The Direct Line endpoints alone, before a bot that repeats, under a clock of the test's own.</summary>
internal sealed class EchoHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public ManualTime Time { get; private init; } = null!;

    public static async Task<EchoHost> StartAsync(DirectLineOptions? options = null, ManualTime? time = null)
    {
        time ??= new ManualTime();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // The endpoints must guard themselves, whatever the host's own settings say.
        builder.Configuration["AllowedHosts"] = "*";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IBot, EchoBot>().AddDirectLine(options);
        var app = builder.Build();
        app.MapDirectLine();
        app.MapGet("/api/starters", () => Results.Json(new { questions = new[] { "Backend roles", "How many roles are remote?" } }));
        app.MapGet("/api/suggest", () => Results.Json(new { suggestions = Array.Empty<string>() }));
        await app.StartAsync();
        return new EchoHost(app) { Time = time };
    }

    public Task<DirectLineClient> ConnectAsync() => DirectLineClient.ConnectAsync(Http);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
