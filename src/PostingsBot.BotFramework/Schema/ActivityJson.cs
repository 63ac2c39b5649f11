using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace PostingsBot.BotFramework.Schema;

/// <summary>
/// JSON of the wire: camelCase, nulls omitted, fields matched by exact case, at most 64 levels deep.
/// </summary>
public static class ActivityJson
{
    internal const int MaxDepth = 64;

    /// <summary>Schema types by generated code; an application's own types by reflection.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Serialize(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    public static byte[] SerializeToUtf8Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);

    /// <exception cref="JsonException">Not JSON, another shape, or too deep.</exception>
    public static T? Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    /// <exception cref="JsonException">Not JSON, another shape, or too deep.</exception>
    public static T? Deserialize<T>(ReadOnlySpan<byte> utf8Json) => JsonSerializer.Deserialize<T>(utf8Json, Options);

    /// <summary>
    /// Reads an object-typed member (value, channelData, content) as <typeparamref name="T"/>, whatever form it has:
    /// the type itself, a <see cref="JsonElement"/>, a <see cref="JsonNode"/> or another object with the same JSON.
    /// </summary>
    /// <exception cref="JsonException">The value has another shape.</exception>
    public static T? Convert<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement element => element.Deserialize<T>(Options),
        JsonNode node => node.Deserialize<T>(Options),
        _ => ToElement(value).Deserialize<T>(Options),
    };

    internal static JsonElement ToElement(object? value) =>
        value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            // Letters of all scripts stay readable and small; what is special to HTML stays escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ActivityJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }
}
