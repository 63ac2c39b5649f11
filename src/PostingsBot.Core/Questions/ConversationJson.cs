using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions;

/// <summary>A conversation as text, for whatever store a host has. Text of another version or shape is not read: null, never an empty conversation.</summary>
public static class ConversationJson
{
    public static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, ConversationJsonContext.Default.Conversation);

    public static Conversation? Read(string json)
    {
        try
        {
            var conversation = JsonSerializer.Deserialize(json, ConversationJsonContext.Default.Conversation);
            return conversation?.Version == Conversation.CurrentVersion ? conversation : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<Constraint>))]
[JsonSerializable(typeof(List<Place>))]
[JsonSerializable(typeof(List<Seniority>))]
[JsonSerializable(typeof(List<Workplace>))]
[JsonSerializable(typeof(List<EmploymentType>))]
[JsonSerializable(typeof(List<ExchangeRate>))]
internal sealed partial class ConversationJsonContext : JsonSerializerContext;

/// <summary>A date as "2017-07-27".</summary>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = LocalDatePattern.Iso.Parse(reader.GetString() ?? "");
        return parsed.Success ? parsed.Value : throw new JsonException("not a date");
    }

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}

/// <summary>A <see cref="ValueList{T}"/> of what conversations and subscriptions hold as a JSON array.</summary>
internal sealed class ValueListJsonConverter : JsonConverterFactory
{
    // Named one by one: a program compiled ahead makes no types of its own.
    private static readonly JsonConverter[] Known =
        [new Of<Constraint>(), new Of<string>(), new Of<Place>(), new Of<Seniority>(), new Of<Workplace>(), new Of<EmploymentType>(), new Of<ExchangeRate>()];

    public override bool CanConvert(Type typeToConvert) => Array.Exists(Known, converter => converter.Type == typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Known.First(converter => converter.Type == typeToConvert);

    private sealed class Of<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize(ref reader, ListIn(options)) ?? throw new JsonException("a list is missing"));

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToList(), ListIn(options));

        private static JsonTypeInfo<List<T>> ListIn(JsonSerializerOptions options) => (JsonTypeInfo<List<T>>)options.GetTypeInfo(typeof(List<T>));
    }
}
