using System.Text.Json.Nodes;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>
/// Data of a card's shape made from its sample: other texts, lists of other lengths, and without some of the parts that the template does not rely on.
/// One seed gives one set of data.
/// </summary>
internal sealed class GeneratedCardData(string template, int seed)
{
    private static readonly string[] Texts =
    [
        "Ingénieur·e « données »", "日本語の職種", "مهندس برمجيات", "😀 👩🏽‍💻 role", "a\nb\r\nc", "tab\there", "\"quoted\" and 'single'", "back`tick` and \\slash\\",
        "${title}", "\\${escaped} ${if(true, 'a', 'b')}", "{{DATE(2026-02-14T06:08:00Z, SHORT)}}", "{curly} [square] <b>markup</b> <at>all</at>", "**bold** _i_ ~s~ [t](http://x.example)",
        "1. list\n- item\n# head", "$100,000 – €90k", "null", "true", "0", " spaced ", "‮reversed", "A very long sentence that goes on and on, " + "and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on",
    ];

    private readonly Random random = new(seed);

    private readonly HashSet<string> optional = [.. template.Split("exists(").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('.')[^1])];

    public JsonNode Like(JsonNode sample) => Like(sample, "")!;

    private JsonNode? Like(JsonNode? sample, string name) => sample switch
    {
        JsonObject part => new JsonObject(part.Where(field => !optional.Contains(field.Key) || random.Next(3) > 0).Select(field => KeyValuePair.Create(field.Key, Like(field.Value, field.Key)))),
        JsonArray { Count: > 0 } list => new JsonArray([.. Enumerable.Range(0, random.Next(list.Count + 3)).Select(_ => Like(list[random.Next(list.Count)], name))]),
        JsonValue value when value.TryGetValue(out bool _) => random.Next(2) == 0,
        JsonValue value when value.TryGetValue(out string? text) && !IsAddressOrId(text, name) => Texts[random.Next(Texts.Length)],
        _ => sample?.DeepClone(),
    };

    private static bool IsAddressOrId(string text, string name) => name is "id" or "ids" || text.StartsWith("https:", StringComparison.Ordinal);
}
