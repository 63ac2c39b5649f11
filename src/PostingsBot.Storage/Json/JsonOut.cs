using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Json;

/// <summary>Shapes that recur in what is stored. What is null or empty is left out.</summary>
internal static class JsonOut
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object with what <paramref name="content"/> writes.</summary>
    public static string Object(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Strings(IReadOnlyList<string> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void Amount(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } amount)
            json.WriteNumber(name, amount);
    }

    public static void Said<T>(this Utf8JsonWriter json, string name, Stated<T>? stated, Action<Utf8JsonWriter, T> value)
        where T : notnull
    {
        if (stated is null)
            return;
        json.WritePropertyName(name);
        json.Said(stated, value);
    }

    public static void Said<T>(this Utf8JsonWriter json, Stated<T> stated, Action<Utf8JsonWriter, T> value)
        where T : notnull
    {
        json.WriteStartObject();
        json.WritePropertyName("value");
        value(json, stated.Value);
        json.Where(stated.Evidence);
        json.WriteEndObject();
    }

    public static void Each<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> item)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var one in items)
            item(json, one);
        json.WriteEndArray();
    }

    /// <summary>The evidence's members, into the object under way.</summary>
    public static void Where(this Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteNumber("firstLine", evidence.FirstLine);
        json.WriteNumber("lastLine", evidence.LastLine);
        json.WriteString("text", evidence.Text);
        json.Text("file", evidence.File);
    }
}
