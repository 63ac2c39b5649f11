using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostingsBot.BotFramework.Schema;

/// <summary>Metadata about an activity; its fields beyond the type are in <see cref="Properties"/>.</summary>
[JsonConverter(typeof(EntityConverter))]
public class Entity
{
    public Entity() { }

    public Entity(string? type = null) => Type = type;

    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <exception cref="JsonException">The fields have another shape.</exception>
    public T GetAs<T>() => ActivityJson.Convert<T>(ActivityJson.ToElement(this))!;

    public void SetAs<T>(T obj)
    {
        var copy = ActivityJson.Convert<Entity>(ActivityJson.ToElement(obj));
        Type = copy?.Type;
        Properties = copy?.Properties;
    }
}

/// <summary>"@name" in a message; <see cref="Text"/> stands verbatim in the message's text.</summary>
public class Mention : Entity
{
    public Mention() : base("mention") { }

    public ChannelAccount? Mentioned { get; set; }
    public string? Text { get; set; }
}

/// <summary>Lists of entities hold subclasses, such as <see cref="Mention"/>: each is written as what it is.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fields = JsonSerializer.Deserialize(ref reader, ActivityJson.TypeOf<Dictionary<string, JsonElement>>(options))!;
        var type = fields.Remove("type", out var element) && element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return new Entity(type) { Properties = fields };
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            return;
        }
        writer.WriteStartObject();
        if (value.Type is not null) writer.WriteString("type", value.Type);
        foreach (var (name, field) in value.Properties ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            field.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
