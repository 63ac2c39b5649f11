using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Tests.Cards;
using CardAction = PostingsBot.Cards.CardAction;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

public sealed class SlackViewTests
{
    private static readonly LocalDate Today = new(2026, 3, 1);

    [Fact]
    public void FindRoles_Modal_KeepsTheLimits()
    {
        var view = FindRolesView.Of("senior roles").At("T1:C1:1.2");

        Assert.Empty(BlockLimits.OfView(view.Json));
        Assert.Equal("T1:C1:1.2", SlackView.PlaceOf(Element(view.Json)));
        Assert.Equal("senior roles", (string?)view.Json["blocks"]![0]!["element"]!["initial_value"]);
    }

    [Theory]
    [InlineData("backend", "", "", "", "", "", "backend")]
    [InlineData("", "Python,PostgreSQL", "Berlin", "hybrid", "senior,staff", "90k EUR", "Python, PostgreSQL, hybrid, senior or staff, in Berlin, at least 90k EUR")]
    [InlineData("", "", "San Francisco, CA", "", "", "50 USD an hour", "in San Francisco, CA, at least 50 USD an hour")]
    public void FindRoles_Submitted_IsAQuestionInWords(string words, string skills, string place, string work, string level, string pay, string say)
    {
        var submission = FindRolesView.Read(Submitted(words, skills, place, work, level, pay));

        Assert.Null(submission.Response);
        Assert.Equal(new CardAction.Ask(say), CardAction.Parse(submission.Value!.Value));
    }

    [Fact]
    public void FindRoles_EverythingFilledIn_IsUnderstoodWhole()
    {
        var say = ((CardAction.Ask)CardAction.Parse(FindRolesView.Read(Submitted("", "Python,PostgreSQL", "Berlin", "hybrid", "senior,staff", "90k EUR")).Value!.Value)!).Say;

        var question = new QuestionReader(CatalogueNames.Empty).Read(say, Conversation.Empty, Today);

        Assert.Equal("FindRoles skill:Python skill:PostgreSQL hybrid level:senior|staff in:DE-BE/berlin pay:90000..EUR", QuestionText.Of(question));
        Assert.Empty(question.Unread);
    }

