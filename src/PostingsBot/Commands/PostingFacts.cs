using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;

namespace PostingsBot.Commands;

/// <summary>A value as people read it, and where it was read.</summary>
internal sealed record FactValue(string Text, Evidence Evidence);

/// <summary>A fact of postings: its name in `parse --json`, its name for people, how to get its values.</summary>
internal sealed record PostingFact(string Field, string Label, Func<Posting, IEnumerable<FactValue>> Of);

/// <summary>Every fact that a posting can state, in the order in which it is shown.</summary>
internal static class PostingFacts
{
    public static readonly IReadOnlyList<PostingFact> All =
    [
        new("title", "title", posting => One(posting.Title, value => value)),
        new("company", "employer", posting => One(posting.Company, value => value)),
        new("locations", "places", posting => Many(posting.Locations, place => place.Text)),
        new("workplace", "workplace", posting => One(posting.Workplace, TermNames.Of)),
        new("remoteWithin", "remote within", posting => Many(posting.RemoteWithin, place => place.Text)),
        new("employmentTypes", "employment", posting => Many(posting.EmploymentTypes, TermNames.Of)),
        new("seniority", "level", posting => Many(posting.Seniorities, TermNames.Of)),
        new("disciplines", "discipline", posting => Many(posting.Disciplines, value => value)),
        new("salary", "pay", posting => Many(posting.Salaries, Show.Salary)),
        new("posted", "posted", posting => One(posting.Posted, LocalDatePattern.Iso.Format)),
        new("validThrough", "closes", posting => One(posting.ValidThrough, LocalDatePattern.Iso.Format)),
        new("applyUrl", "apply", posting => One(posting.ApplyUrl, value => value)),
        Skills(SkillNeed.Required),
        Skills(SkillNeed.Preferred),
        Skills(SkillNeed.Mentioned),
        new("degree", "degree", posting => One(posting.Degree, Show.Degree)),
        new("experience", "experience", posting => One(posting.Experience, Show.Experience)),
        new("visa", "visa", posting => One(posting.Visa, value => value)),
        new("timeZones", "time zones", posting => One(posting.TimeZones, value => value)),
        new("language", "language", posting => One(posting.Language, value => value)),
        new("status", "status", posting => One(posting.Status, TermNames.Of)),
    ];

    /// <summary>What a company document states of itself.</summary>
    public static IEnumerable<(string Label, FactValue Value)> Of(CompanyDocument company) =>
        One(company.Name, value => value).Select(value => ("employer", value))
            .Concat(One(company.CareersUrl, value => value).Select(value => ("openings", value)))
            .Concat(One(company.Workplace, TermNames.Of).Select(value => ("workplace", value)))
            .Concat(company.Skills.Select(skill => ("tools", new FactValue(skill.Name, skill.Evidence))));

    private static PostingFact Skills(SkillNeed need) =>
        new("skills", TermNames.Of(need), posting => posting.Skills.Where(skill => skill.Need == need).Select(skill => new FactValue(skill.Name, skill.Evidence)));

    private static IEnumerable<FactValue> One<T>(Stated<T>? stated, Func<T, string> show)
        where T : notnull => stated is null ? [] : [new FactValue(show(stated.Value), stated.Evidence)];

    private static IEnumerable<FactValue> Many<T>(IReadOnlyList<Stated<T>> stated, Func<T, string> show)
        where T : notnull => stated.Select(value => new FactValue(show(value.Value), value.Evidence));
}
