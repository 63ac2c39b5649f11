using Microsoft.Playwright;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>The system's Chromium with one page, and what that page complained about.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public const string Input = "#say";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.SetDefaultTimeout(20_000);
        Assertions.SetDefaultExpectTimeout(20_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requested.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors on the page's console, refusals of the content security policy among them.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address the page asked for.</summary>
    public List<string> Requested { get; } = [];

    public static async Task<Browser> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Tools.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            Timeout = 60_000,
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        var opened = new Browser(playwright, browser, page);
        await page.GotoAsync(address.ToString());
        return opened;
    }

    public async Task SayAsync(string text)
    {
        await Page.FillAsync(Input, text);
        await Page.PressAsync(Input, "Enter");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
