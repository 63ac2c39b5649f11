using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.BotFramework.Builder;

/// <summary>An item as JSON text, the form in which storages keep it.</summary>
public sealed class StoredJson(string json, string? eTag = null) : IStoreItem
{
    /// <summary>
    /// How state becomes JSON: as on the wire, plus the converters an application adds at start, before the first turn.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new(ActivityJson.Options);

    public string Json { get; } = json;

    public string? ETag { get; set; } = eTag;

    /// <summary>The JSON of a value given to a storage; its ETag too when it is an <see cref="IStoreItem"/>.</summary>
    public static StoredJson From(object value) => value as StoredJson
        ?? new StoredJson(JsonSerializer.Serialize(value, ActivityJson.TypeOf<object>(Options)), (value as IStoreItem)?.ETag);

    /// <exception cref="JsonException">The item has another shape.</exception>
    public T? To<T>()
    {
        var value = JsonSerializer.Deserialize(Json, ActivityJson.TypeOf<T>(Options));
        if (value is IStoreItem item) item.ETag = ETag;
        return value;
    }

    /// <summary>Reads a value of state that may be typed already or still JSON.</summary>
    internal static T? Convert<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement element => element.Deserialize(ActivityJson.TypeOf<T>(Options)),
        JsonNode node => node.Deserialize(ActivityJson.TypeOf<T>(Options)),
        _ => JsonSerializer.SerializeToElement(value, ActivityJson.TypeOf<object>(Options)).Deserialize(ActivityJson.TypeOf<T>(Options)),
    };
}
