using System.Text.Json;
using System.Text.Json.Nodes;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Web;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Terminal;

/// <summary>The buttons and fields of a recruiter's card, as words to type: a button by its title, a field by its name, a colon and its value.</summary>
internal sealed class TerminalCard
{
    private readonly IReadOnlyDictionary<string, JsonObject> buttons;
    private readonly IReadOnlyList<JsonObject> fields;

    private TerminalCard(IReadOnlyDictionary<string, JsonObject> buttons, IReadOnlyList<JsonObject> fields) => (this.buttons, this.fields) = (buttons, fields);

    /// <summary>Null for a reply whose buttons are not about posting and changing roles: all that these do is said in words.</summary>
    public static TerminalCard? Of(Activity reply)
    {
        var parts = Parts(ActivityValues.Card(reply.Attachments?.FirstOrDefault()?.Content)).ToList();
        var pressed = parts.Where(part => part["data"] is JsonObject && TextOf(part, "title").Length > 0)
            .DistinctBy(part => TextOf(part, "title"), StringComparer.OrdinalIgnoreCase).ToDictionary(part => TextOf(part, "title"), part => part["data"]!.AsObject(), StringComparer.OrdinalIgnoreCase);
        return pressed.Values.Any(data => ActivityValues.Verb(ValueOf(data)) is CardVerb.Post or CardVerb.RoleEdit)
            ? new TerminalCard(pressed, [.. parts.Where(part => TextOf(part, "type").StartsWith("Input.", StringComparison.Ordinal) && TextOf(part, "id").Length > 0)])
            : null;
    }

    /// <summary>What can be typed.</summary>
    public IEnumerable<string> Lines()
    {
        if (fields.Count > 0)
            yield return "Fields, filled in as in “" + TextOf(fields[0], "id") + ": …”:";
        foreach (var field in fields)
            yield return CardText.Plain($"{TextOf(field, "id")}: {TextOf(field, "value")} ({TextOf(field, "label")})");
        yield return CardText.Plain((fields.Count > 0 ? "Then type a button: " : "Buttons to type: ") + string.Join(" · ", buttons.Keys));
    }

    /// <summary>Fills a field in when the words do; the field as it is then, else null.</summary>
    public string? Fill(string words)
    {
        if (words.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)
            || fields.FirstOrDefault(field => string.Equals(TextOf(field, "id"), words[..colon].Trim(), StringComparison.OrdinalIgnoreCase)) is not { } named)
            return null;
        var value = words[(colon + 1)..].Trim();
        var choices = (named["choices"] as JsonArray ?? []).OfType<JsonObject>();
        named["value"] = choices.FirstOrDefault(choice => string.Equals(TextOf(choice, "title"), value, StringComparison.OrdinalIgnoreCase)) is { } chosen ? TextOf(chosen, "value") : value;
        return $"{TextOf(named, "id")}: {value}";
    }

    /// <summary>What the button of this title sends, with the fields as they are; null when there is none.</summary>
    public object? Press(string words)
    {
        if (!buttons.TryGetValue(words.Trim(), out var button))
            return null;
        var data = button.DeepClone().AsObject();
        foreach (var field in fields)
            data[TextOf(field, "id")] = TextOf(field, "value");
        return ValueOf(data);
    }

    private static object ValueOf(JsonObject data) => ActivityValues.Data(JsonText.Element(data));

    private static string TextOf(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.Select(field => field.Value).SelectMany(Parts).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };
}
