using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PostingsBot.Cards;
using PostingsBot.Cards.Templating;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>
/// Draws every card from its sample with Microsoft's renderer and the chat page's colours. With POSTINGSBOT_CARD_PICTURES=1 the pictures
/// of cards/README.md are made anew; else they stay beside the test.
/// </summary>
[Collection(SharedHost.Name)]
public sealed class CardPictureTests(RunningHost host)
{
    private const string RedrawVariable = "POSTINGSBOT_CARD_PICTURES";
    private const int Width = 560;

    private static readonly string Cards = Path.GetFullPath(Path.Combine(Tools.Client("cards"), "..", "..", "..", "..", "cards"));

    [ChromiumFact]
    public async Task EveryCard_DrawnFromItsSample_FillsAPicture()
    {
        var modules = Path.Combine(Tools.Client("cards"), "node_modules");
        if (!Directory.Exists(modules))
            return;
        var redraw = Environment.GetEnvironmentVariable(RedrawVariable) == "1";
        var folder = redraw ? Path.Combine(Cards, "pictures") : Path.Combine(AppContext.BaseDirectory, "screenshots", "cards");
        Directory.CreateDirectory(folder);
        // An address of the host without the page's policy, which lets no script of a test in.
        await using var browser = await Browser.OpenAsync(new Uri(host.Address, "/health/live"), width: Width, height: 400);
        await browser.Page.SetContentAsync($$"""<html lang="en"><head><link rel="stylesheet" href="{{new Uri(host.Address, "/page.css")}}"></head><body style="height:auto;background:#fff"><main id="chat" style="margin:0;border:0;border-radius:0;width:{{Width}}px;display:block"></main></body></html>""");
        await browser.Page.AddScriptTagAsync(new() { Path = Path.Combine(modules, "adaptivecards", "dist", "adaptivecards.js") });
        await browser.Page.AddScriptTagAsync(new() { Path = Path.Combine(modules, "markdown-it", "dist", "markdown-it.js") });

        foreach (var name in CardTemplates.Names)
        {
            var card = CardFinisher.Finish((JsonObject)CardTemplate.Compile(name, Read(name)).Expand(JsonNode.Parse(Read(name + ".data"))!)!, CardDialect.Submit);
            var words = await browser.Page.EvaluateAsync<string>("""
                async ([json, theme]) => {
                  const { cardHostConfig } = await import(theme);
                  const card = new AdaptiveCards.AdaptiveCard();
                  card.hostConfig = new AdaptiveCards.HostConfig(cardHostConfig(false));
                  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdownit().render(text); result.didProcess = true; };
                  card.parse(JSON.parse(json));
                  chat.replaceChildren(card.render());
                  return chat.innerText;
                }
                """, new[] { card.ToJsonString(), new Uri(host.Address, "/theme.js").ToString() });

            await browser.Page.Locator("#chat").ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });

            Assert.True(words.Length > 10, name);
            Assert.DoesNotContain("${", words);
        }

        // Chromium looks for an icon, which is not under that name.
        Assert.All(browser.Complaints, complaint => Assert.Contains("404", complaint));
    }

    [Fact]
    public void Readme_ShowsEveryCardAndNoOther()
    {
        var readme = File.ReadAllText(Path.Combine(Cards, "README.md"));

        Assert.Equal(CardTemplates.Names.Select(name => name + ".png").Order(), Directory.GetFiles(Path.Combine(Cards, "pictures")).Select(Path.GetFileName).Order());
        Assert.All(CardTemplates.Names, name => Assert.Contains($"(pictures/{name}.png)", readme));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json"));
}
