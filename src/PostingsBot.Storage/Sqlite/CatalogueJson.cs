using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Sqlite;

/// <summary>How documents, postings and sections are written in the database. Generated at build time: reflection would cost the start 100 ms.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(ParsedDocument))]
[JsonSerializable(typeof(Posting))]
[JsonSerializable(typeof(Section))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;

/// <summary>Days as "2017-07-27".</summary>
internal sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalDatePattern.Iso.Parse(reader.GetString() ?? "").GetValueOrThrow();

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}
