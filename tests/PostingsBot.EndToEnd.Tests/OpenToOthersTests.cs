using System.Globalization;
using System.Net;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>A bot with an app id that listens on every address: strangers meet the channels' endpoint, which wants a token, and nothing else.</summary>
public sealed class OpenToOthersTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-open-");
    private readonly HttpClient _http = new();
    private HostProcess _bot = null!;

    public async Task InitializeAsync()
    {
        var port = HostProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        _http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        _bot = HostProcess.StartBot(
            ["--urls", $"http://0.0.0.0:{port}", "--AllowedHosts", "bot.example.com;127.0.0.1", $"--PostingsBot:DataFolder={_folder.FullName}", "--MicrosoftAppId=app", "--MicrosoftAppPassword=secret"],
            AppContext.BaseDirectory);
        await _bot.AnswersAsync(_http, "/health/ready");
    }

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Request_FromElsewhere_IsServedOnlyWithAToken()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Post, "/api/messages", "bot.example.com"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Get, "/", "bot.example.com"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", "bot.example.com"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/messages", "other.example.com"));
    }

    [Fact]
    public async Task Page_SwitchedOff_IsNotThereAndTheRestIs()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-off-");
        using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{HostProcess.FreePort()}")) };
        await using (var bot = HostProcess.StartBot(["--urls", http.BaseAddress.ToString(), "--PostingsBot:WebChat:Enabled=false", $"--PostingsBot:DataFolder={folder.FullName}"], AppContext.BaseDirectory))
        {
            await bot.AnswersAsync(http, "/health/ready");

            foreach (var path in new[] { "/", "/roles/0123456789", "/page.js", "/api/suggest?q=py", "/api/starters", "/v3/directline/conversations/x" })
                Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/v3/directline/tokens/generate", null)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        }

        folder.Delete(recursive: true);
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string host)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Host = host } };
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }
}
