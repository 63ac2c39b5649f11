using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using PostingsBot.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>People whom a host site signs in, on the page of the real host: what they post is theirs, and a visitor posts nothing.</summary>
public sealed class PageSignInTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "a-secret-of-the-tests-that-is-long-enough";
    private const string Rust = "# Senior Rust Engineer\n\nCompany: Harbour Labs\nLocation: Berlin (hybrid)\nSalary: €80,000 - €100,000 per year\nApply: https://harbour.example/apply\n\n## Requirements\n\n- Five years of experience with Rust.\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-signin-");
    private readonly HttpClient _http = new() { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{HostProcess.FreePort()}")) };
    private HostProcess _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = HostProcess.StartBot(
            [
                "--urls", _http.BaseAddress!.ToString(), $"--PostingsBot:DataFolder={_folder.FullName}",
                "--PostingsBot:Recruiting:Admins:0:Channel=web", "--PostingsBot:Recruiting:Admins:0:User=ana@example.com", "--PostingsBot:Recruiting:Admins:0:Name=Ana Silva",
            ],
            AppContext.BaseDirectory,
            new Dictionary<string, string> { ["PostingsBot__WebChat__Secret"] = Secret });
        await _bot.AnswersAsync(_http, "/health/ready");
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public void Dispose() => _http.Dispose();

    [ChromiumFact]
    public async Task Role_PostedOnThePageBySomebodySignedIn_IsPublishedAndAuditedAsTheirs()
    {
        await using var browser = await Browser.OpenAsync(await LinkAsync("dl_ana@example.com", "Ana Silva"));
        await Expect(browser.Page.Locator("#who")).ToHaveTextAsync("Signed in as Ana Silva");
        Assert.Equal(_http.BaseAddress!.ToString(), browser.Page.Url);
        await Expect(browser.Page.Locator(Browser.Input)).ToBeFocusedAsync();

        await PasteAsync(browser.Page, Rust);
        await Expect(browser.Page.Locator("#lines")).ToBeFocusedAsync();
        await browser.Page.Keyboard.PressAsync("Control+Enter");
        var preview = browser.Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = "Shall I publish it?" }).Last;
        await Expect(preview).ToContainTextAsync("Senior Rust Engineer");
        if (Directory.Exists(Path.Combine(Tools.Client("page"), "node_modules")))
            Assert.Empty(await Axe.ComplaintsAsync(browser.Page));
        await preview.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(browser.Page.GetByText("Readers can find it now").Last).ToBeVisibleAsync();

        // Still the same person after a reload, and in a new conversation.
        await browser.Page.ReloadAsync();
        await Expect(browser.Page.Locator("#who")).ToHaveTextAsync("Signed in as Ana Silva");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(0);
        await browser.SayAsync("close the Harbour Labs role");
        await Expect(browser.Page.GetByText("Shall I close this role?").Last).ToBeVisibleAsync();
        await browser.SayAsync("yes");
        await Expect(browser.Page.GetByText("Done: the role is closed.").Last).ToBeVisibleAsync();
        Assert.Empty(browser.Complaints);
        Assert.DoesNotContain(browser.Requested, address => address.Contains("#token", StringComparison.Ordinal) && address != browser.Requested[0]);

        await using var audit = HostProcess.StartBot(["audit", "--json", "--data", _folder.FullName], AppContext.BaseDirectory);
        Assert.Equal(0, await audit.ExitAsync());
        var entries = audit.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, entries.Length);
        Assert.All(entries, entry => Assert.Contains("ana@example.com", entry, StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task Role_PostedByAVisitor_IsRefusedWithAWayToSignIn()
    {
        await using var browser = await Browser.OpenAsync(_http.BaseAddress!);
        await browser.SayAsync("post a new role");

        await Expect(browser.Page.GetByText("you are not signed in").Last).ToBeVisibleAsync();
        await Expect(browser.Page.GetByText("Who may post is decided by Ana Silva.").Last).ToBeVisibleAsync();
        await Expect(browser.Page.Locator("#who")).ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task Link_ThatIsNotValidAnyMore_IsSaidAndThePageWorksAsAVisitors()
    {
        var link = (await LinkAsync("dl_ana@example.com", "Ana Silva")).ToString();
        await using var browser = await Browser.OpenAsync(new Uri(link[..^4] + "AAAA"));

        await Expect(browser.Page.Locator("#status")).ToContainTextAsync("is not valid any more");
        await Expect(browser.Page.Locator("#who")).ToBeEmptyAsync();
        await browser.SayAsync("who am I");
        await Expect(browser.Page.GetByText("You are not signed in on this page").Last).ToBeVisibleAsync();

        // A good link, to the page that is open already.
        await browser.Page.GotoAsync((await LinkAsync("dl_bob", "Bob <b>")).ToString());
        await Expect(browser.Page.Locator("#who")).ToHaveTextAsync("Signed in as Bob <b>");
        await Expect(browser.Page.Locator("#status")).ToBeEmptyAsync();
        await browser.SayAsync("post a new role");
        await Expect(browser.Page.GetByText("make web:bob a recruiter").Last).ToBeVisibleAsync();
    }

    private async Task<Uri> LinkAsync(string id, string name)
    {
        var (status, grant) = await new DirectLineClient(_http).SendAsync(HttpMethod.Post, "/tokens/generate", new { user = new { id, name }, trustedOrigins = new[] { _http.BaseAddress!.GetLeftPart(UriPartial.Authority) } }, Secret);
        Assert.Equal(HttpStatusCode.OK, status);
        return new Uri(_http.BaseAddress!, "/#token=" + grant.GetProperty("token").GetString());
    }

    private static Task PasteAsync(IPage page, string text) => page.EvaluateAsync(
        """
        text => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          document.getElementById("say").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);
}
