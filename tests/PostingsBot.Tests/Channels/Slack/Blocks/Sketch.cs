using System.Text;
using System.Text.Json.Nodes;
using PostingsBot.Channels.Slack.Blocks;

namespace PostingsBot.Tests.Channels.Slack.Blocks;

/// <summary>Blocks as a person sees them, drawn with characters.</summary>
internal static class Sketch
{
    public static string Of(JsonArray blocks)
    {
        var sketch = new StringBuilder();
        foreach (var block in blocks)
            sketch.Append(Of((JsonObject)block!)).Append('\n');
        return sketch.ToString();
    }

    private static string Of(JsonObject block) => (string?)block["type"] switch
    {
        "header" => "# " + Words(block["text"]),
        "divider" => "────",
        "section" when block["fields"] is JsonArray fields => string.Join('\n', fields.Chunk(2).Select(pair => "  " + string.Join("   |   ", pair.Select(field => Words(field).Replace("\n", ": ", StringComparison.Ordinal))))),
        "section" => Words(block["text"]) + (block["accessory"] is { } beside ? "   " + Element(beside) : ""),
        "context" => "  · " + string.Join("   ", block["elements"]!.AsArray().Select(Element)).Replace("\n", "\n  · ", StringComparison.Ordinal),
        "actions" => string.Join(" ", block["elements"]!.AsArray().Select(Element)),
        "table" => string.Join('\n', block["rows"]!.AsArray().Select(row => "| " + string.Join(" | ", row!.AsArray().Select(Words)) + " |")),
        "input" => $"{Words(block["label"])}: <{(string?)block["element"]!["type"]}>" + (block["hint"] is { } hint ? $"\n  · {Words(hint)}" : ""),
        "image" => $"<picture: {(string?)block["alt_text"]}>",
        var other => $"?{other}?",
    };

    private static string Element(JsonNode? element) => (string?)element!["type"] switch
    {
        "button" => $"[{Words(element["text"])}]",
        "image" => $"<picture: {(string?)element["alt_text"]}>",
        _ => Words(element),
    };

    private static string Words(JsonNode? text) => SlackText.Unescape((string)text!["text"]!);
}
