using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Manifests;

/// <summary>One rule of a manifest.</summary>
/// <param name="Path">Where it holds, as <see cref="ManifestPath"/> reads it.</param>
/// <param name="Wrong">What is wrong with a value; null when nothing is. An absent value is null.</param>
internal sealed record ManifestRule(string Path, Func<JsonNode?, string?> Wrong)
{
    private const int LongestAddress = 2_048;

    public static ManifestRule Text(string path, int longest, bool isRequired = true) => new(path, node => node switch
    {
        null => Absent(isRequired),
        _ when TextOf(node) is not { } text => "must be text",
        _ when TextOf(node)!.Length == 0 => "is empty",
        _ when TextOf(node)!.Length > longest => string.Create(CultureInfo.InvariantCulture, $"has {TextOf(node)!.Length} characters; at most {longest} are allowed"),
        _ => null,
    });

    public static ManifestRule Such(string path, Func<string, bool> holds, string mustBe, bool isRequired = true) => new(path, node => node switch
    {
        null => Absent(isRequired),
        _ when TextOf(node) is { } text && holds(text) => null,
        _ => $"is {node.ToJsonString()}; it must be {mustBe}",
    });

    public static ManifestRule OneOf(string path, bool isRequired, params string[] allowed) => Such(path, text => allowed.Contains(text, StringComparer.Ordinal), "one of " + string.Join(", ", allowed), isRequired);

    public static ManifestRule Https(string path) => Such(path, IsHttps, "an https address");

    public static ManifestRule Flag(string path) => new(path, node => node?.GetValueKind() is null or JsonValueKind.True or JsonValueKind.False ? null : "must be true or false");

    public static ManifestRule List(string path, int least, int most, bool isRequired = true) => new(path, node => node switch
    {
        null => Absent(isRequired),
        JsonArray list when list.Count >= least && list.Count <= most => null,
        JsonArray list => string.Create(CultureInfo.InvariantCulture, $"has {list.Count} entries; {least} to {most} are allowed"),
        _ => "must be a list",
    });

    /// <summary>The schema knows no other names there.</summary>
    public static ManifestRule Names(string path, params string[] known) => new(path, node => node switch
    {
        null => null,
        JsonObject part => part.FirstOrDefault(field => !known.Contains(field.Key, StringComparer.Ordinal)) is { Key: { } unknown } ? $"has the unknown name {unknown}" : null,
        _ => "must be an object",
    });

    public static ManifestRule Present(string path) => new(path, node => Absent(node is null));

    public static string? TextOf(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    private static string? Absent(bool isRequired) => isRequired ? "is missing" : null;

    public static bool IsHttps(string text) =>
        text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0;
}
