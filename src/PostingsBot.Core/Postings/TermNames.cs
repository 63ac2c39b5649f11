using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Postings;

/// <summary>The words for enumerated terms: in JSON, on chips and on cards alike.</summary>
public static class TermNames
{
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Posting => "posting",
        DocumentKind.Company => "company",
        DocumentKind.List => "list",
        _ => "other",
    };

    public static string Of(Workplace workplace) => workplace switch
    {
        Workplace.Remote => "remote",
        Workplace.Hybrid => "hybrid",
        _ => "onsite",
    };

    public static string Of(EmploymentType type) => type switch
    {
        EmploymentType.FullTime => "full-time",
        EmploymentType.PartTime => "part-time",
        EmploymentType.Contract => "contract",
        EmploymentType.Temporary => "temporary",
        _ => "internship",
    };

    public static string Of(Seniority seniority) => seniority switch
    {
        Seniority.Intern => "intern",
        Seniority.Entry => "entry level",
        Seniority.Junior => "junior",
        Seniority.Mid => "mid",
        Seniority.Senior => "senior",
        Seniority.Staff => "staff",
        Seniority.Lead => "lead",
        _ => "head",
    };

    public static string Of(PayPeriod period) => period switch
    {
        PayPeriod.Hour => "hour",
        PayPeriod.Day => "day",
        PayPeriod.Week => "week",
        PayPeriod.Month => "month",
        _ => "year",
    };

    public static string Of(PostingStatus status) => status switch
    {
        PostingStatus.Open => "open",
        PostingStatus.Draft => "draft",
        PostingStatus.Closed => "closed",
        _ => "expired",
    };

    public static string Of(SkillNeed need) => need switch
    {
        SkillNeed.Required => "required",
        SkillNeed.Preferred => "preferred",
        _ => "mentioned",
    };

    public static string Of(RoleField field) => field switch
    {
        RoleField.EligibleFrom => "where it can be done from",
        RoleField.Pay => "pay",
        RoleField.Posted => "posting date",
        RoleField.ValidThrough => "closing date",
        RoleField.Apply => "how to apply",
        RoleField.Employment => "employment type",
        RoleField.Experience => "years of experience",
        RoleField.Visa => "visa sponsorship",
        RoleField.NiceToHave => "nice-to-haves",
        RoleField.Process => "hiring process",
        RoleField.About => "about the role",
        RoleField.TimeZones => "time zones",
        _ => field.ToString().ToLowerInvariant(),
    };
}
