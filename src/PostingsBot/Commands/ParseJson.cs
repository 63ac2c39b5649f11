using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostingsBot.Core.Postings;

namespace PostingsBot.Commands;

/// <summary>A parsed document as the one JSON line that `parse --json` promises. Unknown is null or [].</summary>
internal static class ParseJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToLine(ParsedDocument document)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, document);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ParsedDocument document)
    {
        json.WriteStartObject();
        json.WriteString("file", document.File);
        json.WriteString("kind", TermNames.Of(document.Kind));
        Array(json, "postings", document.Postings, posting => WritePosting(json, posting));
        json.WritePropertyName("company");
        if (document.Company is { } company)
            WriteCompany(json, company);
        else
            json.WriteNullValue();
        Array(json, "diagnostics", document.Diagnostics, diagnostic =>
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("message", diagnostic.Message);
            Number(json, "line", diagnostic.Line);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WritePosting(Utf8JsonWriter json, Posting posting)
    {
        json.WriteStartObject();
        json.WriteString("id", posting.Id);
        json.WriteString("title", posting.Title.Value);
        json.WriteString("company", posting.Company?.Value);
        Array(json, "locations", posting.Locations, place => WritePlace(json, place.Value));
        json.WriteString("workplace", posting.Workplace is { } workplace ? TermNames.Of(workplace.Value) : null);
        Array(json, "remoteWithin", posting.RemoteWithin, place => json.WriteStringValue(place.Value.Text));
        Array(json, "employmentTypes", posting.EmploymentTypes, type => json.WriteStringValue(TermNames.Of(type.Value)));
        json.WriteString("seniority", Levels(posting));
        Array(json, "disciplines", posting.Disciplines, discipline => json.WriteStringValue(discipline.Value));
        json.WritePropertyName("salary");
        if (posting.Salaries.Count > 0)
            WriteSalary(json, posting.Salaries[0].Value);
        else
            json.WriteNullValue();
        json.WriteString("posted", posting.Posted?.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("validThrough", posting.ValidThrough?.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("applyUrl", posting.ApplyUrl?.Value);
        Array(json, "skills", posting.Skills, skill => WriteSkill(json, skill));
        json.WriteString("status", posting.Status is { } status ? TermNames.Of(status.Value) : null);
        WriteEvidence(json, posting);
        json.WriteEndObject();
    }

    // In this contract internships are a type of employment, and "new grad" is no level.
    private static string? Levels(Posting posting)
    {
        var levels = posting.Seniorities.Where(level => level.Value is not (Seniority.Intern or Seniority.Entry)).Select(level => TermNames.Of(level.Value)).ToList();
        return levels.Count == 0 ? null : string.Join('/', levels);
    }

    private static void WriteCompany(Utf8JsonWriter json, CompanyDocument company)
    {
        json.WriteStartObject();
        json.WriteString("name", company.Name?.Value);
        json.WriteString("careersUrl", company.CareersUrl?.Value);
        Array(json, "skills", company.Skills, skill => WriteSkill(json, skill));
        Array(json, "sections", company.Sections, section =>
        {
            json.WriteStartObject();
            json.WriteString("heading", section.Heading);
            json.WriteString("kind", section.Kind.ToString().ToLowerInvariant());
            json.WriteNumber("firstLine", section.FirstLine);
            json.WriteNumber("lastLine", section.LastLine);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteString("text", place.Text);
        json.WriteString("city", place.City);
        json.WriteString("region", place.Region);
        json.WriteString("country", place.Country);
        json.WriteEndObject();
    }

    private static void WriteSalary(Utf8JsonWriter json, Salary salary)
    {
        json.WriteStartObject();
        Number(json, "min", salary.Min);
        Number(json, "max", salary.Max);
        json.WriteString("currency", salary.Currency);
        json.WriteString("period", salary.Period is { } period ? TermNames.Of(period) : null);
        json.WriteEndObject();
    }

    private static void WriteSkill(Utf8JsonWriter json, Skill skill)
    {
        json.WriteStartObject();
        json.WriteString("name", skill.Name);
        json.WriteString("need", TermNames.Of(skill.Need));
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Posting posting)
    {
        json.WriteStartObject("evidence");
        foreach (var (field, evidence) in PostingEvidence.Of(posting))
        {
            json.WriteStartObject(field);
            json.WriteNumber("firstLine", evidence.FirstLine);
            json.WriteNumber("lastLine", evidence.LastLine);
            json.WriteString("text", evidence.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        else
            json.WriteNull(name);
    }
}
