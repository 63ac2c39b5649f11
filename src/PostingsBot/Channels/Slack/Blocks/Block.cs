using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Block Kit's parts, each within its own limits.</summary>
internal static class Block
{
    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject Header(string words) => new() { ["type"] = "header", ["text"] = SlackText.Plain(words, BlockKitLimits.Header) };

    /// <summary>As many sections as the lines need; the accessory stands beside the first.</summary>
    public static IEnumerable<JsonObject> Sections(IEnumerable<SlackLine> lines, JsonObject? accessory = null)
    {
        foreach (var group in SlackText.Groups(lines, BlockKitLimits.SectionText))
        {
            var section = new JsonObject { ["type"] = "section", ["text"] = SlackText.Of(group) };
            if (accessory is not null)
                section["accessory"] = accessory;
            accessory = null;
            yield return section;
        }
    }

    /// <summary>Small and grey.</summary>
    public static IEnumerable<JsonObject> Contexts(IEnumerable<string> lines) =>
        SlackText.Groups(lines.Select(line => new SlackLine(line)), BlockKitLimits.ContextText)
            .Select(group => new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(SlackText.Of(group)) });

    public static JsonObject Fields(IEnumerable<JsonObject> texts) => new() { ["type"] = "section", ["fields"] = new JsonArray([.. texts]) };

    public static IEnumerable<JsonObject> Actions(IEnumerable<JsonObject> elements) =>
        elements.Chunk(BlockKitLimits.Actions).Select(chunk => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. chunk]) });

    /// <param name="title">Longer ones are cut.</param>
    /// <param name="actionId">Unique in the message; see <see cref="BlockAction"/>.</param>
    /// <param name="spoken">What a screen reader says instead of the title; null for the title.</param>
    public static JsonObject Button(string title, string actionId, string? spoken = null)
    {
        var button = new JsonObject { ["type"] = "button", ["text"] = SlackText.Plain(title, BlockKitLimits.ButtonText), ["action_id"] = actionId };
        if (spoken is { Length: > 0 })
            button["accessibility_label"] = SlackText.Cut(spoken, BlockKitLimits.ButtonLabel);
        return button;
    }

    public static JsonObject Image(string url, string words) => new() { ["type"] = "image", ["image_url"] = url, ["alt_text"] = SlackText.Cut(words, BlockKitLimits.AltText) };

    public static JsonObject Input(string blockId, string label, bool optional, JsonObject element, string? hint = null)
    {
        var input = new JsonObject { ["type"] = "input", ["block_id"] = blockId, ["label"] = SlackText.Plain(label, BlockKitLimits.InputLabel), ["optional"] = optional, ["element"] = element };
        if (hint is { Length: > 0 })
            input["hint"] = SlackText.Plain(hint, BlockKitLimits.InputHint);
        return input;
    }

    public static JsonObject Option(string words, string value) => new() { ["text"] = SlackText.Plain(words, BlockKitLimits.OptionText), ["value"] = value };
}
