using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Teams;
using PostingsBot.Channels.Terminal;
using PostingsBot.Core.Answers;
using PostingsBot.Dialogs;
using PostingsBot.Tests.Cards;
using PostingsBot.Tests.Channels.Slack;
using PostingsBot.Tests.Support;
using PostingsBot.Tests.Support.Slack;
using Spectre.Console;

namespace PostingsBot.Tests.Dialogs;

/// <summary>The scripted conversations on every channel: the same roles in the same order, and the same facts with the same sources.</summary>
public sealed partial class SameOnEveryChannelTests
{
    public static TheoryData<string, string> Scripts => ConversationTests.Scripts;

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Conversation_OnTeamsAndSlack_SaysWhatItSaysOnDirectLine(string name, string script)
    {
        var steps = Steps(script);
        var direct = await OnCardsAsync(steps, "directline");
        using var slack = new SlackTalk();

        Assert.All(direct, answer => Assert.NotEmpty(answer));
        Equal(name, steps, direct, await OnCardsAsync(steps, "msteams"));
        Equal(name, steps, direct, await OnSlackAsync(steps, slack));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Conversation_InTheTerminal_SaysWhatItSaysOnDirectLine(string name, string script)
    {
        // A terminal has no buttons.
        var steps = Steps(script).TakeWhile(step => step.IsSaid).ToList();

        Equal(name, steps, await OnCardsAsync(steps, "directline"), await InTheTerminalAsync(steps));
    }

    private static List<(bool IsSaid, string Words)> Steps(string script) =>
        [.. script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] is '>' or '!').Select(line => (line[0] is '>', line[2..]))];

    private static void Equal(string name, List<(bool IsSaid, string Words)> steps, List<string> expected, List<string> actual)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            Assert.True(Roles(expected[i]) == Roles(actual[i]), $"{name}, {steps[i].Words}: the roles are\n{Roles(actual[i])}\ninstead of\n{Roles(expected[i])}\nin\n{actual[i]}");
            Assert.True(Facts(expected[i]) == Facts(actual[i]), $"{name}, {steps[i].Words}: the facts are\n{Facts(actual[i])}\ninstead of\n{Facts(expected[i])}\nin\n{actual[i]}");
        }
    }

    private static string Roles(string words) => string.Join(", ", Titles().Matches(words).Select(match => match.Value).Distinct(StringComparer.Ordinal));

    private static string Facts(string words) => string.Join(", ", Stated().Matches(words).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static async Task<List<string>> OnCardsAsync(List<(bool IsSaid, string Words)> steps, string channel)
    {
        var talk = new BotTalk(Examples.Catalogue(), new MemoryStorage(), channel: channel);
        var answers = new List<string>();
        foreach (var (isSaid, words) in steps)
        {
            if (isSaid)
                answers.Add(Shown(await talk.SayAsync(words)));
            else if (channel is "msteams")
                answers.Add(Shown(((AdaptiveCardInvokeResponse)(await talk.ExecuteAsync($$"""{"type":"Action.Execute","data":{{words}}}""")).Body!).Value));
            else
                answers.Add(Shown(await talk.SubmitAsync(words)));
        }

        return answers;
    }

    private static async Task<List<string>> OnSlackAsync(List<(bool IsSaid, string Words)> steps, SlackTalk talk)
    {
        talk.Slack.Messages.Say(SlackTalk.Direct, SlackInstalls.BotUser, "an earlier answer");
        var answers = new List<string>();
        foreach (var (isSaid, words) in steps)
        {
            if (isSaid)
            {
                await talk.SayAsync(words);
            }
            else
            {
                await talk.DeliverAsync(SlackKind.Interaction, Payloads.Pressed(100 + answers.Count, talk.Said[^1], new JsonObject { ["type"] = "button", ["action_id"] = "only-1", ["value"] = words }));
                await talk.WorkAsync();
            }

            answers.Add(Texts(talk.Said[^1]["blocks"]) + OnDemand(talk.Said[^1]["blocks"]));
        }

        return answers;
    }

    private static async Task<List<string>> InTheTerminalAsync(List<(bool IsSaid, string Words)> steps)
    {
        var clock = new FixedClock();
        var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder));
        var (assistant, replies) = (new Assistant(Examples.Catalogue()), new Replies(cards));
        var bot = new PostingsBotHandler(
            new ConversationState(new MemoryStorage()), new AskDialog(assistant, replies, clock), replies, TeamsApp.Over(assistant, new MemoryDocumentStore(), cards, clock), NullLogger<PostingsBotHandler>.Instance);
        var answers = new List<string>();
        await using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 10_000;
        var adapter = new TerminalAdapter(console, clock, "Ada");
        foreach (var (_, words) in steps)
        {
            written.GetStringBuilder().Clear();
            await adapter.SayAsync(bot, words, CancellationToken.None);
            answers.Add(written.ToString());
        }

        return answers;
    }

    /// <summary>What opens in a modal, where a card opens a part of itself.</summary>
    private static string OnDemand(JsonNode? blocks) => string.Concat(CardWalk.Objects(blocks).Where(part => part["type"]?.ToString() is "button")
        .Select(button => BlockAction.ViewOf(JsonSerializer.SerializeToElement(button))).Where(view => view is not null).Select(view => "\n" + Texts(view!.Json["blocks"])));

    private static string Shown(Activity reply) => $"{reply.Text}\n{Shown(reply.Attachments?.FirstOrDefault()?.Content)}";

    private static string Shown(object? content) => content switch { null => "", string text => text, _ => Texts(SdkJson.Card(content)) };

    /// <summary>What people read of a card or of blocks, in its order.</summary>
    private static string Texts(JsonNode? node) => node switch
    {
        JsonObject part => string.Join('\n', part.Where(field => field.Key is not ("data" or "speak" or "fallbackText" or "value" or "fallback" or "type" or "action_id") || (field.Key is "value" && !part.ContainsKey("action_id")))
            .Select(field => field.Value is JsonValue value && value.TryGetValue(out string? text) ? (field.Key is "text" or "title" or "value" or "label" ? text : "") : Texts(field.Value)).Where(text => text.Length > 0)),
        JsonArray list => string.Join('\n', list.Select(Texts).Where(text => text.Length > 0)),
        _ => "",
    };

    [GeneratedRegex("Senior Backend Engineer|Frontend Developer|Data Engineer", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex(@"(roles|companies)/\w+\.md:\d+|\d{2,3},\d{3}|Harbour Labs|Meadow|Orchard|Berlin|San Francisco|\d{4}-\d\d-\d\d", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();
}
