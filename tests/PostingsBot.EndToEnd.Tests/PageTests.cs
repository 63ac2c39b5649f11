using Microsoft.Playwright;
using PostingsBot.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>What a person does on the page beside asking: keyboard, completions, files, reloads, links to roles.</summary>
[Collection(SharedHost.Name)]
public sealed class PageTests(RunningHost host)
{
    private const string Card = ".ac-adaptiveCard";

    [ChromiumTheory]
    [InlineData("light-desktop", ColorScheme.Light, 1280, 900)]
    [InlineData("dark-desktop", ColorScheme.Dark, 1280, 900)]
    [InlineData("dark-phone", ColorScheme.Dark, 390, 844)]
    public async Task Page_WithACard_BreaksNoRuleOfAccessibility(string name, ColorScheme scheme, int width, int height)
    {
        if (!Directory.Exists(Path.Combine(Tools.Client("page"), "node_modules")))
            return;
        await using var browser = await Browser.OpenAsync(host.Address, scheme, width, height);
        await Expect(browser.Page.Locator("#ideas button").First).ToBeVisibleAsync();
        var atFirst = await Axe.ComplaintsAsync(browser.Page);
        await browser.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}-first.png") });
        await browser.SayAsync("backend roles I can do from Germany?");
        await Expect(browser.Page.Locator(Card).Filter(new() { HasText = "Crunch" }).First).ToBeVisibleAsync();

        var withACard = await Axe.ComplaintsAsync(browser.Page);

