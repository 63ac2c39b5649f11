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
    private (string Id, string Name) _bot;

    private Playground(HostProcess process, DirectoryInfo folder, HttpClient http) => (_process, _folder, _http) = (process, folder, http);

    /// <summary>The personal chat with the bot.</summary>
    public string Chat { get; private set; } = "";

    /// <param name="bot">Where the bot is.</param>
    /// <param name="expectsReplies">Whether it takes replies from the response to what it sends alone: where the bot would post them nobody listens.</param>
    public static async Task<Playground> StartAsync(Uri bot, bool expectsReplies = false)
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-playground-");
        var port = HostProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var script = Path.Combine(Tools.Client("playground"), "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var process = HostProcess.Start(Tools.Node!,
            [
                script, "start", "-e", new Uri(bot, "/api/messages").ToString(), "-c", "msteams", "-p", port, "--dt", "true",
                .. expectsReplies ? ["--dm", "expectReplies", "--su", $"http://127.0.0.1:{HostProcess.FreePort()}/_connector"] : Array.Empty<string>(),
            ],
            folder.FullName, new Dictionary<string, string> { ["TEAMSAPPTESTER_BROWSER"] = "none" });
        var playground = new Playground(process, folder, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") });
        await process.AnswersAsync(playground._http, "/_internal/v1/config");
        var config = (await playground._http.GetFromJsonAsync<JsonElement>("/_internal/v1/config")).GetProperty("config");
        playground.Chat = config.GetProperty("personalChat").GetProperty("id").GetString()!;
        playground.Group = config.GetProperty("groupChats")[0].GetProperty("id").GetString()!;
        playground.Channel = config.GetProperty("teams")[0].GetProperty("channels")[0].GetProperty("id").GetString()!;
        playground._bot = (config.GetProperty("bot").GetProperty("id").GetString()!, config.GetProperty("bot").GetProperty("name").GetString()!);
        playground._user = config.GetProperty("currentUser").GetProperty("id").GetString()!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await playground._stream.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/_ws_conversation/v1/conversations/stream"), limit.Token);
        return playground;
    }

    /// <summary>A group chat with the bot.</summary>
    public string Group { get; private set; } = "";

    /// <summary>A channel of the team that the bot is in.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Installs the bot in the personal chat.</summary>
    public Task InstallAsync() => InstallAsync(Chat);

    public async Task InstallAsync(string conversation)
    {
        using var response = await _http.PostAsJsonAsync($"/_debug/conversation/{conversation}/installation", new { });
        response.EnsureSuccessStatusCode();
    }

    public async Task SayAsync(string text)
    {
        using var response = await _http.PostAsJsonAsync($"/_conversation/v1/conversations/{Chat}/messages", new { type = "text", text, textFormat = "plain", from = new { id = _user } });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Mentions the bot and says something where others read along; returns the thread that a channel makes of it.</summary>
    public async Task<string?> MentionAsync(string text, string conversation)
    {
        var mention = $"<at>{_bot.Name}</at>";
        using var response = await _http.PostAsJsonAsync($"/_conversation/v1/conversations/{conversation}/messages", new
        {
            type = "text",
            text = $"{mention} {text}",
            textFormat = "plain",
            from = new { id = _user },
            mentions = new[] { new { mentioned = new { id = _bot.Id }, text = mention } },
        });
        response.EnsureSuccessStatusCode();
        var sent = await response.Content.ReadFromJsonAsync<JsonElement>();
        return sent.TryGetProperty("postConversationId", out var thread) ? thread.GetString() : null;
    }

    /// <summary>Sends an invoke from the personal chat; returns whether the bot accepted it, and its answer or the Playground's report of the refusal.</summary>
    public async Task<(bool Accepted, JsonElement Body)> InvokeAsync(string name, object value)
    {
        using var response = await _http.PostAsJsonAsync("/_conversation/v1/invoke", new { name, value, from = new { id = _user }, conversation = new { id = Chat } });
        return (response.IsSuccessStatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>The next message that the bot posted.</summary>
    public async Task<JsonElement> NextMessageAsync() => (await NextMessageInAsync()).Message;

    /// <summary>The next message that the bot put in the place of one it had posted.</summary>
    public async Task<JsonElement> NextUpdateAsync() => (await NextAsync("updateMessage")).Message;

    /// <summary>The next message that the bot posted, and the chat or thread it stands in.</summary>
    public Task<(string? Conversation, JsonElement Message)> NextMessageInAsync() => NextAsync("createMessage");

    private async Task<(string? Conversation, JsonElement Message)> NextAsync(string action)
    {
        while (true)
        {
            var frame = await DirectLineClient.NextFrameAsync(_stream) ?? throw new InvalidOperationException(_process.Output + _process.Errors);
            if (frame.TryGetProperty("message", out var message) && frame.GetProperty("action").GetString() == action)
                return (frame.TryGetProperty("actionConversationId", out var conversation) ? conversation.GetString() : null, message);
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
