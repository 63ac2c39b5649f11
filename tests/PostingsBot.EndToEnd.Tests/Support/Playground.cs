using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>Microsoft's 365 Agents Playground as a Teams client of the bot, driven through its HTTP interface.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private readonly HostProcess _process;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _http;
    private readonly ClientWebSocket _stream = new();
    private string _user = "";

    private Playground(HostProcess process, DirectoryInfo folder, HttpClient http) => (_process, _folder, _http) = (process, folder, http);

    /// <summary>The personal chat with the bot.</summary>
    public string Chat { get; private set; } = "";

    public static async Task<Playground> StartAsync(Uri bot)
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-playground-");
        var port = HostProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var script = Path.Combine(Tools.Client("playground"), "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var process = HostProcess.Start(Tools.Node!,
            [script, "start", "-e", new Uri(bot, "/api/messages").ToString(), "-c", "msteams", "-p", port, "--dt", "true"],
            folder.FullName, new Dictionary<string, string> { ["TEAMSAPPTESTER_BROWSER"] = "none" });
        var playground = new Playground(process, folder, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") });
        await process.AnswersAsync(playground._http, "/_internal/v1/config");
        var config = (await playground._http.GetFromJsonAsync<JsonElement>("/_internal/v1/config")).GetProperty("config");
        playground.Chat = config.GetProperty("personalChat").GetProperty("id").GetString()!;
        playground._user = config.GetProperty("currentUser").GetProperty("id").GetString()!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await playground._stream.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/_ws_conversation/v1/conversations/stream"), limit.Token);
        return playground;
    }

    /// <summary>Installs the bot in the personal chat.</summary>
    public async Task InstallAsync()
    {
        using var response = await _http.PostAsJsonAsync($"/_debug/conversation/{Chat}/installation", new { });
        response.EnsureSuccessStatusCode();
    }

    public async Task SayAsync(string text)
    {
        using var response = await _http.PostAsJsonAsync($"/_conversation/v1/conversations/{Chat}/messages", new { type = "text", text, textFormat = "plain", from = new { id = _user } });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The next message that the bot posted.</summary>
    public Task<JsonElement> NextMessageAsync() => NextAsync("createMessage");

    /// <summary>The next message that the bot put in the place of one it had posted.</summary>
    public Task<JsonElement> NextUpdateAsync() => NextAsync("updateMessage");

    private async Task<JsonElement> NextAsync(string action)
    {
        while (true)
        {
            var frame = await DirectLineClient.NextFrameAsync(_stream) ?? throw new InvalidOperationException(_process.Output + _process.Errors);
            if (frame.TryGetProperty("message", out var message) && frame.GetProperty("action").GetString() == action) return message;
        }
    }

    /// <summary>Presses a button of a card; returns what the bot answered to the invoke.</summary>
    public async Task<JsonElement> PressAsync(JsonElement message, JsonElement action)
    {
        using var response = await _http.PostAsJsonAsync("/_conversation/v1/invoke", new
        {
            name = "adaptiveCard/action",
            value = new { action, trigger = "manual" },
            from = new { id = _user },
            conversation = new { id = Chat },
            replyToId = message.GetProperty("messageId").GetString(),
        });
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
