using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Web;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>What a pressed button or a submitted modal of ours carried back. Action ids tell the kinds apart.</summary>
internal static class BlockAction
{
    /// <summary>Sends data, with the inputs around it.</summary>
    public const string Data = "do-";

    /// <summary>Sends data without inputs.</summary>
    public const string DataAlone = "only-";

    /// <summary>Opens a modal with what the button carries.</summary>
    public const string Show = "show-";

    /// <summary>Opens an address; Slack tells of it, and nothing is to be done.</summary>
    public const string Link = "link-";

    /// <summary>
    /// The data that Action.Submit would have posted, for <see cref="Cards.CardAction.Parse"/>. Null when the button is of another kind or none of ours.
    /// </summary>
    /// <param name="action">One of the payload's <c>actions</c>.</param>
    /// <param name="values">The payload's <c>state.values</c>, or nothing.</param>
    public static JsonElement? ValueOf(JsonElement action, JsonElement values = default)
    {
        if (Carried(action, Data) is { } data)
            return Merged(data, values);
        return Carried(action, DataAlone) is { } alone ? JsonText.Element(alone) : null;
    }

    /// <summary>The modal that a pressed button opens, at once and without asking anybody; null for a button of another kind.</summary>
    public static SlackView? ViewOf(JsonElement action) => Carried(action, Show) switch
    {
        null => null,
        { } shown when shown.ContainsKey(FindRolesView.Callback) => FindRolesView.Of(),
        { } shown => CardView.Of(shown),
    };

    /// <summary>The data that a submitted modal of <see cref="CardView"/> posts, with its inputs; null when it is none of ours.</summary>
    /// <param name="view">The payload's <c>view</c>.</param>
    public static JsonElement? ValueOfView(JsonElement view) =>
        Text(view, "callback_id") is CardView.Callback && SlackView.MetadataOf(view)?["data"] is JsonObject data
            ? Merged((JsonObject)data.DeepClone(), Property(Property(view, "state"), "values"))
            : null;

    /// <summary>Whether nothing is to be done: a link, or an input that is only filled in.</summary>
    public static bool IsSilent(JsonElement action) =>
        Text(action, "action_id") is { } id && (id.StartsWith(Link, StringComparison.Ordinal) || id.StartsWith(CardInputs.Prefix, StringComparison.Ordinal));

    internal static string? Text(JsonElement part, string name) => Property(part, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    internal static JsonElement Property(JsonElement part, string name) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty(name, out var property) ? property : default;

    private static JsonObject? Carried(JsonElement action, string kind) =>
        Text(action, "type") is "button" && Text(action, "action_id") is { } id && id.StartsWith(kind, StringComparison.Ordinal)
            ? PackedJson.Unpack(SlackText.Unescape(Text(action, "value") ?? ""), BlockKitLimits.ButtonValue)
            : null;

    private static JsonElement Merged(JsonObject data, JsonElement values)
    {
        foreach (var (name, value) in CardInputs.Values(values))
            data[name] = value;
        return JsonText.Element(data);
    }
}
