using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Configuration;

namespace PostingsBot.Workers;

/// <summary>
/// Lets a bot over an empty catalogue take signed events over loopback and answer some of them to a Slack that is not there. A bot that was away in a flood
/// meets all of it in its first second.
/// </summary>
internal static class SlackWarmUp
{
    private const string Team = "T0";

    /// <summary>The runtime compiles again, and well, what was called thirty times after a tenth of a second in which nothing new was called.</summary>
    private const int Rounds = 3;

    private const int DeliveriesOfARound = 80;
    private const int AtOnce = 16;
    private const int Events = 4;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(150);

    /// <summary>A Slack whose secrets nobody else uses.</summary>
    public static SlackOptions Options { get; } = new() { SigningSecret = "warm-up", BotToken = "xoxb-warm-up" };

    /// <summary>Takes Slack in on a free port of this machine. Nothing that answers it leaves the process.</summary>
    public static void AddSlack(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddSingleton<ISlackApi, SilentSlack>().AddSingleton<IWorkspaces, OneWorkspace>();
    }

    public static async Task RunAsync(WebApplication app)
    {
        var signature = app.Services.GetRequiredService<SlackSignature>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.MapSlack();
        await app.StartAsync();
        using (var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) })
        {
            for (var round = 0; round < Rounds; round++)
            {
                await Parallel.ForAsync(0, DeliveriesOfARound, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, ct) => await DeliverAsync(http, signature, clock, number % Events, ct));
                await Task.Delay(BetweenRounds, clock);
            }
        }

        await app.StopAsync();
    }

    private static async Task DeliverAsync(HttpClient http, SlackSignature signature, TimeProvider clock, int number, CancellationToken ct)
    {
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {"type":"event_callback","team_id":"{{Team}}","event_id":"Ev{{number}}","event":{"type":"message","channel_type":"im","channel":"D{{number}}","user":"U1","text":"remote roles","ts":"1.{{number}}"} }
            """));
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, signature.Sign(timestamp, body));
        using var response = await http.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
    }

    private sealed class SilentSlack : ISlackApi
    {
        private static readonly Task<SlackResult> Taken = Task.FromResult<SlackResult>(new SlackResult.Ok(JsonElement.Parse("""{"ok":true,"ts":"1.1","user":{"id":"U1","name":"x","tz":"Europe/Berlin","locale":"de-DE"}}""")));

        public Task<SlackResult> CallAsync(string team, string method, JsonObject arguments, CancellationToken ct) => Taken;

        public Task<SlackResult> CallAsAppAsync(string method, JsonObject arguments, CancellationToken ct) => Taken;

        public Task<SlackResult> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) => Taken;
    }

    private sealed class OneWorkspace : IWorkspaces
    {
        public Task<WorkspaceLookup> FindAsync(string team, CancellationToken ct) =>
            Task.FromResult<WorkspaceLookup>(new WorkspaceLookup.Found(new Workspace(Team, Options.BotToken!, "U0")));

        public Task ForgetAsync(string team, CancellationToken ct) => Task.CompletedTask;
    }
}
