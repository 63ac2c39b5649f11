using System.Text.Json;
using PostingsBot.Channels.Slack.Blocks;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;

namespace PostingsBot.Channels.Slack.Receiving;

/// <summary>Payloads of buttons, shortcuts, views and option lists.</summary>
internal static class InteractionReader
{
    /// <summary>What a button of another version carries: nothing that is known.</summary>
    private static readonly JsonElement NothingKnown = JsonElement.Parse("{}");

    public static SlackWork Read(JsonElement payload)
    {
        var user = Inner(payload, "user");
        if (JsonText.Of(payload, "type") is not { } type || JsonText.Of(user, "id") is not { } person || (JsonText.Of(Inner(payload, "team"), "id") ?? JsonText.Of(user, "team_id")) is not { } team)
            return new SlackWork.Malformed("its payload lacks its type, user or team");
        return type switch
        {
            "block_actions" => Pressed(payload, team, person),
            "shortcut" or "message_action" => Shortcut(payload, team, person),
            "view_submission" => Submitted(Inner(payload, "view"), team, person),
            "block_suggestion" => JsonText.Of(payload, "action_id") is { } action ? new SlackWork.Choices(action, JsonText.Of(payload, "value") ?? "") : new SlackWork.Malformed("it lacks its action_id"),
            "view_closed" => new SlackWork.Nothing(),
            _ => new SlackWork.Unknown(type),
        };
    }

    private static SlackWork Shortcut(JsonElement payload, string team, string person)
    {
        if (JsonText.Of(payload, "callback_id") is not { } callback || JsonText.Of(payload, "trigger_id") is not { } trigger)
            return new SlackWork.Malformed("the shortcut lacks its callback_id or trigger_id");
        var message = Inner(payload, "message");
        return new SlackWork.Shortcut(team, person, callback, trigger)
        {
            Channel = JsonText.Of(Inner(payload, "channel"), "id") ?? "",
            Thread = JsonText.Of(message, "thread_ts") ?? JsonText.Of(message, "ts"),
            Text = message.ValueKind is JsonValueKind.Object ? IncomingText.Document(JsonText.Of(message, "text") ?? "") : null,
            ResponseUrl = SlackReader.Address(payload),
        };
    }

    private static SlackWork Pressed(JsonElement payload, string team, string person)
    {
        if (Inner(payload, "actions") is not { ValueKind: JsonValueKind.Array } actions || actions.GetArrayLength() == 0)
            return new SlackWork.Malformed("no action was taken");
        var action = actions[0];
        if (BlockAction.IsSilent(action))
            return new SlackWork.Nothing();
        var (view, trigger) = (Inner(payload, "view"), JsonText.Of(payload, "trigger_id"));
        var isHome = JsonText.Of(view, "type") is "home";
        if (BlockAction.ViewOf(action) is { } shown)
        {
            return trigger is null
                ? new SlackWork.Malformed("the action lacks its trigger_id")
                : new SlackWork.Show(team, trigger, shown, isHome ? null : PlaceOf(payload, team, person)?.Place.Id) { IsInModal = JsonText.Of(view, "type") is "modal" };
        }

        if (isHome)
            return trigger is null ? new SlackWork.Malformed("the action lacks its trigger_id") : new SlackWork.PressedAtHome(team, person, trigger);
        if (PlaceOf(payload, team, person) is not { } where)
            return new SlackWork.Malformed("the action lacks its channel, message or view");
        var message = where with { Value = BlockAction.ValueOf(action, Inner(Inner(payload, "state"), "values")) ?? NothingKnown };
        if (IsFromOutside(payload, team))
            return new SlackWork.FromOutside(message);
        return JsonText.Of(action, "action_id") is SlackAsides.ShareAction ? new SlackWork.Share(message, JsonText.Of(action, "value") ?? "") : new SlackWork.Said(message);
    }

    /// <summary>A modal that a button of a card opened closes, and its answer comes where the card is; any other one shows its answer itself.</summary>
    private static SlackWork Submitted(JsonElement view, string team, string person)
    {
        if (JsonText.Of(view, "id") is not { } id)
            return new SlackWork.Malformed("the submission lacks its view");
        return SlackPlace.Parse(SlackView.PlaceOf(view)) is { } place && place.Team == team && BlockAction.ValueOfView(view) is { } value
            ? new SlackWork.Said(new IncomingMessage(place, person, id) { Value = value })
            : new SlackWork.Submitted(team, person, view);
    }

    /// <summary>Where a button was pressed.</summary>
    private static IncomingMessage? PlaceOf(JsonElement payload, string team, string person)
    {
        var view = Inner(payload, "view");
        if (JsonText.Of(view, "id") is { } id)
            return new IncomingMessage(new SlackPlace(team, JsonText.Of(view, "root_view_id") ?? id), person, id) { Pressed = id };
        var container = Inner(payload, "container");
        if ((JsonText.Of(container, "channel_id") ?? JsonText.Of(Inner(payload, "channel"), "id")) is not { } channel || JsonText.Of(container, "message_ts") is not { } ts)
            return null;
        // A card under somebody's link is not ours to replace, and an answer that one person sees stays theirs.
        var (isUnfurled, isAside) = (IsTrue(container, "is_app_unfurl"), IsTrue(container, "is_ephemeral"));
        var thread = JsonText.Of(Inner(payload, "message"), "thread_ts") ?? JsonText.Of(container, "thread_ts") ?? (channel.StartsWith('D') ? null : ts);
        var place = isUnfurled || isAside ? new SlackPlace(team, channel, Aside: person) : new SlackPlace(team, channel, thread);
        return new IncomingMessage(place, person, ts) { Pressed = isUnfurled ? null : ts, ResponseUrl = SlackReader.Address(payload) };
    }

    /// <summary>With Slack Connect. In an organisation of several workspaces people press the buttons of all of them.</summary>
    private static bool IsFromOutside(JsonElement payload, string team) =>
        JsonText.Of(Inner(payload, "team"), "enterprise_id") is null && Inner(payload, "enterprise").ValueKind is not JsonValueKind.Object
        && JsonText.Of(Inner(payload, "user"), "team_id") is { } home && home != team;

    private static bool IsTrue(JsonElement part, string name) => Inner(part, name).ValueKind is JsonValueKind.True;

    private static JsonElement Inner(JsonElement part, string name) => part.ValueKind is JsonValueKind.Object && part.TryGetProperty(name, out var inner) ? inner : default;
}
