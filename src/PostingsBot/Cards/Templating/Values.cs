using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>
/// The values that expressions work on: null, bool, double, string, JsonArray, JsonObject or <see cref="Failure"/>.
/// Text forms follow JavaScript, as in Microsoft's engine.
/// </summary>
internal static class Values
{
    public static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value => Scalar(value),
        _ => node,
    };

    /// <summary>A node that may be placed into the card: never one that belongs to the data.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        bool b => JsonValue.Create(b),
        double d when IsInteger(d) && Math.Abs(d) < 1e15 => JsonValue.Create((long)d),
        double d => JsonValue.Create(d),
        string s => JsonValue.Create(s),
        JsonNode node => node.DeepClone(),
        _ => throw new InvalidOperationException($"no JSON for {value.GetType().Name}"),
    };

    public static string Text(object value) => value switch
    {
        string s => s,
        bool b => b ? "true" : "false",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        JsonArray array => string.Join(',', Items(array)),
        _ => "[object Object]",
    };

    public static IEnumerable<string> Items(JsonArray array) => array.Select(item => FromJson(item) is { } value ? Text(value) : "");

    public static bool IsTrue(object? value) => value is not (null or false);

    public static bool IsInteger(double number) => Math.Floor(number) == number;

    private static object? Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(value),
        _ => null,
    };

    private static double Number(JsonValue value)
    {
        if (value.TryGetValue(out int small))
            return small;
        return value.TryGetValue(out double number) ? number : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
    }
}
