using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Commands;

/// <summary>A parsed document for people: each fact with the line it stands in.</summary>
internal static class ParseListing
{
    public static void Write(TextWriter writer, ParsedDocument document)
    {
        writer.WriteLine($"{TerminalText.Printable(document.File)}: {TermNames.Of(document.Kind)}");
        if (document.Company is { } company)
        {
            Line(writer, "employer", company.Name?.Value, company.Name?.Evidence);
            Line(writer, "openings", company.CareersUrl?.Value, company.CareersUrl?.Evidence);
            Line(writer, "tools", Join(company.Skills.Select(skill => skill.Name)), null);
            Line(writer, "sections", Join(company.Sections.Select(section => section.Heading)), null);
        }

        foreach (var posting in document.Postings)
            Write(writer, posting);
        foreach (var diagnostic in document.Diagnostics)
            writer.WriteLine($"  note: {TerminalText.Printable(diagnostic.Message)}");
        writer.WriteLine();
    }

    private static void Write(TextWriter writer, Posting posting)
    {
        writer.WriteLine($"  {TerminalText.Printable(posting.Title.Value)} [{posting.Id}]");
        var evidence = PostingEvidence.Of(posting).ToDictionary(pair => pair.Field, pair => pair.Evidence);
        Row("employer", posting.Company?.Value, "company");
        Row("places", Join(posting.Locations.Select(place => place.Value.Text)), "locations");
        Row("workplace", posting.Workplace is { } workplace ? TermNames.Of(workplace.Value) : null, "workplace");
        Row("remote within", Join(posting.RemoteWithin.Select(place => place.Value.Text)), "remoteWithin");
        Row("employment", Join(posting.EmploymentTypes.Select(type => TermNames.Of(type.Value))), "employmentTypes");
        Row("level", Join(posting.Seniorities.Select(level => TermNames.Of(level.Value))), "seniority");
        Row("discipline", Join(posting.Disciplines.Select(discipline => discipline.Value)), "disciplines");
        Row("pay", Join(posting.Salaries.Select(salary => Show.Salary(salary.Value))), "salary");
        Row("posted", posting.Posted is { } posted ? LocalDatePattern.Iso.Format(posted.Value) : null, "posted");
        Row("closes", posting.ValidThrough is { } closes ? LocalDatePattern.Iso.Format(closes.Value) : null, "validThrough");
        Row("apply", posting.ApplyUrl?.Value, "applyUrl");
        foreach (var need in Enum.GetValues<SkillNeed>())
            Row(TermNames.Of(need), Join(posting.Skills.Where(skill => skill.Need == need).Select(skill => skill.Name)), "");
        Row("degree", posting.Degree?.Value.Name, "degree");
        Row("experience", posting.Experience is { } experience ? Show.Experience(experience.Value) : null, "experience");
        Row("visa", posting.Visa?.Value, "visa");
        Row("time zones", posting.TimeZones?.Value, "timeZones");
        Row("language", posting.Language?.Value, "language");
        Row("status", posting.Status is { } status ? TermNames.Of(status.Value) : null, "status");

        void Row(string name, string? value, string field) => Line(writer, name, value, evidence.GetValueOrDefault(field));
    }

    private static void Line(TextWriter writer, string name, string? value, Evidence? evidence)
    {
        if (string.IsNullOrEmpty(value))
            return;
        var where = evidence is { FirstLine: > 0 } ? $"  (line {evidence.FirstLine})" : "";
        writer.WriteLine($"    {name,-14} {TerminalText.Printable(value)}{where}");
    }

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);
}
