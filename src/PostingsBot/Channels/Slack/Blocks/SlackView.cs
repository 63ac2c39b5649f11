using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>A modal or an App Home tab, as views.open, views.update and views.publish take it.</summary>
internal sealed record SlackView(JsonObject Json)
{
    private const string PlaceKey = "at";

    public static SlackView Home(IEnumerable<JsonObject> blocks) =>
        new(new JsonObject { ["type"] = "home", ["blocks"] = BlockFit.Fit([.. blocks], BlockKitLimits.ViewBlocks) });

    /// <param name="title">Longer ones are cut.</param>
    /// <param name="blocks">What it shows.</param>
    /// <param name="callbackId">Returned when it is submitted.</param>
    /// <param name="submit">The button that submits it; null for none, which Slack takes only without inputs.</param>
    /// <param name="metadata">Returned with it.</param>
    public static SlackView Modal(string title, IEnumerable<JsonObject> blocks, string callbackId, string? submit = null, JsonObject? metadata = null)
    {
        var json = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = callbackId,
            ["title"] = SlackText.Plain(title, BlockKitLimits.ViewTitle),
            ["close"] = SlackText.Plain(BlockWording.Close),
            ["blocks"] = BlockFit.Fit([.. blocks], BlockKitLimits.ViewBlocks),
        };
        if (submit is not null)
            json["submit"] = SlackText.Plain(submit, BlockKitLimits.ViewTitle);
        if (metadata is not null)
            json["private_metadata"] = Packed(metadata);
        return new SlackView(json);
    }

    /// <summary>The view with a note of where its answer belongs, such as a conversation's id.</summary>
    public SlackView At(string place)
    {
        var json = (JsonObject)Json.DeepClone();
        var metadata = PackedJson.Unpack((string?)json["private_metadata"], BlockKitLimits.Metadata) ?? [];
        metadata[PlaceKey] = place;
        json["private_metadata"] = Packed(metadata);
        return new SlackView(json);
    }

    /// <summary>What <see cref="At"/> noted; null when there is nothing.</summary>
    public static string? PlaceOf(JsonElement view) => MetadataOf(view)?[PlaceKey] is JsonValue place && place.TryGetValue(out string? text) ? text : null;

    internal static JsonObject? MetadataOf(JsonElement view) => PackedJson.Unpack(SlackText.Unescape(BlockAction.Text(view, "private_metadata") ?? ""), BlockKitLimits.Metadata);

    private static string Packed(JsonObject metadata) =>
        PackedJson.Pack(metadata, BlockKitLimits.Metadata) ?? throw new InvalidOperationException($"a modal carries at most {BlockKitLimits.Metadata} characters");
}
