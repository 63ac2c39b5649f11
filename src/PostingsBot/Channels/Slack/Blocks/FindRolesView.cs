using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>What came of a submitted modal: a value for the dialogs, or what Slack is to show under the inputs.</summary>
/// <param name="Value">As Action.Submit would have posted it.</param>
/// <param name="Response">The body of the answer to Slack.</param>
internal sealed record SlackSubmission(JsonElement? Value, JsonObject? Response);

/// <summary>The modal "Find roles". What is filled in becomes one question in words, which is read like any other.</summary>
internal static class FindRolesView
{
    public const string Callback = "find-roles";

    private const string Words = "words";
    private const string Role = "role";
    private const string Skill = "skill";
    private const string Place = "place";
    private const string Work = "work";
    private const string Level = "level";
    private const string Pay = "pay";

    private const int LongestWords = 200;
    private const int LongestPay = 40;
    private const int LongestChoice = 55;

    private static readonly Workplace[] Workplaces = [Workplace.Remote, Workplace.Hybrid, Workplace.Onsite];

    /// <param name="words">What is asked so far; fills the first input.</param>
    public static SlackView Of(string words = "") => SlackView.Modal(ViewWording.FindTitle, Inputs(words), Callback, ViewWording.FindSubmit);

    /// <summary>What an input of the modal suggests while somebody types; nothing for any other action id.</summary>
    public static IReadOnlyList<SuggestionKind> KindsOf(string? actionId) => actionId switch
    {
        CardInputs.Prefix + Role => [SuggestionKind.Title, SuggestionKind.Employer],
        CardInputs.Prefix + Skill => [SuggestionKind.Skill],
        CardInputs.Prefix + Place => [SuggestionKind.Place],
        _ => [],
    };

    /// <summary>The answer to a request for options.</summary>
    public static JsonObject Options(IEnumerable<Suggestion> suggestions) => new()
    {
        ["options"] = new JsonArray([.. suggestions.Where(one => SlackText.Length(ValueOf(one)) <= BlockKitLimits.OptionValue).DistinctBy(ValueOf, StringComparer.Ordinal).Take(BlockKitLimits.Options).Select(Option)]),
    };

    /// <summary>The answer to a submission that shows a sentence under an input.</summary>
    public static JsonObject Refusal(string why, string block = Words) => new() { ["response_action"] = "errors", ["errors"] = new JsonObject { [block] = why } };

    /// <param name="view">The payload's <c>view</c>, whose callback id is <see cref="Callback"/>.</param>
    public static SlackSubmission Read(JsonElement view)
    {
        var given = CardInputs.Values(BlockAction.Property(BlockAction.Property(view, "state"), "values"))
            .GroupBy(input => input.Name, input => Cards.CardText.Plain(input.Value)).ToDictionary(group => group.Key, group => group.Last());
        var pay = given.GetValueOrDefault(Pay, "");
        if (pay.Length > 0 && !pay.Any(char.IsAsciiDigit))
            return Refused(Pay, ViewWording.PayIsNoAmount);
        string[] parts =
        [
            given.GetValueOrDefault(Words, ""), given.GetValueOrDefault(Role, ""), given.GetValueOrDefault(Skill, "").Replace(",", ", ", StringComparison.Ordinal), given.GetValueOrDefault(Work, ""),
            given.GetValueOrDefault(Level, "").Replace(",", " or ", StringComparison.Ordinal), Phrase("in ", given.GetValueOrDefault(Place, "")), Phrase("at least ", pay),
        ];
        var say = string.Join(", ", parts.Where(part => part.Length > 0));
        return say.Length switch
        {
            0 => Refused(Words, ViewWording.NothingToFind),
            > CardVerb.LongestText => Refused(Words, ViewWording.TooMuchToFind),
            _ => new SlackSubmission(JsonText.Element(new JsonObject { ["verb"] = "ask", ["say"] = say }), null),
        };
    }

    private static IEnumerable<JsonObject> Inputs(string words)
    {
        var text = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = CardInputs.Prefix + Words, ["max_length"] = LongestWords, ["focus_on_load"] = true, ["placeholder"] = SlackText.Plain(ViewWording.WordsExample) };
        if (words.Length > 0)
            text["initial_value"] = SlackText.Cut(words, LongestWords);
        yield return Block.Input(Words, ViewWording.WordsLabel, optional: true, text);
        yield return Block.Input(Role, ViewWording.RoleLabel, optional: true, Typed("external_select", Role, ViewWording.TypedExample));
        yield return Block.Input(Skill, ViewWording.SkillLabel, optional: true, Typed("multi_external_select", Skill, ViewWording.TypedExample));
        yield return Block.Input(Place, ViewWording.PlaceLabel, optional: true, Typed("external_select", Place, ViewWording.PlaceExample));
        yield return Block.Input(Work, ViewWording.WorkLabel, optional: true, Chosen("static_select", Work, Workplaces.Select(TermNames.Of)));
        yield return Block.Input(Level, ViewWording.LevelLabel, optional: true, Chosen("multi_static_select", Level, Enum.GetValues<Seniority>().Select(TermNames.Of)));
        yield return Block.Input(
            Pay, ViewWording.PayLabel, optional: true,
            new JsonObject { ["type"] = "plain_text_input", ["action_id"] = CardInputs.Prefix + Pay, ["max_length"] = LongestPay, ["placeholder"] = SlackText.Plain(ViewWording.PayExample) });
    }

    /// <summary>As it goes into the question.</summary>
    private static string ValueOf(Suggestion one) => one.Kind is SuggestionKind.Employer ? "at " + one.Text : one.Text;

    private static JsonObject Option(Suggestion one) =>
        Block.Option($"{SlackText.Cut(one.Text, LongestChoice)} · {Show.Count(one.Roles, "role", "roles")}", SlackText.Escape(ValueOf(one)));

    private static JsonObject Typed(string type, string name, string example) => new()
    {
        ["type"] = type,
        ["action_id"] = CardInputs.Prefix + name,
        ["placeholder"] = SlackText.Plain(example),
        ["min_query_length"] = 1,
    };

    private static JsonObject Chosen(string type, string name, IEnumerable<string> values) => new()
    {
        ["type"] = type,
        ["action_id"] = CardInputs.Prefix + name,
        ["placeholder"] = SlackText.Plain(ViewWording.Any),
        ["options"] = new JsonArray([.. values.Select(value => Block.Option(Cards.Models.FactData.Capital(value), value))]),
    };

    private static string Phrase(string before, string words) => words.Length > 0 ? before + words : "";

    private static SlackSubmission Refused(string block, string why) => new(null, Refusal(why, block));
}
