using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Json;

/// <summary>Reads the shapes that <see cref="JsonOut"/> writes.</summary>
internal static class JsonIn
{
    public static T Object<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json);
        return read(document.RootElement);
    }

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static string? TextOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int Number(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static int? NumberOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public static decimal? Amount(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    public static T Term<T>(this JsonElement json)
        where T : struct, Enum => Enum.Parse<T>(json.GetString()!);

    public static Stated<T>? Said<T>(this JsonElement json, string name, Func<JsonElement, T> value)
        where T : notnull => json.TryGetProperty(name, out var stated) ? stated.Said(value) : null;

    public static Stated<T> Said<T>(this JsonElement json, Func<JsonElement, T> value)
        where T : notnull => new(value(json.GetProperty("value")), json.Where());

    public static IReadOnlyList<T> Each<T>(this JsonElement json, string name, Func<JsonElement, T> item)
    {
        if (!json.TryGetProperty(name, out var array))
            return [];
        var items = new T[array.GetArrayLength()];
        var i = 0;
        foreach (var element in array.EnumerateArray())
            items[i++] = item(element);
        return items;
    }

    public static Evidence Where(this JsonElement json) => new(json.Number("firstLine"), json.Number("lastLine"), json.Text("text"), json.TextOrNull("file"));
}
