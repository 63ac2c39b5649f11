using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Slack.Web;

/// <summary>Text in answers of Slack, which may lack any field.</summary>
internal static class JsonText
{
    /// <summary>Null when it is absent, empty or no text.</summary>
    public static string? Of(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String && field.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The same JSON, read only. It no longer depends on the object.</summary>
    public static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json, PlainJson.Default.JsonObject);
}