        Assert.True(atFirst.Count + withACard.Count == 0, string.Join('\n', atFirst.Concat(withACard)));
    }

    [ChromiumFact]
    public async Task Starters_Pressed_AreAskedAndAnsweredWithRoles()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        var first = browser.Page.Locator("#ideas button").First;
        var question = await first.TextContentAsync();

        await first.ClickAsync();

        await Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToContainTextAsync(question!);
        await Expect(browser.Page.Locator(Card).Last.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await Expect(browser.Page.Locator("#ideas")).ToBeHiddenAsync();
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task Keyboard_Alone_CompletesAsksAndPressesAButton()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        var keys = browser.Page.Keyboard;
        await Expect(browser.Page.Locator(Browser.Input)).ToBeFocusedAsync();

        await keys.TypeAsync("roles that use pyt");
        await Expect(browser.Page.GetByRole(AriaRole.Option, new() { Name = "Python" })).ToBeVisibleAsync();
        await Expect(browser.Page.Locator(Browser.Input)).ToHaveAttributeAsync("aria-expanded", "true");
        await keys.PressAsync("ArrowDown");
        await Expect(browser.Page.Locator("#completions [aria-selected=true]")).ToContainTextAsync("Python");
        await keys.PressAsync("Enter");
        await Expect(browser.Page.Locator(Browser.Input)).ToHaveValueAsync("roles that use Python");
        await keys.PressAsync("Enter");
        var cards = browser.Page.Locator(Card);
        await Expect(cards).ToHaveCountAsync(2);
        await Expect(cards.Last.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        // Web Chat's keys: one stop for the history, Enter into the newest message, then its buttons.
        await TabToAsync(browser.Page, "Shift+Tab", "chat history");
        await keys.PressAsync("Enter");
        await TabToAsync(browser.Page, "Tab", "Details:");
        await keys.PressAsync("Enter");

        await Expect(cards).ToHaveCountAsync(3);
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task Completions_Escaped_AreGoneAndTheTextIsSentAsTyped()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.Page.Locator(Browser.Input).PressSequentiallyAsync("pyt");
        await Expect(browser.Page.Locator("#completions")).ToBeVisibleAsync();

        await browser.Page.Keyboard.PressAsync("Escape");
        await Expect(browser.Page.Locator("#completions")).ToBeHiddenAsync();
        await browser.Page.Keyboard.PressAsync("Enter");

        await Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToContainTextAsync("pyt");
    }

    [ChromiumFact]
    public async Task Reload_InTheMiddle_ShowsTheConversationAndGoesOn()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.SayAsync("backend roles I can do from Germany?");
        await Expect(browser.Page.Locator(Card).Filter(new() { HasText = "Crunch" }).First).ToBeVisibleAsync();

        await browser.Page.ReloadAsync();

        await Expect(browser.Page.Locator(Card).Filter(new() { HasText = "Crunch" }).First).ToBeVisibleAsync();
        await Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(1);
        await browser.SayAsync("tell me about the first");
        await Expect(browser.Page.Locator(Card).Last).ToContainTextAsync("Senior-Backend Engineer");
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task StartOver_Pressed_BeginsAnEmptyConversation()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.SayAsync("backend roles I can do from Germany?");
        await Expect(browser.Page.Locator(Card).Filter(new() { HasText = "Crunch" }).First).ToBeVisibleAsync();

        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();

        await Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(0);
        await Expect(browser.Page.Locator("#ideas button").First).ToBeVisibleAsync();
        await Expect(browser.Page.Locator(Browser.Input)).ToBeFocusedAsync();
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task RoleLink_Opened_ShowsTheRoleAndNoId()
    {
        var client = await DirectLineClient.ConnectAsync(host.Http);
        var list = Reply.Card(Assert.Single(await client.SayAsync("backend roles I can do from Germany?"))).GetRawText();
        var id = list[(list.IndexOf("\"detail\",\"id\":\"", StringComparison.Ordinal) + 15)..][..10];

        await using var browser = await Browser.OpenAsync(new Uri(host.Address, "/roles/" + id));

        await Expect(browser.Page.Locator(Card).Filter(new() { HasText = "Senior-Backend Engineer" }).First).ToBeVisibleAsync();
        await Expect(browser.Page.GetByText(id)).ToHaveCountAsync(0);
        await browser.Page.ReloadAsync();
        await Expect(browser.Page.Locator(Card).Filter(new() { HasText = "Senior-Backend Engineer" })).ToHaveCountAsync(1);
        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task File_Chosen_IsReadAndItsRoleShown()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        await Expect(browser.Page.Locator(Browser.Input)).ToBeVisibleAsync();

        await browser.Page.SetInputFilesAsync("#file", new FilePayload { Name = "harbour-pilot.md", MimeType = "text/markdown", Buffer = "# Harbour Pilot\n\nAcme Ports is hiring in Rotterdam.\n\n## Requirements\n\n- Five years at sea\n\n## How to apply\n\nWrite to jobs@acmeports.example."u8.ToArray() });

        await Expect(browser.Page.Locator(".webchat__bubble--from-user")).ToContainTextAsync("harbour-pilot.md");
        await Expect(browser.Page.Locator(".ac-adaptiveCard").Last).ToContainTextAsync("Harbour Pilot");
        Assert.Empty(browser.Complaints);
    }

    private static async Task TabToAsync(IPage page, string key, string name)
    {
        for (var presses = 0; presses < 30; presses++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>("name => (document.activeElement.ariaLabel ?? document.activeElement.textContent).toLowerCase().startsWith(name.toLowerCase())", name))
                return;
        }

        Assert.Fail($"\"{name}\" is not within 30 presses of {key}.");
    }
}

/// <summary>A host of its own, because it is restarted.</summary>
public sealed class PageRestartTests(RunningHost host) : IClassFixture<RunningHost>
{
    [ChromiumFact]
    public async Task Page_ServerRestarted_ConnectsAgainAndGoesOn()
    {
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.SayAsync("backend roles I can do from Germany?");
        await Expect(browser.Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = "Crunch" }).First).ToBeVisibleAsync();

        await host.RestartAsync();
        await Expect(browser.Page.Locator("#status")).ToContainTextAsync("connection was lost");
        await Expect(browser.Page.Locator("#status")).ToBeEmptyAsync(new() { Timeout = 60_000 });
        await browser.SayAsync("tell me about the first");

        await Expect(browser.Page.Locator(".ac-adaptiveCard").Last).ToContainTextAsync("Qualifications");
    }
}
