using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Schema types by generated code; an application's own types by reflection, unless it turned that off.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Serialize(object value) => JsonSerializer.Serialize(value, TypeOf<object>());

    public static byte[] SerializeToUtf8Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeOf<object>());

    /// <exception cref="JsonException">Not JSON, another shape, or too deep.</exception>
    public static T? Deserialize<T>(string json) => JsonSerializer.Deserialize(json, TypeOf<T>());

    /// <exception cref="JsonException">Not JSON, another shape, or too deep.</exception>
    public static T? Deserialize<T>(ReadOnlySpan<byte> utf8Json) => JsonSerializer.Deserialize(utf8Json, TypeOf<T>());

    /// <summary>
    /// Reads an object-typed member (value, channelData, content) as <typeparamref name="T"/>, whatever form it has:
    /// the type itself, a <see cref="JsonElement"/>, a <see cref="JsonNode"/> or another object with the same JSON.
    /// </summary>
    /// <exception cref="JsonException">The value has another shape.</exception>
    public static T? Convert<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement element => element.Deserialize(TypeOf<T>()),
        JsonNode node => node.Deserialize(TypeOf<T>()),
        _ => ToElement(value).Deserialize(TypeOf<T>()),
    };

    internal static JsonElement ToElement(object? value) =>
        value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, TypeOf<object?>());

    /// <summary>How the options read and write a type; as <see cref="object"/> a value is written as what it is.</summary>
    /// <exception cref="NotSupportedException">A type that no generated code knows, where there is no reflection.</exception>
    internal static JsonTypeInfo<T> TypeOf<T>(JsonSerializerOptions? options = null) => (JsonTypeInfo<T>)(options ?? Options).GetTypeInfo(typeof(T));

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Taken only where the program has reflection over JSON, which trimming turns off.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Taken only where the program has reflection over JSON, which compiling ahead turns off.")]
    private static IJsonTypeInfoResolver? Reflection() => JsonSerializer.IsReflectionEnabledByDefault ? new DefaultJsonTypeInfoResolver() : null;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            // Letters of all scripts stay readable and small; what is special to HTML stays escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ActivityJsonContext.Default, Reflection()),
        };
        options.MakeReadOnly();
        return options;
    }
}
