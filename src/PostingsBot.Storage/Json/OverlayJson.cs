using System.Text.Json;
using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Json;

/// <summary>Overlays and proposed changes as they are stored; instants in ticks of 100 ns since 1970 in UTC.</summary>
public static class OverlayJson
{
    public static string Write(RoleOverlay overlay) => JsonOut.Object(json =>
    {
        json.Each("fields", overlay.Fields, WriteField);
        WriteValues(json, overlay.Values);
    });

    public static RoleOverlay Read(string text) => JsonIn.Object(text, json => new RoleOverlay([.. json.Each("fields", ReadField)], ReadValues(json)));

    public static string Write(PostingEdit edit) => JsonOut.Object(json =>
    {
        json.Each("fields", edit.Fields, (into, field) => into.WriteStringValue(field.ToString()));
        WriteValues(json, edit.Values);
    });

    public static PostingEdit ReadEdit(string text) => JsonIn.Object(text, json => new PostingEdit([.. json.Each("fields", JsonIn.Term<RoleField>)], ReadValues(json)));

    private static void WriteField(Utf8JsonWriter json, OverlaidField field)
    {
        json.WriteStartObject();
        json.WriteString("field", field.Field.ToString());
        json.WriteNumber("by", field.By);
        json.WriteNumber("at", field.At.ToUnixTimeTicks());
        json.WriteString("under", field.Under);
        json.WriteEndObject();
    }

    private static OverlaidField ReadField(JsonElement json) => new(
        json.GetProperty("field").Term<RoleField>(), json.GetProperty("by").GetInt64(), Instant.FromUnixTimeTicks(json.GetProperty("at").GetInt64()), json.Text("under"));

    private static void WriteValues(Utf8JsonWriter json, Posting values)
    {
        json.WritePropertyName("values");
        json.WriteRawValue(PostingJson.Write(values), skipInputValidation: true);
    }

    private static Posting ReadValues(JsonElement json) => PostingJson.Read(json.GetProperty("values").GetRawText());
}
