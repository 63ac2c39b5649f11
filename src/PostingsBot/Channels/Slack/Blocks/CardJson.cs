using System.Text;
using System.Text.Json.Nodes;
using PostingsBot.Cards;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Reads an expanded card, whatever shape its fields have.</summary>
internal static class CardJson
{
    /// <summary>A field as text; empty when it is missing or no scalar.</summary>
    public static string Text(JsonObject part, string name) => part[name] switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value => value.ToString(),
        _ => "",
    };

    /// <summary>Null when it is missing or neither true nor false.</summary>
    public static bool? Flag(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static int? Number(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static IEnumerable<JsonObject> Parts(JsonObject part, string name) => (part[name] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>A field's words. Our templates hold no Markdown: each backslash in a finished card only protects the character behind it.</summary>
    public static string Words(JsonObject part, string name)
    {
        var markdown = Text(part, name);
        if (!markdown.Contains('\\', StringComparison.Ordinal))
            return markdown;
        var words = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] is '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])))
                i++;
            words.Append(markdown[i]);
        }

        return words.ToString();
    }

    /// <summary>The words of a TextBlock or of the runs of a RichTextBlock; null for other elements.</summary>
    public static string? WordsOf(JsonObject element) => Text(element, "type") switch
    {
        "TextBlock" => Words(element, "text"),
        "RichTextBlock" => CardText.Plain(string.Concat((element["inlines"] as JsonArray ?? []).Select(run => run is JsonObject one ? Text(one, "text") : run?.ToString()))),
        _ => null,
    };

    public static bool IsBold(JsonObject element) => Text(element, "weight").Equals("bolder", StringComparison.OrdinalIgnoreCase) || IsHeading(element);

    public static bool IsHeading(JsonObject element) => Text(element, "style").Equals("heading", StringComparison.OrdinalIgnoreCase);

    /// <summary>Said aside: shown small and grey.</summary>
    public static bool IsAside(JsonObject element) => !IsBold(element) && Flag(element, "isSubtle") is true;

    public static bool IsHidden(JsonObject element) => Flag(element, "isVisible") is false;

    public static bool IsSpaced(JsonObject element) => !Text(element, "spacing").Equals("none", StringComparison.OrdinalIgnoreCase);
}
