using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PostingsBot.Benchmarks.Digests.Faults;

/// <summary>A channel's connector on loopback: it counts messages, and which conversation was told of which role how often.</summary>
internal sealed partial class FaultSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Conversation, int Role), int> told = new();
    private readonly ConcurrentDictionary<(string Conversation, string Roles), int> messages = new();

    private FaultSink(WebApplication app) => this.app = app;

    public string ServiceUrl => app.Urls.Single() + "/";

    /// <summary>How often a conversation was told of a role.</summary>
    public IReadOnlyDictionary<(string Conversation, int Role), int> Told => told;

    /// <summary>How often a message came: a conversation's messages differ in their roles.</summary>
    public IReadOnlyDictionary<(string Conversation, string Roles), int> Messages => messages;

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
        // A card says a title more than once.
        var roles = Title().Matches(body).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        messages.AddOrUpdate((conversation, string.Join(' ', roles)), 1, (_, times) => times + 1);
        foreach (var role in roles)
            told.AddOrUpdate((conversation, role), 1, (_, times) => times + 1);
        Taken();
        return Results.Json(new { id = "m" }, statusCode: StatusCodes.Status201Created);
    }

    [GeneratedRegex("Faultless Engineer (?<number>[0-9]{1,6})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
