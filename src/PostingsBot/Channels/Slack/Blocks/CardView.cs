using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>A card, or a part of one that is shown on demand, as a modal.</summary>
internal static class CardView
{
    public const string Callback = "card";

    /// <param name="title">Of the modal; a longer one is cut.</param>
    /// <param name="card">An expanded Adaptive Card, or a part with <c>body</c> and <c>actions</c>. With inputs, its first button submits the modal.</param>
    public static SlackView Of(string title, JsonObject card)
    {
        var drawn = new CardBlocks(CardSurface.View);
        drawn.Add(card);
        var needs = drawn.HasInputs ? drawn.Submits : null;
        return SlackView.Modal(
            title, drawn.Blocks, Callback, drawn.HasInputs ? needs?.Title ?? BlockWording.Continue : null, needs is null ? null : new JsonObject { ["data"] = needs.Value.Data.DeepClone() });
    }

    /// <summary>What <see cref="Packed"/> made; null when it is none of ours.</summary>
    internal static SlackView? Of(JsonObject packed) =>
        packed["title"] is JsonValue title && title.TryGetValue(out string? words) && packed["body"] is JsonArray ? Of(words, packed) : null;

    /// <summary>What a button carries to open the view; null when it is too long.</summary>
    internal static string? Packed(string title, JsonArray body, JsonArray? actions)
    {
        var part = new JsonObject { ["title"] = SlackText.Cut(title, BlockKitLimits.ViewTitle), ["body"] = body.DeepClone() };
        if (actions is not null)
            part["actions"] = actions.DeepClone();
        return PackedJson.Pack(part, BlockKitLimits.ButtonValue);
    }
}
