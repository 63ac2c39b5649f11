using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Configuration;
using PostingsBot.Storage.Inbox;

namespace PostingsBot.Workers;

/// <summary>
/// Lets a second bot take signed events and answer two of them to a Slack that is not there. A bot that was away in a flood meets all of it at once.
/// </summary>
internal static class SlackWarmUp
{
    private const string Team = "T0";

    /// <summary>As many as it takes until the runtime finds the code worth compiling well, and several at a time as in a flood.</summary>
    private const int Deliveries = 200;

    private const int AtOnce = 8;
    private const int Events = 2;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>A Slack whose secrets nobody else uses.</summary>
    public static SlackOptions Options { get; } = new() { SigningSecret = "warm-up", BotToken = "xoxb-warm-up" };

    /// <summary>In the place of Slack's Web API: nothing leaves the process.</summary>
    public static void AddSilentSlack(this IServiceCollection services) => services.AddSingleton<ISlackApi, SilentSlack>().AddSingleton<IWorkspaces, OneWorkspace>();

    public static async Task RunAsync(IServiceProvider services, IInbox inbox)
    {
        var signature = services.GetRequiredService<SlackSignature>();
        var endpoints = services.GetRequiredService<SlackEndpoints>();
        var clock = services.GetRequiredService<TimeProvider>();
        await Parallel.ForAsync(0, Deliveries, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await DeliverAsync(services, endpoints, signature, clock, number % Events));
        foreach (var due in await inbox.ClaimAsync(clock.GetUtcNow(), Lease, Events, CancellationToken.None))
        {
            await services.GetRequiredService<SlackDesk>().WorkAsync(due, CancellationToken.None);
            await inbox.SettleAsync([due], CancellationToken.None);
        }
    }

    private static async Task DeliverAsync(IServiceProvider services, SlackEndpoints endpoints, SlackSignature signature, TimeProvider clock, int number)
    {
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {"type":"event_callback","team_id":"{{Team}}","event_id":"Ev{{number}}","event":{"type":"message","channel_type":"im","channel":"D{{number}}","user":"U1","text":"remote roles","ts":"1.{{number}}"} }
            """));
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var http = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Method = HttpMethods.Post, ContentType = "application/json", ContentLength = body.Length, Body = new MemoryStream(body) },
        };
        http.Request.Headers[SlackSignature.TimestampHeader] = timestamp;
        http.Request.Headers[SlackSignature.SignatureHeader] = signature.Sign(timestamp, body);
        await endpoints.ReceiveAsync(http, SlackKind.Event);
        if (http.Response.StatusCode != StatusCodes.Status200OK)
            throw new InvalidOperationException($"the warm-up of Slack was answered {http.Response.StatusCode}");
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
