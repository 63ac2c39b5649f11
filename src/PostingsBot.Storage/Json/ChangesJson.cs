using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Storage.Json;

/// <summary>Fields that changed, as they are stored.</summary>
internal static class ChangesJson
{
    /// <summary>Null for none.</summary>
    public static string? Write(IReadOnlyList<FieldChange> changes) => changes.Count == 0 ? null : JsonOut.Object(json => json.Each("changes", changes, (into, change) =>
    {
        into.WriteStartObject();
        into.WriteString("field", change.Field.ToString());
        into.WriteString("before", change.Before);
        into.WriteString("after", change.After);
        into.WriteEndObject();
    }));

    public static IReadOnlyList<FieldChange> Read(string? text) => text is null
        ? []
        : JsonIn.Object(text, json => json.Each("changes", item => new FieldChange(item.GetProperty("field").Term<RoleField>(), item.Text("before"), item.Text("after"))));
}
