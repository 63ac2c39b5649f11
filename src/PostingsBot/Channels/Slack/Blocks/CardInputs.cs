using System.Text.Json;
using System.Text.Json.Nodes;
using static PostingsBot.Channels.Slack.Blocks.CardJson;

namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>Inputs of Adaptive Cards as input blocks, and what was filled in as Adaptive Cards post it: texts by the input's id.</summary>
internal static class CardInputs
{
    public const string Prefix = "in-";

    /// <summary>Before the value that a toggle posts when it is off.</summary>
    private const string Off = "in-off:";

    private const char Between = ':';

    /// <summary>Null for an element that is no input.</summary>
    public static JsonObject? Of(JsonObject input)
    {
        var id = Text(input, "id");
        var element = Element(input, Text(input, "type"), out var hint);
        if (element is null || id.Length == 0 || Prefix.Length + id.Length > BlockKitLimits.Id)
            return null;
        element["action_id"] ??= Prefix + id;
        var label = First(Text(input, "label"), Text(input, "title"), Text(input, "placeholder"), id);
        return Block.Input("block-" + id, label, Flag(input, "isRequired") is not true, element, hint);
    }

    /// <param name="values">A payload's <c>state.values</c>: by block id and action id.</param>
    public static IEnumerable<(string Name, string Value)> Values(JsonElement values)
    {
        if (values.ValueKind is not JsonValueKind.Object)
            yield break;
        foreach (var element in values.EnumerateObject().Where(block => block.Value.ValueKind is JsonValueKind.Object).SelectMany(block => block.Value.EnumerateObject()))
        {
            if (!element.Name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            var isToggle = element.Name.StartsWith(Off, StringComparison.Ordinal);
            var name = isToggle ? element.Name[Off.Length..].Split(Between, 2) : [element.Name[Prefix.Length..]];
            if (ValueOf(element.Value) is { Length: > 0 } value)
                yield return (name[0], value);
            else
                yield return (name[0], isToggle ? name.ElementAtOrDefault(1) ?? "" : "");
        }
    }

    private static string? ValueOf(JsonElement input) => BlockAction.Text(input, "type") switch
    {
        "datepicker" => BlockAction.Text(input, "selected_date"),
        "timepicker" => BlockAction.Text(input, "selected_time"),
        "static_select" or "radio_buttons" or "external_select" => Value(BlockAction.Property(input, "selected_option")),
        "checkboxes" or "multi_static_select" or "multi_external_select" => BlockAction.Property(input, "selected_options") is { ValueKind: JsonValueKind.Array } chosen
            ? string.Join(',', chosen.EnumerateArray().Select(Value))
            : null,
        _ => BlockAction.Text(input, "value") is { } text ? SlackText.Unescape(text) : null,
    };

    private static string? Value(JsonElement option) => BlockAction.Text(option, "value") is { } value ? SlackText.Unescape(value) : null;

    private static JsonObject? Element(JsonObject input, string type, out string? hint)
    {
        hint = null;
        switch (type)
        {
            case "Input.Text":
                var text = With(new() { ["type"] = "plain_text_input", ["multiline"] = Flag(input, "isMultiline") ?? false }, input);
                var longest = Math.Clamp(Number(input, "maxLength") ?? BlockKitLimits.InputText, 1, BlockKitLimits.InputText);
                text["max_length"] = longest;
                if (Text(input, "value") is { Length: > 0 } initial)
                    text["initial_value"] = SlackText.Cut(initial, longest);
                return text;
            case "Input.Number":
                var number = With(new() { ["type"] = "number_input", ["is_decimal_allowed"] = true }, input);
                foreach (var (from, to) in new[] { ("min", "min_value"), ("max", "max_value"), ("value", "initial_value") })
                {
                    if (Text(input, from) is { Length: > 0 } value)
                        number[to] = value;
                }

                return number;
            case "Input.Date":
                return Picker("datepicker", "initial_date", input);
            case "Input.Time":
                return Picker("timepicker", "initial_time", input);
            case "Input.Toggle":
                return Toggle(input);
            case "Input.ChoiceSet":
                return Choices(input, out hint);
            default:
                return null;
        }
    }

    private static JsonObject Picker(string type, string initial, JsonObject input)
    {
        var picker = With(new() { ["type"] = type }, input);
        if (Text(input, "value") is { Length: > 0 } value)
            picker[initial] = value;
        return picker;
    }

    private static JsonObject Toggle(JsonObject input)
    {
        var (on, off) = (First(Text(input, "valueOn"), "true"), First(Text(input, "valueOff"), "false"));
        var option = Block.Option(First(Text(input, "title"), Text(input, "label")), on);
        var toggle = new JsonObject { ["type"] = "checkboxes", ["action_id"] = $"{Off}{Text(input, "id")}{Between}{off}", ["options"] = new JsonArray(option) };
        if (Text(input, "value") == on)
            toggle["initial_options"] = new JsonArray(option.DeepClone());
        return toggle;
    }

    private static JsonObject? Choices(JsonObject input, out string? hint)
    {
        hint = null;
        var choices = Parts(input, "choices").ToList();
        var several = Flag(input, "isMultiSelect") ?? false;
        var open = Text(input, "style") is "expanded" && choices.Count <= BlockKitLimits.Boxes;
        var fitting = choices.Where(choice => Text(choice, "value") is { Length: > 0 } value && SlackText.Length(value) <= BlockKitLimits.OptionValue).Take(BlockKitLimits.Options).ToList();
        if (fitting.Count == 0)
            return null;
        if (fitting.Count < choices.Count)
            hint = BlockWording.ChoicesLeftOut(choices.Count - fitting.Count);
        var options = fitting.ConvertAll(choice => Block.Option(First(Words(choice, "title"), Text(choice, "value")), Text(choice, "value")));
        var select = new JsonObject
        {
            ["type"] = (open, several) switch { (true, true) => "checkboxes", (true, false) => "radio_buttons", (false, true) => "multi_static_select", _ => "static_select" },
            ["options"] = new JsonArray([.. options]),
        };
        var chosen = options.FindAll(option => Text(input, "value").Split(several ? ',' : '\n').Contains(Text(option, "value"), StringComparer.Ordinal));
        if (chosen.Count > 0)
            select[several ? "initial_options" : "initial_option"] = several ? new JsonArray([.. chosen.Select(option => option.DeepClone())]) : chosen[0].DeepClone();
        return open ? select : With(select, input);
    }

    private static JsonObject With(JsonObject element, JsonObject input)
    {
        if (Text(input, "placeholder") is { Length: > 0 } placeholder)
            element["placeholder"] = SlackText.Plain(placeholder, BlockKitLimits.Placeholder);
        return element;
    }

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
                return text;
        }

        return BlockWording.NoValue;
    }
}
