using System.Globalization;
using System.Text.Json.Nodes;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

/// <summary>Slack's published limits as a table, apart from the one that the translator keeps to: what in a message or view breaks them.</summary>
internal static class BlockLimits
{
    /// <summary>The longest text at a place: the type of block or element, the field, and the number of characters.</summary>
    private static readonly (string Type, string Field, int Most)[] Texts =
    [
        ("header", "text", 150), ("section", "text", 3000), ("button", "text", 75), ("input", "label", 2000), ("input", "hint", 2000),
        ("modal", "title", 24), ("modal", "submit", 24), ("modal", "close", 24),
        ("plain_text_input", "placeholder", 150), ("number_input", "placeholder", 150), ("static_select", "placeholder", 150), ("multi_static_select", "placeholder", 150),
        ("external_select", "placeholder", 150), ("multi_external_select", "placeholder", 150), ("datepicker", "placeholder", 150), ("timepicker", "placeholder", 150),
    ];

    private static readonly (string Type, string Field, int Most)[] Strings =
    [
        ("button", "value", 2000), ("button", "url", 3000), ("button", "accessibility_label", 75), ("image", "image_url", 3000), ("image", "alt_text", 2000),
        ("modal", "private_metadata", 3000), ("modal", "callback_id", 255), ("home", "private_metadata", 3000), ("home", "callback_id", 255),
    ];

    private static readonly (string Type, string Field, int Most)[] Lists =
    [
        ("section", "fields", 10), ("context", "elements", 10), ("actions", "elements", 25), ("table", "rows", 100), ("table", "column_settings", 20),
        ("static_select", "options", 100), ("multi_static_select", "options", 100), ("checkboxes", "options", 10), ("radio_buttons", "options", 10),
        ("modal", "blocks", 100), ("home", "blocks", 100),
    ];

    public static IEnumerable<string> OfMessage(string text, JsonArray blocks)
    {
        if (text.Length is 0 or > 4000)
            yield return string.Create(CultureInfo.InvariantCulture, $"the text has {text.Length} characters");
        if (blocks.Count > 50)
            yield return string.Create(CultureInfo.InvariantCulture, $"{blocks.Count} blocks");
        if (blocks.Count(block => (string?)block!["type"] == "table") > 1)
            yield return "more than one table";
        foreach (var complaint in OfParts(blocks))
            yield return complaint;
    }

    public static IEnumerable<string> OfView(JsonObject view)
    {
        var blocks = view["blocks"]!.AsArray();
        if ((string?)view["type"] == "modal" && view["submit"] is null && blocks.Any(block => (string?)block!["type"] == "input"))
            yield return "inputs without submit";
        if (blocks.Any(block => (string?)block!["type"] is "table" or "markdown"))
            yield return "a block that views do not take";
        foreach (var complaint in OfParts(view))
            yield return complaint;
    }

    private static IEnumerable<string> OfParts(JsonNode root)
    {
        var parts = BlockWalk.Objects(root).ToList();
        foreach (var part in parts)
        {
            var type = (string?)part["type"] ?? "option";
            foreach (var complaint in Of(part, type))
                yield return $"{type}: {complaint}: {part.ToJsonString()}";
        }

        var total = parts.Where(IsText).Sum(part => ((string)part["text"]!).Length);
        if (total > 13_200)
            yield return string.Create(CultureInfo.InvariantCulture, $"all texts have {total} characters");
        foreach (var id in new[] { "action_id", "block_id" })
        {
            foreach (var twice in parts.Select(part => (string?)part[id]).OfType<string>().GroupBy(one => one).Where(group => group.Count() > 1 || group.Key.Length is 0 or > 255))
                yield return $"{id} {twice.Key} stands twice or is too long";
        }
    }

    private static IEnumerable<string> Of(JsonObject part, string type)
    {
        if (IsText(part) && ((string)part["text"]!).Length is 0 or > 3000)
            yield return "a text of 1 to 3,000 characters";
        if (type == "option" && part["text"] is JsonObject words && (((string)words["text"]!).Length > 75 || ((string?)part["value"] ?? "").Length > 150))
            yield return "option";
        foreach (var (_, field, most) in Texts.Where(row => row.Type == type && part[row.Field] is JsonObject text && ((string)text["text"]!).Length > row.Most))
            yield return string.Create(CultureInfo.InvariantCulture, $"{field} over {most}");
        foreach (var (_, field, most) in Strings.Where(row => row.Type == type && ((string?)part[row.Field])?.Length > row.Most))
            yield return string.Create(CultureInfo.InvariantCulture, $"{field} over {most}");
        foreach (var (_, field, most) in Lists.Where(row => row.Type == type && part[row.Field] is JsonArray list && (list.Count == 0 || list.Count > row.Most)))
            yield return string.Create(CultureInfo.InvariantCulture, $"{field} none or over {most}");
        if (type == "section" && part["fields"] is JsonArray fields && fields.Any(field => ((string)field!["text"]!).Length > 2000))
            yield return "field over 2,000";
        if (type == "table" && (part["rows"]!.AsArray().Any(row => row!.AsArray().Count is 0 or > 20) || part["rows"]!.AsArray().Sum(row => row!.AsArray().Sum(cell => ((string)cell!["text"]!).Length)) > 10_000))
            yield return "cells";
        if (type is "section" && part["text"] is null && part["fields"] is null)
            yield return "empty";
    }

    private static bool IsText(JsonObject part) => (string?)part["type"] is "plain_text" or "mrkdwn" or "raw_text";
}
