using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Json;

/// <summary>A posting as it is stored. By hand: the serialiser's own metadata for these types costs the start 150 ms.</summary>
internal static class PostingJson
{
    public static string Write(Posting posting) => JsonOut.Object(json =>
    {
        json.WriteString("id", posting.Id);
        json.WriteString("file", posting.File);
        json.Said("title", posting.Title, WriteText);
        json.Said("company", posting.Company, WriteText);
        json.Each("locations", posting.Locations, WritePlace);
        json.Said("workplace", posting.Workplace, WriteTerm);
        json.Each("remoteWithin", posting.RemoteWithin, WritePlace);
        json.Each("employmentTypes", posting.EmploymentTypes, (into, type) => into.Said(type, WriteTerm));
        json.Each("seniorities", posting.Seniorities, (into, level) => into.Said(level, WriteTerm));
        json.Each("disciplines", posting.Disciplines, (into, discipline) => into.Said(discipline, WriteText));
        json.Each("salaries", posting.Salaries, (into, salary) => into.Said(salary, WriteSalary));
        json.Said("posted", posting.Posted, (into, day) => into.WriteStringValue(DayText.Of(day)));
        json.Said("validThrough", posting.ValidThrough, (into, day) => into.WriteStringValue(DayText.Of(day)));
        json.Said("applyUrl", posting.ApplyUrl, WriteText);
        json.Each("skills", posting.Skills, SectionJson.WriteSkill);
        json.Said("degree", posting.Degree, WriteDegree);
        json.Said("experience", posting.Experience, WriteExperience);
        json.Said("visa", posting.Visa, WriteText);
        json.Said("timeZones", posting.TimeZones, WriteText);
        json.Said("language", posting.Language, WriteText);
        json.Said("status", posting.Status, WriteTerm);
        json.Each("sections", posting.Sections, SectionJson.Write);
        json.Each("sources", posting.Sources, WriteSource);
    });

    public static Posting Read(string text) => JsonIn.Object(text, json => new Posting
    {
        Id = json.Text("id"),
        File = json.Text("file"),
        Title = json.Said("title", ReadText)!,
        Company = json.Said("company", ReadText),
        Locations = json.Each("locations", ReadPlace),
        Workplace = json.Said("workplace", JsonIn.Term<Workplace>),
        RemoteWithin = json.Each("remoteWithin", ReadPlace),
        EmploymentTypes = json.Each("employmentTypes", item => item.Said(JsonIn.Term<EmploymentType>)),
        Seniorities = json.Each("seniorities", item => item.Said(JsonIn.Term<Seniority>)),
        Disciplines = json.Each("disciplines", item => item.Said(ReadText)),
        Salaries = json.Each("salaries", item => item.Said(ReadSalary)),
        Posted = json.Said("posted", value => DayText.Read(value.GetString())),
        ValidThrough = json.Said("validThrough", value => DayText.Read(value.GetString())),
        ApplyUrl = json.Said("applyUrl", ReadText),
        Skills = json.Each("skills", SectionJson.ReadSkill),
        Degree = json.Said("degree", value => new Degree(value.Text("name"), value.GetProperty("need").Term<DegreeNeed>())),
        Experience = json.Said("experience", value => new Experience(value.Number("minYears"), value.NumberOrNull("maxYears"))),
        Visa = json.Said("visa", ReadText),
        TimeZones = json.Said("timeZones", ReadText),
        Language = json.Said("language", ReadText),
        Status = json.Said("status", JsonIn.Term<PostingStatus>),
        Sections = json.Each("sections", SectionJson.Read),
        Sources = json.Each("sources", ReadSource),
    });

    public static void WriteText(Utf8JsonWriter json, string value) => json.WriteStringValue(value);

    public static string ReadText(JsonElement json) => json.GetString()!;

    public static void WriteTerm<T>(Utf8JsonWriter json, T value)
        where T : struct, Enum => json.WriteStringValue(value.ToString());

    private static void WritePlace(Utf8JsonWriter json, Stated<Place> place) => json.Said(place, (into, value) =>
    {
        into.WriteStartObject();
        into.WriteString("text", value.Text);
        into.Text("city", value.City);
        into.Text("region", value.Region);
        into.Text("country", value.Country);
        into.Text("area", value.Area);
        into.WriteEndObject();
    });

    private static Stated<Place> ReadPlace(JsonElement json) => json.Said(value => new Place(
        value.Text("text"), value.TextOrNull("city"), value.TextOrNull("region"), value.TextOrNull("country"), value.TextOrNull("area")));

    private static void WriteSalary(Utf8JsonWriter json, Salary salary)
    {
        json.WriteStartObject();
        json.Amount("min", salary.Min);
        json.Amount("max", salary.Max);
        json.Text("currency", salary.Currency);
        json.Text("period", salary.Period?.ToString());
        json.WriteEndObject();
    }

    private static Salary ReadSalary(JsonElement json) => new(
        json.Amount("min"), json.Amount("max"), json.TextOrNull("currency"), json.TryGetProperty("period", out var period) ? period.Term<PayPeriod>() : null);

    private static void WriteDegree(Utf8JsonWriter json, Degree degree)
    {
        json.WriteStartObject();
        json.WriteString("name", degree.Name);
        json.WriteString("need", degree.Need.ToString());
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, PostingSource source)
    {
        json.WriteStartObject();
        json.WriteString("file", source.File);
        json.WriteNumber("line", source.Line);
        json.Text("posted", source.Posted is { } day ? DayText.Of(day) : null);
        json.Text("applyUrl", source.ApplyUrl);
        json.WriteEndObject();
    }

    private static PostingSource ReadSource(JsonElement json) => new(
        json.Text("file"), json.Number("line"), json.TextOrNull("posted") is { } day ? DayText.Read(day) : null, json.TextOrNull("applyUrl"));

    private static void WriteExperience(Utf8JsonWriter json, Experience experience)
    {
        json.WriteStartObject();
        json.WriteNumber("minYears", experience.MinYears);
        if (experience.MaxYears is { } most)
            json.WriteNumber("maxYears", most);
        json.WriteEndObject();
    }
}
