using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PostingsBot.Benchmarks.Slack;

/// <summary>
/// Slack's Web API on loopback, as little of it as the load needs: it knows everybody, keeps what is posted by its key and hands out a
/// conversation's messages with their metadata.
/// </summary>
internal sealed class SlackSink : IAsyncDisposable
{
    public const string ClientId = "1.2";
    public const string ClientSecret = "client-secret";
    public const string BotUser = "UBOT";

    private const int MostListed = 100;

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> posted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(string Ts, string Key)>> channels = new(StringComparer.Ordinal);
    private long messages;
    private long looked;

    private SlackSink(WebApplication app) => this.app = app;

    public Uri ApiAddress => new(new Uri(app.Urls.First()), "/api/");

    /// <summary>Messages that were posted.</summary>
    public long Messages => Interlocked.Read(ref messages);

    /// <summary>How often a conversation was looked through.</summary>
    public long Looked => Interlocked.Read(ref looked);

    /// <summary>Messages by the event that they answer.</summary>
    public IReadOnlyDictionary<string, int> Answers => posted;

    public static async Task<SlackSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new SlackSink(builder.Build());
        sink.app.MapPost("/api/{method}", sink.AnswerAsync);
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, string method)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var answer = method switch
        {
            "users.info" => $$"""{"ok":true,"user":{"id":"{{form["user"]}}","name":"x","tz":"Europe/Berlin","locale":"de-DE"} }""",
            "chat.postMessage" => Post(form["channel"].ToString(), form["metadata"].ToString()),
            "conversations.history" => History(form["channel"].ToString()),
            _ => """{"ok":true}""",
        };
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer, Encoding.UTF8, http.RequestAborted);
    }

    private string Post(string channel, string metadata)
    {
        var key = JsonNode.Parse(metadata)!["event_payload"]!["key"]!.ToString();
        var ts = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref messages) % 1_000_000:000000}");
        channels.GetOrAdd(channel, _ => new ConcurrentQueue<(string, string)>()).Enqueue((ts, key));
        posted.AddOrUpdate(key[..key.IndexOf('/', StringComparison.Ordinal)], 1, (_, times) => times + 1);
        return $$"""{"ok":true,"channel":"{{channel}}","ts":"{{ts}}"}""";
    }

    private string History(string channel)
    {
        Interlocked.Increment(ref looked);
        var listed = channels.TryGetValue(channel, out var all) ? all.Reverse().Take(MostListed) : [];
        return new JsonObject
        {
            ["ok"] = true,
            ["messages"] = new JsonArray([.. listed.Select(message => new JsonObject
            {
                ["ts"] = message.Ts,
                ["metadata"] = new JsonObject { ["event_type"] = "postingsbot_message", ["event_payload"] = new JsonObject { ["key"] = message.Key } },
            })]),
        }.ToJsonString();
    }
}
