using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Tests.Parsing;

/// <summary>A parsed document's fields as the text that specifications write.</summary>
internal static class SpecFields
{
    public static string Read(ParsedDocument document, string field)
    {
        var last = field.LastIndexOf(' ');
        if (last > 0 && int.TryParse(field[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return OfPosting(document.Postings[number - 1], field[..last]);
        return field switch
        {
            "kind" => TermNames.Of(document.Kind),
            "roles" => document.Postings.Count.ToString(CultureInfo.InvariantCulture),
            "diagnostics" => Join(document.Diagnostics.Select(diagnostic => diagnostic.Code)),
            "company" when document.Company is { } company => company.Name?.Value ?? "",
            "aliases" => Join(document.Company!.Aliases),
            "careers" => document.Company!.CareersUrl?.Value ?? "",
            "tools" => Join(document.Company!.Skills.Select(skill => skill.Name)),
            _ => OfPosting(document.Postings[0], field),
        };
    }

    public static bool IsAtLeast(string field) => field is "required" or "preferred" or "mentioned" or "tools";

    private static string OfPosting(Posting posting, string field) => field switch
    {
        "title" => posting.Title.Value,
        "company" => posting.Company?.Value ?? "",
        "locations" => Join(posting.Locations.Select(place => place.Value.City ?? place.Value.Text)),
        "remote within" => Join(posting.RemoteWithin.Select(place => place.Value.Country ?? place.Value.Text)),
        "workplace" => posting.Workplace is { } workplace ? TermNames.Of(workplace.Value) : "",
        "employment" => Join(posting.EmploymentTypes.Select(type => TermNames.Of(type.Value))),
        "seniority" => Join(posting.Seniorities.Select(level => TermNames.Of(level.Value))),
        "disciplines" => Join(posting.Disciplines.Select(discipline => discipline.Value)),
        "salary" => Join(posting.Salaries.Select(salary => Pay(salary.Value))),
        "posted" => Day(posting.Posted?.Value),
        "valid through" => Day(posting.ValidThrough?.Value),
        "apply" => posting.ApplyUrl?.Value ?? "",
        "required" => Skills(posting, SkillNeed.Required),
        "preferred" => Skills(posting, SkillNeed.Preferred),
        "mentioned" => Skills(posting, SkillNeed.Mentioned),
        "skills" => string.Join("; ", posting.Skills.Select(skill => skill.Name)),
        "degree" => posting.Degree is { } degree ? $"{degree.Value.Name}: {degree.Value.Need}" : "",
        "experience" => posting.Experience is { } experience ? $"{experience.Value.MinYears}-{experience.Value.MaxYears}" : "",
        "visa" => posting.Visa?.Value ?? "",
        "time zones" => posting.TimeZones?.Value ?? "",
        "language" => posting.Language?.Value ?? "",
        "status" => posting.Status is { } status ? TermNames.Of(status.Value) : "",
        "sections" => Join(posting.Sections.Select(section => $"{section.Heading}: {section.Kind.ToString().ToLowerInvariant()}")),
        _ => throw new ArgumentException($"the specification names an unknown field \"{field}\"", nameof(field)),
    };

    private static string Skills(Posting posting, SkillNeed need) => Join(posting.Skills.Where(skill => skill.Need == need).Select(skill => skill.Name));

    private static string Pay(Salary salary) => string.Create(CultureInfo.InvariantCulture, $"{salary.Min:0.##}-{salary.Max:0.##} {salary.Currency}/{(salary.Period is { } period ? TermNames.Of(period) : "")}");

    private static string Day(NodaTime.LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Join(IEnumerable<string> values) => string.Join("; ", values);
}
