using System.Net;
using Microsoft.Playwright;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests.DirectLine;

public sealed class ChatPageTests
{
    [Fact]
    public async Task Page_Requested_ComesWithAPolicyThatNamesNoOtherHost()
    {
        await using var host = await EchoHost.StartAsync();

        using var response = await host.Http.GetAsync("/");

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("http", policy);
        Assert.Contains("<title>PostingsBot", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/index.html/../../appsettings.json")]
    [InlineData("/..%2fappsettings.json")]
    public async Task Page_FileOutsideWwwroot_IsNotServed(string path)
    {
        await using var host = await EchoHost.StartAsync();

        using var response = await host.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [ChromiumFact]
    public async Task Page_Opened_GreetsAndTakesTextAtOnce()
    {
        await using var host = await EchoHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Http.BaseAddress!);

        await Assertions.Expect(browser.Page.GetByText("Hello dl_").First).ToBeVisibleAsync();
        await Assertions.Expect(browser.Page.Locator(Browser.Input)).ToBeFocusedAsync();
        await browser.Page.Keyboard.TypeAsync("good day");
        await browser.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(browser.Page.GetByText("said good day on directline").First).ToBeVisibleAsync();
        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requested, address => Assert.True(address.StartsWith(host.Http.BaseAddress!.ToString(), StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal) || address.StartsWith("blob:", StringComparison.Ordinal), address));
    }

    [ChromiumFact]
    public async Task Page_WithoutWebChat_SaysWhatIsMissingAndWhatToDo()
    {
        await using var host = await EchoHost.StartAsync();
        await using var browser = await Browser.OpenAsync(new Uri("about:blank"));
        await browser.Page.RouteAsync("**/webchat.js", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));

        await browser.Page.GotoAsync(host.Http.BaseAddress!.ToString());

        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Heading, new() { Name = "The chat window is missing" })).ToBeVisibleAsync();
        await Assertions.Expect(browser.Page.GetByText("Install Node.js 20 or later")).ToBeVisibleAsync();
        await Assertions.Expect(browser.Page.Locator(Browser.Input)).ToBeHiddenAsync();
    }
}
