using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Channels.Slack.Working;

/// <summary>The modal "Find roles" at work: the choices that complete what is typed, and what becomes of a submission.</summary>
internal sealed class FindForm(ISuggestions suggestions)
{
    private const int MostChoices = 20;
    private const int LongestTyped = 60;

    public static bool IsOf(JsonElement view) => JsonText.Of(view, "callback_id") is FindRolesView.Callback;

    /// <summary>Says in a submitted modal why it is not answered.</summary>
    public static SlackAck Refuse(JsonElement view, string reason) => new(IsOf(view)
        ? FindRolesView.Refusal(reason)
        : new JsonObject { ["response_action"] = "update", ["view"] = SlackSender.ViewOf(MessageFactory.Text(reason)).Json.DeepClone() });

    public async Task<JsonObject> ChoicesAsync(SlackWork.Choices asked, CancellationToken ct)
    {
        var typed = asked.Typed.Length > LongestTyped ? asked.Typed[..LongestTyped] : asked.Typed;
        var found = new List<Suggestion>();
        foreach (var kind in FindRolesView.KindsOf(asked.ActionId))
            found.AddRange(await suggestions.SuggestAsync(typed, kind, MostChoices, ct));
        return FindRolesView.Options(found);
    }
}
