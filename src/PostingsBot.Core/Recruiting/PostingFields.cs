using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <summary>The fields of a posting, what they say, and how one is carried from a posting to another.</summary>
public static class PostingFields
{
    private static readonly IReadOnlyList<PostingField> Fields =
    [
        new(RoleField.Title, p => Text(p.Title.Value), (from, to, at) => to with { Title = One(from.Title, at)!, Disciplines = Many(from.Disciplines, at) }),
        new(RoleField.Employer, p => Said(p.Company, value => value), (from, to, at) => to with { Company = One(from.Company, at) }),
        new(RoleField.Location, p => p.Locations.Select(place => place.Value.Text), (from, to, at) => to with { Locations = Many(from.Locations, at) }),
        new(RoleField.Workplace, p => Said(p.Workplace, TermNames.Of), (from, to, at) => to with { Workplace = One(from.Workplace, at) }),
        new(RoleField.EligibleFrom, p => p.RemoteWithin.Select(place => place.Value.Text), (from, to, at) => to with { RemoteWithin = Many(from.RemoteWithin, at) }),
        new(RoleField.TimeZones, p => Said(p.TimeZones, value => value), (from, to, at) => to with { TimeZones = One(from.TimeZones, at) }),
        new(RoleField.Employment, p => p.EmploymentTypes.Select(type => TermNames.Of(type.Value)), (from, to, at) => to with { EmploymentTypes = Many(from.EmploymentTypes, at) }),
        new(RoleField.Seniority, p => p.Seniorities.Select(level => TermNames.Of(level.Value)), (from, to, at) => to with { Seniorities = Many(from.Seniorities, at) }),
        new(RoleField.Pay, p => p.Salaries.Select(pay => Show.Salary(pay.Value)), (from, to, at) => to with { Salaries = Many(from.Salaries, at) }),
        new(RoleField.Posted, p => Said(p.Posted, LocalDatePattern.Iso.Format), (from, to, at) => to with { Posted = One(from.Posted, at) }),
        new(RoleField.ValidThrough, p => Said(p.ValidThrough, LocalDatePattern.Iso.Format), (from, to, at) => to with { ValidThrough = One(from.ValidThrough, at) }),
        new(RoleField.Apply, p => Said(p.ApplyUrl, value => value), (from, to, at) => to with { ApplyUrl = One(from.ApplyUrl, at) }),
        new(RoleField.Skills, Skills, (from, to, at) => to with { Skills = [.. from.Skills.Select(skill => skill with { Evidence = at(skill.Evidence) })] }),
        new(RoleField.Degree, p => Said(p.Degree, Show.Degree), (from, to, at) => to with { Degree = One(from.Degree, at) }),
        new(RoleField.Experience, p => Said(p.Experience, Show.Experience), (from, to, at) => to with { Experience = One(from.Experience, at) }),
        new(RoleField.Visa, p => Said(p.Visa, value => value), (from, to, at) => to with { Visa = One(from.Visa, at) }),
        new(RoleField.Status, p => [TermNames.Of(p.Status?.Value ?? PostingStatus.Open)], (from, to, at) => to with { Status = One(from.Status, at) }),
    ];

    private static readonly IReadOnlyDictionary<RoleField, PostingField> ByField = Fields.ToDictionary(field => field.Field);

    /// <summary>What the text of the sections makes up, in the order it is shown; never part of an overlay.</summary>
    private static readonly IReadOnlyList<RoleField> Texts =
        [RoleField.About, RoleField.Responsibilities, RoleField.Requirements, RoleField.NiceToHave, RoleField.Benefits, RoleField.Process, RoleField.Team];

    /// <summary>The fields that can be edited, in the order they are shown.</summary>
    public static IReadOnlyList<RoleField> Editable { get; } = [.. Fields.Select(field => field.Field)];

    /// <summary>States nothing; without a title it is no posting of the catalogue.</summary>
    public static Posting Blank { get; } = new() { Id = "", File = "", Title = new("", new Evidence(0, 0, "")) };

    public static bool IsEditable(RoleField field) => ByField.ContainsKey(field);

    /// <summary>As people read them; none when the field is not stated. A text field's values are its sections' headings and passages.</summary>
    public static IReadOnlyList<string> Values(RoleField field, Posting posting) =>
        ByField.TryGetValue(field, out var known) ? [.. known.Of(posting)]
        : [.. posting.Sections.Where(section => TextField(section.Kind) == field).SelectMany(section => section.Passages.Select(passage => passage.Text).Prepend(section.Heading)).Where(text => text.Length > 0)];

    /// <summary>The values in one line; empty when the field is not stated.</summary>
    public static string Text(RoleField field, Posting posting) => string.Join("; ", Values(field, posting));

    /// <summary><paramref name="to"/> with the field as <paramref name="from"/> states it. A title brings its disciplines.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field is not <see cref="Editable"/>.</exception>
    public static Posting Copy(RoleField field, Posting from, Posting to) => Copy(field, from, to, evidence => evidence);

    /// <summary>The fields that read otherwise, the text fields last.</summary>
    public static IReadOnlyList<FieldChange> Differences(Posting before, Posting after) =>
        [.. Editable.Concat(Texts).Select(field => new FieldChange(field, Text(field, before), Text(field, after))).Where(change => change.Before != change.After)];

    internal static Posting Copy(RoleField field, Posting from, Posting to, Func<Evidence, Evidence> at) =>
        ByField.TryGetValue(field, out var known) ? known.Put(from, to, at)
        : throw new ArgumentOutOfRangeException(nameof(field), field, "The field is made of the text and not edited by itself.");

    private static RoleField TextField(SectionKind kind) => Texts.FirstOrDefault(field => RoleFields.SectionKindOf(field) == kind, RoleField.About);

    private static IEnumerable<string> Skills(Posting posting) =>
        posting.Skills.Select(skill => $"{skill.Name} ({TermNames.Of(skill.Need)})").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Text(string value) => value.Length == 0 ? [] : [value];

    private static IEnumerable<string> Said<T>(Stated<T>? stated, Func<T, string> show)
        where T : notnull => stated is null ? [] : Text(show(stated.Value));

    private static Stated<T>? One<T>(Stated<T>? stated, Func<Evidence, Evidence> at)
        where T : notnull => stated is null ? null : stated with { Evidence = at(stated.Evidence) };

    private static IReadOnlyList<Stated<T>> Many<T>(IReadOnlyList<Stated<T>> stated, Func<Evidence, Evidence> at)
        where T : notnull => [.. stated.Select(value => value with { Evidence = at(value.Evidence) })];
}
