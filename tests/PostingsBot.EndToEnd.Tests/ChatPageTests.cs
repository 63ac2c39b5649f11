using Microsoft.Playwright;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>The whole way: a person, Microsoft's Web Chat in a real browser, the real bot.</summary>
[Collection(SharedHost.Name)]
public sealed class ChatPageTests(RunningHost host)
{
    [ChromiumFact]
    public async Task Page_QuestionAskedAndButtonPressed_ShowsCardThenDetails()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        var cards = browser.Page.Locator(".ac-adaptiveCard");

        await browser.SayAsync("backend roles I can do from Germany?");
        var list = cards.Filter(new() { HasText = "Senior-Backend Engineer" }).First;
        await Assertions.Expect(list).ToContainTextAsync("Crunch");
        await Assertions.Expect(list).Not.ToContainTextAsync("Brightwheel");
        var before = await cards.CountAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Details: Senior-Backend Engineer" }).First.ClickAsync();

        await Assertions.Expect(cards).ToHaveCountAsync(before + 1);
        await Assertions.Expect(cards.Last).ToContainTextAsync("Senior-Backend Engineer");
        await Assertions.Expect(cards.Last).ToContainTextAsync("not stated", new() { IgnoreCase = true });
        Assert.Empty(browser.Complaints);
    }

    [ChromiumTheory]
    [InlineData("light-desktop", ColorScheme.Light, 1280, 900)]
    [InlineData("dark-desktop", ColorScheme.Dark, 1280, 900)]
    [InlineData("light-phone", ColorScheme.Light, 390, 844)]
    [InlineData("dark-phone", ColorScheme.Dark, 390, 844)]
    public async Task Page_OfAnySize_ShowsTheCardWithoutScrollingSideways(string name, ColorScheme scheme, int width, int height)
    {
        await using var browser = await Browser.OpenAsync(host.Address, scheme, width, height);
        await browser.SayAsync("backend roles I can do from Germany?");
        var card = browser.Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = "Senior-Backend Engineer" }).First;
        await Assertions.Expect(card.GetByRole(AriaRole.Button).Last).ToBeInViewportAsync(new() { Ratio = 1 });

        // The picture in the README, Screenshots/chat.png, is a copy of light-desktop.
        await browser.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });

        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Equal(0, await browser.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.ac-adaptiveCard')].filter(card => card.getBoundingClientRect().right > innerWidth + 1).length"));
    }

    [ChromiumFact]
    public async Task Page_MarkupTyped_IsShownAsTextAndNotRun()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        var title = await browser.Page.TitleAsync();

        await browser.SayAsync("<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>");
        await Assertions.Expect(browser.Page.GetByText("onerror").First).ToBeVisibleAsync();
        await browser.SayAsync("help");
        await Assertions.Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(2);

        Assert.Equal(title, await browser.Page.TitleAsync());
        Assert.Empty(browser.Complaints);
    }
}
