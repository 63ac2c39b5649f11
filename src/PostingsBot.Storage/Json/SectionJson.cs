using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Json;

/// <summary>Sections and skills as they are stored.</summary>
internal static class SectionJson
{
    public static string Write(Section section) => JsonOut.Object(json => WriteMembers(json, section));

    public static Section ReadText(string text) => JsonIn.Object(text, Read);

    public static void Write(Utf8JsonWriter json, Section section)
    {
        json.WriteStartObject();
        WriteMembers(json, section);
        json.WriteEndObject();
    }

    public static Section Read(JsonElement json) => new(
        json.Text("heading"),
        json.GetProperty("kind").Term<SectionKind>(),
        json.Number("firstLine"),
        json.Number("lastLine"),
        json.Each("passages", JsonIn.Where));

    public static void WriteSkill(Utf8JsonWriter json, Skill skill)
    {
        json.WriteStartObject();
        json.WriteString("name", skill.Name);
        json.WriteString("need", skill.Need.ToString());
        json.Where(skill.Evidence);
        json.WriteEndObject();
    }

    public static Skill ReadSkill(JsonElement json) => new(json.Text("name"), json.GetProperty("need").Term<SkillNeed>(), json.Where());

    private static void WriteMembers(Utf8JsonWriter json, Section section)
    {
        json.WriteString("heading", section.Heading);
        json.WriteString("kind", section.Kind.ToString());
        json.WriteNumber("firstLine", section.FirstLine);
        json.WriteNumber("lastLine", section.LastLine);
        json.Each("passages", section.Passages, (into, passage) =>
        {
            into.WriteStartObject();
            into.Where(passage);
            into.WriteEndObject();
        });
    }
}
