using System.Net;
using System.Web;
using PostingsBot.EndToEnd.Tests.Support;
using PostingsBot.EndToEnd.Tests.Support.Slack;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Slack;

/// <summary>Installing the app over the real host, as a browser does it.</summary>
public sealed class SlackInstallTests : IAsyncLifetime, IDisposable
{
    private const string PublicAddress = "https://jobs.example";
    private const string Redirect = PublicAddress + "/slack/oauth";
    private const string SigningSecret = "signing-secret-of-the-test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-slack-");
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}"), Timeout = TimeSpan.FromSeconds(30),
    };

    private HostProcess _bot = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Install_YesInSlack_KeepsTheTokenEncrypted()
    {
        await using var stub = await SlackStub.StartAsync();
        await StartAsync(stub.ApiAddress, StrictSlack.ClientId, StrictSlack.ClientSecret);
        var (page, cookie) = await BeginAsync();

        var (status, html) = await EndAsync(await SlacksAnswerAsync(page), cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Team T0000009", html, StringComparison.Ordinal);
        Assert.Contains("app=A0000001&amp;team=T0000009", html, StringComparison.Ordinal);
        Assert.DoesNotContain("xox", AllThatIsKept(), StringComparison.Ordinal);
        Assert.Contains("slack/workspaces/T0000009", AllThatIsKept(), StringComparison.Ordinal);
        Assert.DoesNotContain(StrictSlack.ClientSecret, _bot.Output + _bot.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_Refusals_AreSaidOnAPage()
    {
        await using var stub = await SlackStub.StartAsync();
        await StartAsync(stub.ApiAddress, StrictSlack.ClientId, StrictSlack.ClientSecret);
        var (page, cookie) = await BeginAsync();
        var answer = await SlacksAnswerAsync(page);
        var state = HttpUtility.ParseQueryString(answer.Query)["state"];

        await IsRefusedAsync("/slack/oauth", cookie, HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync(answer.PathAndQuery, null, HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync(answer.PathAndQuery, cookie + "x", HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync($"/slack/oauth?code=1&state={new string('a', 3000)}", cookie, HttpStatusCode.BadRequest, "Please start again");
        await IsRefusedAsync($"/slack/oauth?error=access_denied&state={Uri.EscapeDataString(state!)}", cookie, HttpStatusCode.BadRequest, "cancelled in Slack");
        await IsRefusedAsync($"/slack/oauth?code=%3Cscript%3E&state={Uri.EscapeDataString(state!)}", cookie, HttpStatusCode.BadGateway, "invalid_code");
        Assert.Equal(HttpStatusCode.OK, (await EndAsync(answer, cookie)).Status);
        await IsRefusedAsync(answer.PathAndQuery, cookie, HttpStatusCode.BadGateway, "invalid_code");
    }

    [EmulatorFact]
    public async Task Install_ThroughTheEmulatorsPage_IsKept()
    {
        await using var emulator = await Emulator.StartAsync(Redirect);
        await StartAsync(emulator.ApiAddress, Emulator.ClientId, Emulator.ClientSecret);
        var (page, cookie) = await BeginAsync();

        var (status, html) = await EndAsync(await emulator.SayYesAsync(page), cookie);

        Assert.True(status == HttpStatusCode.OK, html + _bot.Output + _bot.Errors);
        Assert.Contains("Stub", html, StringComparison.Ordinal);
        Assert.Contains("slack/workspaces/T000000001", AllThatIsKept(), StringComparison.Ordinal);
    }

    private async Task StartAsync(Uri api, string clientId, string clientSecret)
    {
        _bot = HostProcess.StartBot(
            [
                "--urls", _http.BaseAddress!.ToString(), $"--PostingsBot:DataFolder={_folder.FullName}", $"--PostingsBot:PublicAddress={PublicAddress}",
                $"--PostingsBot:Slack:ApiAddress={api}", $"--PostingsBot:Slack:ClientId={clientId}", $"--PostingsBot:Slack:ClientSecret={clientSecret}", $"--PostingsBot:Slack:SigningSecret={SigningSecret}",
            ],
            AppContext.BaseDirectory);
        await _bot.AnswersAsync(_http, "/health/ready");
    }

    /// <returns>Slack's page, and the browser's cookie.</returns>
    private async Task<(Uri Page, string Cookie)> BeginAsync()
    {
        using var response = await _http.GetAsync("/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        return (response.Headers.Location!, cookie.Split(';')[0]);
    }

    /// <summary>The stub's person says yes at once.</summary>
    private async Task<Uri> SlacksAnswerAsync(Uri page)
    {
        using var response = await _http.GetAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith(Redirect + "?", response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return response.Headers.Location;
    }

    private async Task<(HttpStatusCode Status, string Html)> EndAsync(Uri answer, string? cookie) => await GetAsync(answer.PathAndQuery, cookie);

    private async Task IsRefusedAsync(string path, string? cookie, HttpStatusCode status, string says)
    {
        var (actual, html) = await GetAsync(path, cookie);
        Assert.Equal(status, actual);
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/slack/install\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await _http.SendAsync(request);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The bytes of the database.</summary>
    private string AllThatIsKept() => string.Concat(_folder.EnumerateFiles("postingsbot.db*").Select(file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
