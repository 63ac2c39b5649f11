using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PostingsBot.Channels.Slack.Blocks;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

public sealed class BlockActionTests
{
    private const string LongWord = "backend or platform engineering, remote from Germany; ";

    [Theory]
    [InlineData("""{"verb":"ask","say":"R&D <roles> 日本"}""")]
    [InlineData("""{"verb":"compare","ids":["0a1b2c3d4e","1b2c3d4e5f"]}""")]
    public void ValueOf_PressedButton_IsTheDataOfTheCard(string data)
    {
        var button = Drawn($$"""{"type":"Action.Submit","title":"Go","data":{{data}}}""");

        Assert.DoesNotContain((string)button["value"]!, c => c is '<' or '>' or '&');
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(data), JsonNode.Parse(BlockAction.ValueOf(Element(button))!.Value.GetRawText())));
    }

    [Fact]
    public void ValueOf_ExecuteWithVerbBesideItsData_HasTheVerbInside() =>
        Assert.Equal(new CardAction.Detail("0a1b2c3d4e"), CardAction.Parse(BlockAction.ValueOf(Element(Drawn("""{"type":"Action.Execute","title":"Go","verb":"detail","data":{"id":"0a1b2c3d4e"}}""")))!.Value));

    [Fact]
    public void ValueOf_DataLongerThanAButtonCarries_IsCompressed()
    {
        var source = string.Concat(Enumerable.Repeat(LongWord, 100));
        var button = Drawn(new JsonObject { ["type"] = "Action.Submit", ["title"] = "Insert", ["data"] = new JsonObject { ["verb"] = "insert", ["number"] = 1, ["source"] = source } }.ToJsonString());

        Assert.InRange(((string)button["value"]!).Length, 1, 2000);
        Assert.Equal(new CardAction.Insert(1, source), CardAction.Parse(BlockAction.ValueOf(Element(button))!.Value));
    }

    [Fact]
    public void ValueOf_AnyWords_ComeBackAsTheyWere()
    {
        var property = Prop.ForAll<string, string>((say, more) =>
        {
            var data = new JsonObject { ["verb"] = "ask", ["say"] = Sound(say) + "<&>" + Sound(more), ["more"] = string.Concat(Enumerable.Repeat(Sound(more), 200)) };
            var button = BlockWalk.Objects(BlockKit.Of(new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = "Go", ["data"] = data.DeepClone() }) }).Blocks).FirstOrDefault(part => (string?)part["type"] == "button");
            Assert.True(button is null || JsonNode.DeepEquals(data, JsonNode.Parse(BlockAction.ValueOf(Element(button))!.Value.GetRawText())));
            Assert.DoesNotContain((string?)button?["value"] ?? "", c => c is '<' or '>' or '&');
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1, 3), property);
    }

    [Fact]
    public void Of_DataThatNoButtonCarries_IsSaidInWords()
    {
        var noise = new Random(7);
        var source = string.Concat(Enumerable.Range(0, 6000).Select(_ => (char)noise.Next(0x4E00, 0x9FFF)));

        var message = BlockKit.Of(new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = "Insert", ["data"] = new JsonObject { ["source"] = source } }) });

        Assert.Equal("  · Insert (too long for a button in Slack; please write it)\n", Sketch.Of(message.Blocks));
    }

    [Theory]
    [InlineData("""{"type":"button","action_id":"other-app","value":"{\"verb\":\"more\"}"}""")]
    [InlineData("""{"type":"button","action_id":"do-1","value":"click_me_123"}""")]
    [InlineData("""{"type":"button","action_id":"do-1","value":"[1]"}""")]
    [InlineData("""{"type":"button","action_id":"do-1","value":"b:AAAA"}""")]
    [InlineData("""{"type":"button","action_id":"do-1","value":"b:not base64!"}""")]
    [InlineData("""{"type":"button","action_id":"do-1","value":7}""")]
    [InlineData("""{"type":"button","action_id":"do-1"}""")]
    [InlineData("""{"type":"button","value":"{\"verb\":\"more\"}"}""")]
    [InlineData("""{"type":"static_select","action_id":"do-1","selected_option":{"value":"{\"verb\":\"more\"}"}}""")]
    [InlineData("""{"type":"button","action_id":"link-1","url":"https://x.example"}""")]
    [InlineData("""{"type":"button","action_id":"show-1","value":"{\"title\":7,\"body\":[]}"}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public void ValueOfAndViewOf_ForeignOrForgedAction_AreNull(string action)
    {
        Assert.Null(BlockAction.ValueOf(Parse(action)));
        Assert.Null(BlockAction.ViewOf(Parse(action)));
    }

    [Fact]
    public void ValueOf_ValueOfMoreCharactersThanSlackTakes_IsNull() =>
        Assert.Null(BlockAction.ValueOf(Element(new JsonObject { ["type"] = "button", ["action_id"] = "do-1", ["value"] = $$"""{"verb":"ask","say":"{{new string('x', 2000)}}"}""" })));

    [Fact]
    public void ViewOf_ForgedCard_HasShapesOfAnyKindAndDoesNotThrow()
    {
        const string card = """{"title":"x","body":[7,"a",null,{"type":7},{"type":"TextBlock","text":{}},{"type":"Container","items":{}},{"type":"ColumnSet","columns":[{"items":[3]}]},{"type":"Input.Text","id":"a","maxLength":"no"},{"type":"Table","rows":[{"cells":3}]},{"type":"Image","url":3}],"actions":[{"type":"Action.OpenUrl","url":[]},{"type":"Action.ToggleVisibility","targetElements":3}]}""";

        Assert.Empty(BlockLimits.OfView(BlockAction.ViewOf(Element(new JsonObject { ["type"] = "button", ["action_id"] = "show-1", ["value"] = card }))!.Json));
    }

    [Fact]
    public void ViewOf_Toggle_ShowsWhatWasHidden()
    {
        var toggle = BlockWalk.Objects(BlockKit.Of(SampleCards.Draw("role-detail")).Blocks).First(part => ((string?)part["action_id"])?.StartsWith("show-", StringComparison.Ordinal) == true);

        var view = BlockAction.ViewOf(Element(toggle))!;

        Assert.Equal("What You’ll Do", SlackReading.Words(view.Json["title"]!.AsObject()));
        Assert.Equal(
            "*What You’ll Do*\n• Lead complex cross-team projects, working alongside product engineering, that increase engineering velocity\n• Improve engineering velocity by implementing best practices and frameworks\n  · and 9 more, seeds/003_8755e8bfefa08e31.txt:44\n",
            Sketch.Of(view.Json["blocks"]!.AsArray()));
        Assert.Empty(BlockLimits.OfView(view.Json));
        Assert.Null(BlockAction.ValueOf(Element(toggle)));
    }

    [Fact]
    public void Of_HiddenPartTooLongForItsButton_StandsOpen()
    {
        var noise = new Random(7);
        var words = string.Concat(Enumerable.Range(0, 2500).Select(_ => (char)noise.Next(0x4E00, 0x9FFF)));

        var message = BlockKit.Of(new JsonObject
        {
            ["body"] = new JsonArray(
                JsonNode.Parse("""{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","title":"Tasks","targetElements":["a"]}]}"""),
                new JsonObject { ["type"] = "Container", ["id"] = "a", ["isVisible"] = false, ["items"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = words }) }),
        });

        Assert.Equal(words + "\n", Sketch.Of(message.Blocks));
    }

    [Fact]
    public void ShowCard_WithInputs_OpensAModalWhoseSubmissionIsTheSubmitOfTheCard()
    {
        var button = Drawn("""
            {"type":"Action.ShowCard","title":"Subscribe","card":{"type":"AdaptiveCard","body":[
              {"type":"Input.Text","id":"name","label":"Name","isRequired":true,"maxLength":40},
              {"type":"Input.Number","id":"pay","label":"Pay","min":1},
              {"type":"Input.Date","id":"from","label":"From"},{"type":"Input.Time","id":"at","label":"At","value":"09:00"},
              {"type":"Input.Toggle","id":"weekends","title":"Weekends too","valueOff":"no","valueOn":"yes","value":"yes"},
              {"type":"Input.ChoiceSet","id":"days","label":"Days","isMultiSelect":true,"choices":[{"title":"Monday","value":"mon"},{"title":"Tuesday","value":"tue"}]},
              {"type":"Input.ChoiceSet","id":"how","label":"How","style":"expanded","value":"short","choices":[{"title":"Short","value":"short"},{"title":"Long","value":"long"}]}],
              "actions":[{"type":"Action.Submit","title":"Subscribe","data":{"verb":"subscribe","id":"q1"}},{"type":"Action.Submit","title":"Not now","associatedInputs":"none","data":{"verb":"more"}}]}}
            """);

        var view = BlockAction.ViewOf(Element(button))!;

        Assert.Equal("Name: <plain_text_input>\nPay: <number_input>\nFrom: <datepicker>\nAt: <timepicker>\nWeekends too: <checkboxes>\nDays: <multi_static_select>\nHow: <radio_buttons>\n[Not now]\n", Sketch.Of(view.Json["blocks"]!.AsArray()));
        Assert.Equal("Subscribe", (string?)view.Json["submit"]!["text"]);
        Assert.Empty(BlockLimits.OfView(view.Json));
        var submitted = view.At("T1:C1").Json;
        submitted["state"] = JsonNode.Parse("""
            {"values":{"block-name":{"in-name":{"type":"plain_text_input","value":"R&amp;D"}},"block-pay":{"in-pay":{"type":"number_input","value":"7"}},
             "block-from":{"in-from":{"type":"datepicker","selected_date":"2026-02-14"}},"block-at":{"in-at":{"type":"timepicker","selected_time":"08:30"}},
             "block-weekends":{"in-off:weekends:no":{"type":"checkboxes","selected_options":[]}},
             "block-days":{"in-days":{"type":"multi_static_select","selected_options":[{"value":"mon"},{"value":"tue"}]}},
             "block-how":{"in-how":{"type":"radio_buttons","selected_option":null}},"other":{"foreign":{"type":"plain_text_input","value":"x"}}}}
            """);
        Assert.Equal(
            """{"verb":"subscribe","id":"q1","name":"R&D","pay":"7","from":"2026-02-14","at":"08:30","weekends":"no","days":"mon,tue","how":""}""",
            JsonNode.Parse(BlockAction.ValueOfView(Element(submitted))!.Value.GetRawText())!.ToJsonString(PostingsBot.Cards.CardRenderer.Json));
        Assert.Equal("T1:C1", SlackView.PlaceOf(Element(submitted)));
    }

    [Theory]
    [InlineData("""{"type":"button","action_id":"link-3","url":"https://x.example"}""", true)]
    [InlineData("""{"type":"static_select","action_id":"in-level"}""", true)]
    [InlineData("""{"type":"button","action_id":"do-1"}""", false)]
    [InlineData("""{"type":"button"}""", false)]
    public void IsSilent_LinksAndInputs_AskForNothing(string action, bool silent) => Assert.Equal(silent, BlockAction.IsSilent(Parse(action)));

    /// <summary>Without halves of characters, which JSON cannot carry.</summary>
    private static string Sound(string? text) => string.Concat((text ?? "").EnumerateRunes());

    private static JsonObject Drawn(string action) => BlockWalk.Objects(BlockKit.Of(new JsonObject { ["actions"] = new JsonArray(JsonNode.Parse(action)) }).Blocks).Single(part => (string?)part["type"] == "button");

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
