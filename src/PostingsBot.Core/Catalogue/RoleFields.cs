using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Catalogue;

/// <summary>Whether a posting states a field.</summary>
internal static class RoleFields
{
    public static bool IsStated(Posting posting, RoleField field) => field switch
    {
        RoleField.Title => true,
        RoleField.Employer => posting.Company is not null,
        RoleField.Location => posting.Locations.Count > 0,
        RoleField.Workplace => posting.Workplace is not null,
        RoleField.EligibleFrom => posting.Workplace is not null || posting.RemoteWithin.Count > 0 || posting.TimeZones is not null,
        RoleField.Employment => posting.EmploymentTypes.Count > 0,
        RoleField.Seniority => posting.Seniorities.Count > 0,
        RoleField.Pay => posting.Salaries.Count > 0,
        RoleField.Posted => posting.Posted is not null,
        RoleField.ValidThrough => posting.ValidThrough is not null,
        RoleField.Apply => posting.ApplyUrl is not null,
        RoleField.Skills => posting.Skills.Count > 0,
        RoleField.Degree => posting.Degree is not null,
        RoleField.Experience => posting.Experience is not null,
        RoleField.Visa => posting.Visa is not null,
        RoleField.TimeZones => posting.TimeZones is not null,
        RoleField.Status => true,
        _ => SectionKindOf(field) is { } kind && posting.Sections.Any(s => s.Kind == kind),
    };

    /// <summary>The kind of section that answers the field, or null when a field of the posting does.</summary>
    public static SectionKind? SectionKindOf(RoleField field) => field switch
    {
        RoleField.Requirements => SectionKind.Requirements,
        RoleField.NiceToHave => SectionKind.NiceToHave,
        RoleField.Responsibilities => SectionKind.Responsibilities,
        RoleField.Benefits => SectionKind.Benefits,
        RoleField.Process => SectionKind.Process,
        RoleField.Team => SectionKind.Team,
        RoleField.About => SectionKind.About,
        _ => null,
    };
}
