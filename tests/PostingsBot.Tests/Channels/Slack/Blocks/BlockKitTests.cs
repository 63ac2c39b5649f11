using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Support;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

public sealed class BlockKitTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly CardRenderer Renderer = new(CardTemplates.Load(CardTemplates.DefaultFolder));

    public static TheoryData<string> Names => [.. CardTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EveryCard_ShowsAllOfItWithinTheLimits(string name)
    {
        var card = SampleCards.Draw(name);

        var message = BlockKit.Of(card);

        output.WriteLine($"=={name}\n{Sketch.Of(message.Blocks)}==");
        AssertShows(card, message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EveryCardOverGeneratedData_ShowsAllOfItWithinTheLimits(string name)
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var card = SampleCards.Generate(name, seed);
            AssertShows(card, BlockKit.Of(card));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EveryCard_DrawsItsButtonsWithKnownVerbs(string name)
    {
        var buttons = Buttons(BlockKit.Of(SampleCards.Draw(name))).Where(button => button["value"] is not null).Select(button => JsonSerializer.SerializeToElement(button)).ToList();

        Assert.NotEmpty(buttons);
        Assert.All(buttons, button => Assert.True(BlockAction.ViewOf(button) is not null || CardAction.Parse(BlockAction.ValueOf(button)!.Value) is not null));
    }

    [Fact]
    public void Of_HostileWords_ShowsThemAndNothingActs()
    {
        string[] pieces =
        [
            "<!channel>", "<!here|x>", "<!everyone>", "<@U012AB3CD>", "<#C024BE7LR|general>", "<!subteam^S1>", "<https://evil.example|bank.example>", "<mailto:a@b.example|hr>", "@channel", "#general",
            "&", "&amp;", "&lt;!here&gt;", "<", ">", "> quote", "*bold*", "_it_", "~gone~", "`code`", "```pre```", ":smile:", "*", "_", "~", "`", ":", "|", "<!date^0^{date}|x>",
            "C*", "snake_case", "__init__", "R&D", "50 < 60 > 40", "a", "Ingénieur", "日本語", "👩‍💻", "\\", "\\*", "[a](https://x.example)", "https://evil.example/a b", "javascript:alert(1)", "{{DATE}}", "${x}",
            "\u202E", "\u200B", "\n", "\n> ", "1. ", "• ", "- ", " ", "  ", new string('x', 200), new string('&', 30),
        ];
        var words = Gen.Elements(pieces).NonEmptyListOf().Select(list => string.Concat(list));
        var property = Prop.ForAll(words.ToArbitrary(), word =>
        {
            foreach (var answer in SampleAnswers.All(word))
            {
                var card = Renderer.Draw(answer, CardDialect.Submit);
                var reply = Replies.WithCard(card, answer.Text);
                reply.Summary = PlainText.Of(answer);
                AssertShows(card, BlockKit.Of(reply), mayShorten: true);
            }

            var said = BlockKit.Of(Replies.Prompting(word, [word], new Activity()));
            Assert.Equal(Written(CardText.Plain(word)), Written(string.Concat(said.Blocks.Where(block => (string?)block!["type"] == "section").Select(block => SlackReading.Words(block!["text"]!.AsObject())))));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(1, 3), property);
    }

    [Fact]
    public void Of_LongAnswers_KeepsTheLimitsAndSaysWhatItLeavesOut()
    {
        foreach (var answer in SampleAnswers.All(string.Concat(Enumerable.Repeat("words & more ", 60)), passages: 40, roles: 30))
        {
            var reply = Replies.WithCard(Renderer.Draw(answer, CardDialect.Submit), answer.Text);
            reply.Summary = PlainText.Of(answer);
            var message = BlockKit.Of(reply);

            Assert.Empty(BlockLimits.OfMessage(message.Text, message.Blocks));
        }
    }

    [Fact]
    public void Of_TextsOfMoreThanAMessageTakes_ShortensThemAndKeepsEveryButton()
    {
        var answer = SampleAnswers.Roles(new string('&', 400), 8);
        var card = Renderer.Draw(answer, CardDialect.Submit);

        var message = BlockKit.Of(card);

        Assert.Empty(BlockLimits.OfMessage(message.Text, message.Blocks));
        Assert.Contains("Long texts are shortened here", SlackReading.WordsOf(message.Blocks), StringComparison.Ordinal);
        Assert.Equal(CardWalk.Objects(card).Count(part => (string?)part["type"] == "Action.Submit"), Buttons(message).Count());
    }

    [Fact]
    public void Of_CardOfMorePartsThanAMessageTakes_SaysHowManyAreLeftOutAndKeepsTheLastButtons()
    {
        var card = Card(
            [.. Enumerable.Range(1, 70).Select(i => new JsonObject { ["type"] = "Container", ["items"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = $"part {i}" }) })],
            [new JsonObject { ["type"] = "Action.Submit", ["title"] = "More", ["data"] = new JsonObject { ["verb"] = "more" } }]);

        var message = BlockKit.Of(card);

        Assert.Equal(50, message.Blocks.Count);
        Assert.Contains("22 more parts are not shown", SlackReading.Words(message.Blocks[48]!["elements"]![0]!.AsObject()), StringComparison.Ordinal);
        Assert.Equal("More", SlackReading.Words(Buttons(message).Single()["text"]!.AsObject()));
    }

    [Fact]
    public void Of_LongParagraph_GoesOnInTheNextSection()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"w{i}"));

        var message = BlockKit.Of(Card([new JsonObject { ["type"] = "TextBlock", ["text"] = words }], []));

        Assert.Equal(3, message.Blocks.Count);
        Assert.Equal(words, string.Join(' ', message.Blocks.Select(block => SlackReading.Words(block!["text"]!.AsObject()))));
    }

    [Fact]
    public void Of_LinksOfManyKinds_OpensHttpsAsButtonsMailAsTextAndWritesOthers()
    {
        JsonObject Open(string title, string url) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = url };

        var message = BlockKit.Of(Card([], [Open("Apply", "https://x.example/a|b?q=ü&c=<d>"), Open("Write", "mailto:jobs@x.example"), Open("Old", "http://x.example/"), Open("Bad", "javascript:alert(1)")]));

        Assert.Equal("https://x.example/a%7Cb?q=%C3%BC&c=%3Cd%3E", (string?)Buttons(message).Single()["url"]);
        Assert.Contains(message.Blocks, block => (string?)block!["text"]?["text"] == "<mailto:jobs@x.example|Write>");
        Assert.Equal("Old: http://x.example/\nBad: javascript:alert(1)", SlackReading.Words(message.Blocks[0]!["elements"]![0]!.AsObject()));
        Assert.Empty(BlockLimits.OfMessage(message.Text, message.Blocks));
    }

    [Fact]
    public void Of_PartsOfOtherCards_AreShownOrNamed()
    {
        var message = BlockKit.Of(Card(
            [
                JsonNode.Parse("""{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"Image","url":"https://x.example/p.png","altText":"logo"}]},{"type":"Column","items":[{"type":"TextBlock","text":"Harbour Labs","weight":"Bolder"}]}]}""")!,
                JsonNode.Parse("""{"type":"Image","url":"http://x.example/p.png","altText":"a plain picture"}""")!,
                JsonNode.Parse("""{"type":"RichTextBlock","inlines":["rich ",{"type":"TextRun","text":"*text*"}]}""")!,
                JsonNode.Parse("""{"type":"FactSet","facts":[{"title":"Pay","value":"90 \\* 2"}]}""")!,
                JsonNode.Parse("""{"type":"Media","fallback":{"type":"TextBlock","text":"a film"}}""")!,
                JsonNode.Parse("""{"type":"Media"}""")!,
                JsonNode.Parse("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"all of it","selectAction":{"type":"Action.OpenUrl","title":"Read","url":"https://x.example"}}]}""")!,
                JsonNode.Parse("""{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"left"}],"selectAction":{"type":"Action.Submit","title":"Left","data":{"verb":"more"}}},{"type":"Column","items":[]}]}""")!,
                JsonNode.Parse("""{"type":"Table","rows":[{"cells":[{"items":[{"type":"TextBlock","text":"a"}]},{"items":[]},{"items":[{"type":"Image","url":"https://x.example/p.png","altText":"map"},{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Pick","data":{"verb":"more"}}]}]}]}]}""")!,
                JsonNode.Parse("""{"type":"Table","rows":[{"cells":[{"items":[{"type":"TextBlock","text":"What"}]},{"items":[{"type":"TextBlock","text":"One"}]}]},{"cells":[{"items":[{"type":"TextBlock","text":"Pay"}]},{"items":[{"type":"TextBlock","text":"90"}]}]}]}""")!,
            ],
            [JsonNode.Parse("""{"type":"Action.New","title":"New","fallback":{"type":"Action.Newer","title":"Newer","fallback":{"type":"Action.Submit","title":"Old","data":{"verb":"more"}}}}""")!, JsonNode.Parse("""{"type":"Action.New","title":"Odd"}""")!]));

        Assert.Equal(
            "*Harbour Labs*   <picture: logo>\n  · a plain picture\nrich *text*\n  *Pay*: 90 * 2\na film\n  · A part of this card is not shown in Slack: Media.\nall of it\n[Read]\nleft\n[Left]\n| a | – | map |\n[Pick]\n*Pay*\nOne: 90\n  · A part of this card is not shown in Slack: Odd.\n[Old]\n",
            Sketch.Of(message.Blocks));
        Assert.Empty(BlockLimits.OfMessage(message.Text, message.Blocks));
    }

    [Fact]
    public void Of_ReplyWithRemarkAndSummary_SpeaksBothInFullWords()
    {
        var answer = SampleAnswers.Roles("R&D <lead>", 2);
        var reply = Replies.WithMemoryLost(new Replies(Renderer).Of(answer, new Activity { ChannelId = "slack" }));

        var message = BlockKit.Of(reply);

        Assert.StartsWith("I could not read", message.Text, StringComparison.Ordinal);
        Assert.Contains("1. R&amp;D &lt;lead&gt; – R&amp;D &lt;lead&gt;", message.Text, StringComparison.Ordinal);
        Assert.StartsWith("I could not read", (string)message.Blocks[0]!["text"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SuggestedActions_AreButtonsThatSayThem()
    {
        var message = BlockKit.Of(Replies.Prompting("Hello!", ["Senior roles", "Help"], new Activity()));

        Assert.Equal("Hello!\n[Senior roles] [Help]\n", Sketch.Of(message.Blocks));
        Assert.Equal(["Senior roles", "Help"], Buttons(message).Select(button => ((CardAction.Ask)CardAction.Parse(BlockAction.ValueOf(JsonSerializer.SerializeToElement(button))!.Value)!).Say));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readme_ShowsEveryCardAsSlackDoes(string name)
    {
        var expected = $"![The card {name} over its sample](pictures/{name}.png)\n\n```\n{Sketch.Of(BlockKit.Of(SampleCards.Draw(name)).Blocks)}```\n";

        Assert.True(File.ReadAllText(Repository.Path("cards/README.md")).ReplaceLineEndings("\n").Contains(expected, StringComparison.Ordinal), "cards/README.md lacks:\n" + expected);
    }

    private static JsonObject Card(JsonNode[] body, JsonNode[] actions) => new() { ["type"] = "AdaptiveCard", ["fallbackText"] = "card", ["body"] = new JsonArray(body), ["actions"] = new JsonArray(actions) };

    /// <summary>All of the card is there, unless the message says that it had to be shortened.</summary>
    private static void AssertShows(JsonObject card, SlackMessage message, bool mayShorten = false)
    {
        Assert.Empty(BlockLimits.OfMessage(message.Text, message.Blocks));
        Assert.Empty(BlockWalk.Objects(message.Blocks).Where(SlackReading.IsText).Select(SlackReading.Acting).OfType<string>());
        Assert.Null(SlackReading.Acting(new JsonObject { ["type"] = "plain_text", ["text"] = message.Text }));
        var shown = Written(SlackReading.WordsOf(message.Blocks));
        var lost = CardContents.Of(card).Where(text => !shown.Contains(Written(text), StringComparison.Ordinal)).ToList();
        Assert.True(lost.Count == 0 || (mayShorten && shown.Contains(Written("Long texts are shortened here"), StringComparison.Ordinal)), $"Not shown: {string.Join('\n', lost)}\nOf the blocks:\n{Sketch.Of(message.Blocks)}");
    }

    /// <summary>Without the line ends and blanks at which a long text was continued in another block.</summary>
    private static string Written(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<JsonObject> Buttons(SlackMessage message) => BlockWalk.Objects(message.Blocks).Where(part => (string?)part["type"] == "button");
}
