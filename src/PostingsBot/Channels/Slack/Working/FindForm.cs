using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>The modal "Find roles": a question in one's own words, and choices that complete what is typed.</summary>
internal sealed class FindForm(ISuggestions suggestions)
{
    private const string Callback = "find";
    private const string QuestionName = "question";
    private const string ChoiceName = "choice";
    private const string QuestionBlock = "question";
    private const string ChoiceBlock = "choice";
    private const int MostChoices = 20;
    private const int LeastTyped = 2;
    private const int LongestQuestion = 500;
    private const int LongestTyped = 60;

    public static SlackView View() => SlackView.Modal(
        SlackWording.FindRoles,
        [
            Block.Input(QuestionBlock, SlackWording.WhatFor, optional: true, new JsonObject
            {
                ["type"] = "plain_text_input",
                ["action_id"] = CardInputs.Prefix + QuestionName,
                ["max_length"] = LongestQuestion,
                ["focus_on_load"] = true,
                ["placeholder"] = SlackText.Plain(SlackWording.WhatForExample),
            }),
            Block.Input(
                ChoiceBlock, SlackWording.Completed, optional: true,
                new JsonObject { ["type"] = "multi_external_select", ["action_id"] = CardInputs.Prefix + ChoiceName, ["min_query_length"] = LeastTyped },
                SlackWording.CompletedHint),
        ],
        Callback, SlackWording.Search);

    public static bool IsOf(JsonElement view) => JsonText.Of(view, "callback_id") is Callback;

    /// <summary>The question with what was chosen; empty when nothing was said.</summary>
    public static string SaidIn(JsonElement view)
    {
        var values = view.TryGetProperty("state", out var state) && state.ValueKind is JsonValueKind.Object && state.TryGetProperty("values", out var all) ? all : default;
        var said = CardInputs.Values(values).ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal);
        return string.Join(", ", new[] { said.GetValueOrDefault(QuestionName)?.Trim(), said.GetValueOrDefault(ChoiceName) }.Where(text => !string.IsNullOrEmpty(text)));
    }

    /// <summary>Says beside the question why it is not answered.</summary>
    public static SlackAck Refuse(JsonElement view, string reason) => IsOf(view)
        ? new SlackAck(new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { [QuestionBlock] = reason } })
        : new SlackAck(new JsonObject { ["response_action"] = "update", ["view"] = SlackSender.ViewOf(MessageFactory.Text(reason)).Json.DeepClone() });

    public async Task<JsonObject> ChoicesAsync(SlackWork.Choices asked, CancellationToken ct)
    {
        var typed = asked.Typed.Length > LongestTyped ? asked.Typed[..LongestTyped] : asked.Typed;
        var found = asked.ActionId == CardInputs.Prefix + ChoiceName ? await suggestions.SuggestAsync(typed, kind: null, MostChoices, ct) : [];
        return new JsonObject
        {
            ["options"] = new JsonArray([.. found.Where(one => one.Text.Length <= Blocks.SlackLimits.OptionValue).DistinctBy(one => one.Text, StringComparer.Ordinal).Select(Option)]),
        };
    }

    private static JsonObject Option(Suggestion one) =>
        Block.Option(string.Create(CultureInfo.InvariantCulture, $"{one.Text} · {Show.Count(one.Roles, "role", "roles")}"), SlackText.Escape(one.Text));
}
