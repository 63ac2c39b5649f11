using System.Text.Json;
using System.Text.Json.Nodes;
using Markdig;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Cards;

public sealed class CardRendererTests
{
    private static readonly CardRenderer Renderer = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    [Fact]
    public void Draw_RoleList_ShowsRangeRolesAndButtons()
    {
        var card = Renderer.Draw(SampleAnswers.Roles("Backend Engineer", 3), CardDialect.Submit);
        Assert.Equal(
            [
                "Backend Engineer", "1–3 of 5", "I read “Backend Engineer” as “Backend Engineer”.",
                "Backend Engineer", "Backend Engineer · remote, Germany only, Backend Engineer", "senior · EUR 90,000–120,000.5 per year · posted 2017-07-27",
                "“Backend Engineer” seeds/sample.txt:3",
            ],
            Texts(card).Take(7));
        Assert.Equal(
            [
                "ask Show", "Details: Backend Engineer, 1", "Details: Backend Engineer, 2", "Details: Backend Engineer, 3",
                "✕ Backend Engineer", "Backend Engineer (2)", "Show more", "Compare these", "Backend Engineer",
            ],
            Buttons(card).Select(b => (string)b["title"]!).Prepend("ask Show"));
    }

    [Fact]
    public void Draw_UnknownFacts_SaysNotStated()
    {
        var bare = SampleAnswers.Posting("Engineer", 1) with { Company = null, Locations = [], Workplace = null, RemoteWithin = [], Seniorities = [], Salaries = [], Posted = null };
        var card = Renderer.Draw(new RoleListAnswer([], false) { Text = "One role.", Postings = [bare], Total = 1 }, CardDialect.Submit);
        Assert.Contains("employer not stated · place not stated", Texts(card));
        Assert.Contains("pay not stated", Texts(card));
        Assert.DoesNotContain("1 of 1", Texts(card));
    }

    [Fact]
    public void Draw_Detail_NamesWhatIsNotStatedAndHidesSections()
    {
        var card = Renderer.Draw(SampleAnswers.Detail("https://example.com/apply", 9), CardDialect.Submit);
        Assert.Contains("Not stated: https://example.com/apply, pay", Texts(card));
        var section = Objects(card).Single(o => (string?)o["id"] == "section-1");
        Assert.False((bool)section["isVisible"]!);
        Assert.Contains("and 3 more, seeds/sample.txt:4", Texts(section));
        Assert.Equal("section-1", (string?)Objects(card).Last(o => (string?)o["type"] == "Action.ToggleVisibility")["targetElements"]![0]);
        Assert.Equal("https://example.com/apply", (string?)Objects(card).Single(o => (string?)o["type"] == "Action.OpenUrl")["url"]);
    }

    [Fact]
    public void Draw_Comparison_WritesUnknownCellsAndPutsDifferencesFirst()
    {
        var rows = new[] { new CompareRow("level", ["senior", null], true), new CompareRow("workplace", ["remote", "remote"], false), new CompareRow("pay", [null, null], false) };
        var card = Renderer.Draw(new CompareAnswer(["A", "B"], rows) { Text = "Compared." }, CardDialect.Submit);
        Assert.Equal(["Compared.", "Where they differ", "What", "A", "B", "Level", "senior", "not stated", "What is the same", "Stated by none: pay"], Texts(card));
        Assert.Equal("remote", (string?)Objects(card).Single(o => (string?)o["type"] == "FactSet")["facts"]![0]!["value"]);
        Assert.Equal(3, Objects(card).Single(o => (string?)o["type"] == "Table")["columns"]!.AsArray().Count);
    }