    [Theory]
    [InlineData("", "", "words")]
    [InlineData("backend", "a lot", "pay")]
    public void FindRoles_NothingOrNoAmount_IsRefusedUnderTheInput(string words, string pay, string block)
    {
        var submission = FindRolesView.Read(Submitted(words, "", "", "", "", pay));

        Assert.Null(submission.Value);
        Assert.Equal("errors", (string?)submission.Response!["response_action"]);
        Assert.Equal([block], submission.Response["errors"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void FindRoles_Options_ComeByKindAndWithinTheLimits()
    {
        var options = FindRolesView.Options([new(SuggestionKind.Skill, "C++ & <C>", 2), new(SuggestionKind.Employer, "Crunch", 1), new(SuggestionKind.Skill, new string('x', 90), 1), .. Enumerable.Range(0, 120).Select(i => new Suggestion(SuggestionKind.Skill, $"s{i}", 1))])["options"]!.AsArray();

        Assert.Equal(100, options.Count);
        Assert.Equal(("C++ &amp; &lt;C&gt; · 2 roles", "C++ &amp; &lt;C&gt;"), ((string)options[0]!["text"]!["text"]!, (string)options[0]!["value"]!));
        Assert.Equal(("Crunch · 1 role", "at Crunch"), ((string)options[1]!["text"]!["text"]!, (string)options[1]!["value"]!));
        Assert.Equal([SuggestionKind.Title, SuggestionKind.Employer], FindRolesView.KindsOf("in-role"));
        Assert.Empty(FindRolesView.KindsOf("do-1"));
    }

    [Fact]
    public void Home_NothingYet_GreetsAndSaysKindly()
    {
        var home = HomeView.Of(new HomeContent(null, ["Senior roles"], [], [], []));

        Assert.Equal(
            """
            # Hello!
            I answer questions about job postings, and I quote the line each fact stands in.
            Write to me under Messages, mention me in a channel, or type /roles and your question.   [Find roles…]
              · Three things to try
            [Senior roles]
            # New roles
              · There are no roles yet. When some are added, you see them here.
            # Your saved roles
              · None yet. Open a role and press “Save”.
            # Your alerts
              · None yet. Ask me for roles and press “Send me new ones”, or say “send me new senior Rust roles, weekdays at 8”.

            """.ReplaceLineEndings("\n"),
            Sketch.Of(home.Json["blocks"]!.AsArray()));
        Assert.Empty(BlockLimits.OfView(home.Json));
    }

    [Fact]
    public void Home_Full_KeepsTheLimitsAndItsButtonsWork()
    {
        const string hostile = "*R&D* <!channel> `x` _y_ & more words for a long title";
        var items = Enumerable.Range(1, 40).Select(i => new HomeItem($"{i} {hostile}", hostile, [new("Pause", new JsonObject { ["verb"] = "ask", ["say"] = $"pause {i}" }), new("Delete", new JsonObject { ["verb"] = "ask", ["say"] = $"delete {i}" })])).ToList();

        var home = HomeView.Of(new HomeContent("Ada <b>", [hostile, "b", "c", "d"], [.. Enumerable.Range(1, 20).Select(i => SampleAnswers.Posting(hostile, i))], items, items));

        Assert.Empty(BlockLimits.OfView(home.Json));
        Assert.Empty(BlockWalk.Objects(home.Json).Where(SlackReading.IsText).Select(SlackReading.Acting).OfType<string>());
        var buttons = BlockWalk.Objects(home.Json).Where(part => (string?)part["type"] == "button").Select(button => Element(button)).ToList();
        Assert.Equal(1 + 3 + 10 + (2 * 15 * 2), buttons.Count);
        Assert.NotNull(BlockAction.ViewOf(buttons[0]));
        Assert.All(buttons.Skip(1), button => Assert.NotNull(CardAction.Parse(BlockAction.ValueOf(button)!.Value)));
    }

    [Fact]
    public void Card_EveryTemplate_IsAViewWithinTheLimits() => Assert.All(CardTemplates.Names, name =>
    {
        var view = CardView.Of("A title of more characters than a modal takes", SampleCards.Draw(name));

        Assert.Empty(BlockLimits.OfView(view.Json));
        var shown = SlackReading.WordsOf(view.Json);
        Assert.All(CardContents.Of(SampleCards.Draw(name)), text => Assert.Contains(text, shown, StringComparison.Ordinal));
    });

    private static JsonElement Submitted(string words, string skills, string place, string work, string level, string pay)
    {
        JsonObject Chosen(string value) => new() { ["type"] = "static_select", ["selected_option"] = value.Length == 0 ? null : new JsonObject { ["value"] = value } };
        JsonObject Several(string values) => new() { ["type"] = "multi_static_select", ["selected_options"] = new JsonArray([.. values.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => new JsonObject { ["value"] = value })]) };
        JsonObject Text(string text) => new() { ["type"] = "plain_text_input", ["value"] = text.Length == 0 ? null : text };
        return Element(new JsonObject
        {
            ["callback_id"] = FindRolesView.Callback,
            ["state"] = new JsonObject
            {
                ["values"] = new JsonObject
                {
                    ["words"] = new JsonObject { ["in-words"] = Text(words) },
                    ["skill"] = new JsonObject { ["in-skill"] = Several(skills) },
                    ["place"] = new JsonObject { ["in-place"] = Chosen(place) },
                    ["work"] = new JsonObject { ["in-work"] = Chosen(work) },
                    ["level"] = new JsonObject { ["in-level"] = Several(level) },
                    ["pay"] = new JsonObject { ["in-pay"] = Text(pay) },
                },
            },
        });
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
