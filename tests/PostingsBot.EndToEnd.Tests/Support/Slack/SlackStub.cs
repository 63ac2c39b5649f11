using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary><see cref="StrictSlack"/> on loopback: the Web API, the page that asks whether to install, response URLs, and the sockets of Socket Mode.</summary>
internal sealed class SlackStub : IAsyncDisposable
{
    private const int MostUses = 5;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _uses = new(StringComparer.Ordinal);
    private int _number;

    private SlackStub(WebApplication app, StrictSlack slack) => (_app, Slack) = (app, slack);

    public StrictSlack Slack { get; }

    public SlackSockets Sockets { get; } = new();

    /// <summary>What was posted to response URLs, in order.</summary>
    public ConcurrentQueue<(Uri Address, JsonObject Message)> Responses { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    /// <summary>For <c>PostingsBot:Slack:ApiAddress</c>.</summary>
    public Uri ApiAddress => new(Address, "/api/");

    /// <param name="failures">The share of calls that fail by chance.</param>
    public static async Task<SlackStub> StartAsync(double failures = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new SlackStub(app, new StrictSlack(TimeProvider.System, failures));
        app.UseWebSockets();
        app.MapPost("/api/{method}", stub.CallAsync);
        app.MapPost("/response/{id}", stub.RespondAsync);
        app.MapGet("/oauth/v2/authorize", stub.Authorize);
        app.MapGet("/socket", stub.Sockets.AcceptAsync);
        await app.StartAsync();
        stub.Slack.SocketAddress = new Uri($"ws://{stub.Address.Authority}/socket");
        return stub;
    }

    public Uri NewResponseUrl() => new(Address, string.Create(CultureInfo.InvariantCulture, $"/response/{Interlocked.Increment(ref _number)}"));

    /// <summary>Waits until something is there.</summary>
    public async Task<T> UntilAsync<T>(Func<StrictSlack, T?> find)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!limit.IsCancellationRequested)
        {
            if (Slack.Read(find) is { } found)
                return found;
            await Task.Delay(10);
        }

        throw new TimeoutException("It did not come. The bot called: " + string.Join(", ", Slack.Read(slack => slack.Calls.Select(call => call.Method).ToList())) + ".");
    }

    /// <summary>Waits for the nth message of the bot in a channel; those that only one person sees count too.</summary>
    public Task<JsonObject> MessageAsync(string channel, int number = 1) => UntilAsync(slack =>
        slack.Messages.All.Where(message => message["channel"]!.ToString() == channel && message["user"]!.ToString() is SlackInstalls.BotUser or "").Skip(number - 1).FirstOrDefault()?.DeepClone().AsObject());

    /// <summary>Waits for the nth use of a response URL.</summary>
    public async Task<JsonObject> ResponseAsync(Uri address, int number = 1) =>
        await UntilAsync(_ => Responses.Where(response => response.Address == address).Skip(number - 1).Select(response => response.Message).FirstOrDefault());

    public async ValueTask DisposeAsync()
    {
        Sockets.Dispose();
        await _app.DisposeAsync();
    }

    private async Task CallAsync(HttpContext http, string method)
    {
        // Half of Slack's methods read no JSON; the stub takes none at all.
        if (!http.Request.HasFormContentType)
        {
            await http.Response.WriteAsJsonAsync(new { ok = false, error = "invalid_form_data" });
            return;
        }

        var form = await http.Request.ReadFormAsync();
        var reply = Slack.Answer(method, http.Request.Headers.Authorization, form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        if (reply.Status == 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(reply.Body?.ToJsonString() ?? "<html>");
    }

    private async Task<IResult> RespondAsync(HttpContext http, string id)
    {
        var message = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if (message["delete_original"] is null && SlackMessages.Wrong(message) is { } wrong)
            return Results.Text(wrong, statusCode: 400);
        if (_uses.AddOrUpdate(id, 1, (_, uses) => uses + 1) > MostUses)
            return Results.Text("used_url", statusCode: 404);
        Responses.Enqueue((new Uri(Address, http.Request.Path), message));
        return Results.Text("ok");
    }

    // The person says yes at once, in a workspace that "team" names.
    private IResult Authorize(HttpContext http)
    {
        var query = HttpUtility.ParseQueryString(http.Request.QueryString.Value ?? "");
        if (query["client_id"] != StrictSlack.ClientId || query["redirect_uri"] is not { } redirect || string.IsNullOrEmpty(query["scope"]))
            return Results.BadRequest();
        var code = Slack.Read(slack => slack.Installs.NewCode(query["team"] ?? "T0000009", redirect));
        return Results.Redirect($"{redirect}?code={code}&state={Uri.EscapeDataString(query["state"] ?? "")}");
    }
}