    [Fact]
    public void Draw_EveryAnswer_ButtonsCarryKnownVerbsInBothDialects()
    {
        foreach (var answer in SampleAnswers.All())
        {
            var submits = Buttons(Renderer.Draw(answer, CardDialect.Submit)).ToArray();
            var executes = Buttons(Renderer.Draw(answer, CardDialect.UniversalActions)).ToArray();
            Assert.All(submits, b => Assert.Equal("Action.Submit", (string?)b["type"]));
            Assert.All(executes, b => Assert.Equal("Action.Execute", (string?)b["type"]));
            Assert.All(executes, b => Assert.True(JsonNode.DeepEquals(b["data"], b["fallback"]!["data"])));
            Assert.All(executes, b => Assert.Equal((string?)b["verb"], (string?)b["data"]!["verb"]));
            Assert.Equal(submits.Select(b => b["data"]!.ToJsonString()), executes.Select(b => b["data"]!.ToJsonString()));
            Assert.All(submits, b => Assert.NotNull(CardAction.Parse(b["data"].Deserialize<JsonElement>())));
        }
    }

    [Theory]
    [InlineData("*x* _y_ [click](https://evil.example) <script>alert(1)</script> # `z`")]
    [InlineData("# - + 1. > ![i](http://evil.example/i.png) <at>Bob</at> {{DATE(2026-02-14T06:08:00Z)}}")]
    [InlineData("javascript:alert(1)")]
    [InlineData("${name} ${$root.text} ${if(")]
    [InlineData("\u202Eevil\u0000\nline two\n- item")]
    public void Draw_HostileText_StaysText(string hostile)
    {
        foreach (var card in SampleAnswers.All(hostile).Select(a => Renderer.Draw(a, CardDialect.UniversalActions)))
        {
            Assert.All(Texts(card), text => Assert.Matches("^<p>[^<]*</p>$", Markdown.ToHtml(text).Trim()));
            Assert.DoesNotContain(Objects(card), o => (string?)o["type"] == "Action.OpenUrl");
            var shown = Strings(card).ToArray();
            Assert.DoesNotContain(shown, text => text.Contains("{{", StringComparison.Ordinal) || text.Any(c => char.IsControl(c) || c == '\u202E'));
            Assert.DoesNotContain(shown, text => text.Contains("<at", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Draw_LongText_ShortensUnderTheLimitAndKeepsEveryRole()
    {
        var word = string.Concat(Enumerable.Repeat("Lange \"Wörter\" über – 🌎 ", 120));
        foreach (var dialect in Enum.GetValues<CardDialect>())
        {
            foreach (var answer in SampleAnswers.All(word, passages: 200, roles: 8))
            {
                var card = Renderer.Draw(answer, dialect);
                Assert.InRange(card.ToJsonString(CardRenderer.Json).Length, 1, CardBudget.LargestCard);
                if (answer is RoleListAnswer)
                    Assert.Equal(8, Buttons(card).Count(b => (string?)b["data"]!["verb"] == "detail"));
            }
        }
    }

    [Fact]
    public void Draw_MoreThanSixButtons_PutsTheRestIntoTheOverflow()
    {
        var choices = Enumerable.Range(1, 8).Select(i => new Choice($"choice {i}", $"say {i}")).ToArray();
        var card = Renderer.Draw(new ClarifyAnswer(choices) { Text = "Which?" }, CardDialect.UniversalActions);
        Assert.Equal(["choice 7", "choice 8"], Buttons(card).Where(b => (string?)b["mode"] == "secondary").Select(b => (string)b["title"]!));
    }

    private static IEnumerable<string> Texts(JsonNode card) => Objects(card).Where(o => (string?)o["type"] == "TextBlock").Select(o => (string)o["text"]!);

    private static IEnumerable<JsonObject> Buttons(JsonNode card) =>
        Objects(card).Where(o => (string?)o["type"] is "Action.Submit" or "Action.Execute" && o.Parent is JsonArray);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => CardWalk.Objects(node);

    /// <summary>Every string that a reader sees; a button's data is never shown.</summary>
    private static IEnumerable<string> Strings(JsonNode card) => Objects(card)
        .Where(o => !CardWalk.IsData(o))
        .SelectMany(o => o).Select(f => f.Value).OfType<JsonValue>().Where(v => v.GetValueKind() is JsonValueKind.String).Select(v => v.GetValue<string>());
}
