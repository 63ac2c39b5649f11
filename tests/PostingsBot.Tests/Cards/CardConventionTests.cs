using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Cards;
using PostingsBot.Cards.Templating;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Cards;

public sealed class CardConventionTests
{
    public static TheoryData<string> Names => [.. CardTemplates.Names];

    [Fact]
    public void Folder_HoldsEachTemplateWithItsSampleAndNothingElse()
    {
        var files = Directory.GetFiles(CardTemplates.DefaultFolder).Select(f => Path.GetFileName(f));
        Assert.Equal(CardTemplates.Names.SelectMany(n => new[] { n + ".data.json", n + ".json" }).Order(), files.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_WithItsSample_LeavesNoExpressionOpen(string name)
    {
        var card = Draw(name);
        Assert.DoesNotContain("${", card.ToJsonString(CardRenderer.Json), StringComparison.Ordinal);
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.All(new[] { "fallbackText", "speak", "lang" }, field => Assert.NotEmpty((string)card[field]!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_EveryButton_HasAVerbThatIsKnown(string name)
    {
        var buttons = CardWalk.Objects(Draw(name)).Where(o => (string?)o["type"] == "Action.Submit").ToArray();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, b => Assert.NotNull(CardAction.Parse(b["data"].Deserialize<JsonElement>())));
        Assert.Equal(buttons.Length, buttons.Select(b => (string)b["title"]!).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_EveryButtonOnTeams_FallsBackToTheSameData(string name)
    {
        var buttons = CardWalk.Objects(Draw(name, CardDialect.UniversalActions)).Where(o => (string?)o["type"] == "Action.Execute").ToArray();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, button =>
        {
            Assert.Equal(("Action.Submit", (string?)button["title"]), ((string?)button["fallback"]!["type"], (string?)button["fallback"]!["title"]));
            Assert.True(JsonNode.DeepEquals(button["data"], button["fallback"]!["data"]));
            Assert.Equal((string?)button["verb"], (string?)button["data"]!["verb"]);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_Texts_WrapAndLeaveColoursToTheReader(string name)
    {
        var template = Read(name);
        var texts = CardWalk.Objects(template).Where(o => (string?)o["type"] == "TextBlock").ToArray();
        Assert.All(texts, t => Assert.True((bool?)t["wrap"]));
        Assert.All(CardWalk.Objects(template), o => Assert.False(o.ContainsKey("color") || o.ContainsKey("backgroundImage")));
        if (name != "message")
            Assert.Equal("heading", (string?)texts[0]["style"]);
    }

    [Fact]
    public void Load_TemplateMissing_NamesTheFile()
    {
        var folder = Directory.CreateTempSubdirectory("cards");
        try
        {
            Assert.Contains("role-list.json", Assert.Throws<TemplateException>(() => CardTemplates.Load(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Draw(string name, CardDialect dialect = CardDialect.Submit)
    {
        var card = CardTemplate.Compile(name, Read(name).ToJsonString()).Expand(Read(name + ".data"));
        return CardFinisher.Finish((JsonObject)card!, dialect);
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(CardTemplates.DefaultFolder, name + ".json")))!;
}
