namespace PostingsBot.Core.Postings;

public enum DocumentKind
{
    Posting,
    Company,
    List,
    Other,
}

public enum Workplace
{
    Remote,
    Hybrid,
    Onsite,
}

public enum EmploymentType
{
    FullTime,
    PartTime,
    Contract,
    Temporary,
    Internship,
}

/// <summary>Levels in rising order. A posting may state two ("mid to senior").</summary>
public enum Seniority
{
    Intern,

    /// <summary>New graduates and beginners.</summary>
    Entry,
    Junior,
    Mid,
    Senior,
    Staff,
    Lead,
    Head,
}

public enum PayPeriod
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}

public enum PostingStatus
{
    Open,
    Draft,
    Closed,
    Expired,
}

public enum SkillNeed
{
    Required,
    Preferred,
    Mentioned,
}

public enum DegreeNeed
{
    Required,
    RequiredOrEquivalent,
    Preferred,
    NotNeeded,
}

public enum SectionKind
{
    Other,
    Responsibilities,
    Requirements,
    NiceToHave,
    Benefits,
    Process,
    Team,
    About,
    Apply,
    Legal,

    /// <summary>Lines of the front matter that are no field of a posting.</summary>
    Head,
}
