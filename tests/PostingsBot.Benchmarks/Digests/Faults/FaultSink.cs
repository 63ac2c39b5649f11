using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PostingsBot.Benchmarks.Digests.Faults;

/// <summary>A channel's connector on loopback: it counts messages, and which conversation was told of which role how often.</summary>
internal sealed partial class FaultSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Conversation, int Role), int> told = new();
    private readonly ConcurrentDictionary<string, int> keys = new(StringComparer.Ordinal);

    private FaultSink(WebApplication app) => this.app = app;

    public string ServiceUrl => app.Urls.Single() + "/";

    /// <summary>How often a conversation was told of a role.</summary>
    public IReadOnlyDictionary<(string Conversation, int Role), int> Told => told;

    /// <summary>Messages by their keys.</summary>
    public IReadOnlyDictionary<string, int> Messages => keys;

    /// <summary>Called when a message was taken and before the sender hears of it.</summary>
    public Action Taken { get; set; } = () => { };

    public static async Task<FaultSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new FaultSink(builder.Build());
        sink.app.MapPost("/v3/conversations/{conversation}/{**rest}", sink.TakeAsync);
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http, string conversation)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        using var activity = JsonDocument.Parse(body);
        var key = activity.RootElement.TryGetProperty("id", out var id) ? id.GetString()! : "none";
        keys.AddOrUpdate(key, 1, (_, times) => times + 1);
        // A card says a title more than once.
        foreach (var role in Title().Matches(body).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Distinct())
            told.AddOrUpdate((conversation, role), 1, (_, times) => times + 1);
        Taken();
        return Results.Json(new { id = "m" }, statusCode: StatusCodes.Status201Created);
    }

    [GeneratedRegex("Faultless Engineer (?<number>[0-9]{1,6})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
