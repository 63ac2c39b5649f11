using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Support;

/// <summary>Hand-made postings: three roles and a company document, small enough to know by heart.</summary>
internal static class Examples
{
    public static Posting Harbour { get; } = new()
    {
        Id = "aaaaaaaaa1",
        File = "roles/harbour.md",
        Title = Said("Senior Backend Engineer", 1),
        Company = Said("Harbour Labs", 2),
        Locations = [Said(Place("Berlin"), 3)],
        Workplace = Said(Workplace.Remote, 4),
        RemoteWithin = [Said(Place("Germany"), 4)],
        Seniorities = [Said(Seniority.Senior, 1)],
        Disciplines = [Said("backend", 1)],
        EmploymentTypes = [Said(EmploymentType.FullTime, 5)],
        Salaries = [Said(new Salary(70_000, 90_000, "EUR", PayPeriod.Year), 6)],
        Posted = Said(new LocalDate(2026, 2, 20), 7),
        ApplyUrl = Said("https://harbour.example/apply", 8),
        Skills = [Skill("Go", SkillNeed.Required, 9), Skill("PostgreSQL", SkillNeed.Required, 9), Skill("Kubernetes", SkillNeed.Preferred, 10)],
        Degree = Said(new Degree("B.Sc. in Computer Science", DegreeNeed.RequiredOrEquivalent), 11),
        Sections =
        [
            new Section("Requirements", SectionKind.Requirements, 9, 11, [new(9, 9, "You know Go and PostgreSQL."), new(11, 11, "B.Sc. in Computer Science or the like.")]),
            new Section("How we work", SectionKind.Process, 12, 13, [new(13, 13, "We meet in Hamburg twice a year and plan every second Monday.")]),
        ],
    };

    public static Posting Meadow { get; } = new()
    {
        Id = "aaaaaaaaa2",
        File = "roles/meadow.md",
        Title = Said("Frontend Developer", 1),
        Company = Said("Meadow", 2),
        Locations = [Said(Place("San Francisco"), 3)],
        Workplace = Said(Workplace.Onsite, 4),
        Disciplines = [Said("frontend", 1)],
        Salaries = [Said(new Salary(150_000, null, "USD", PayPeriod.Year), 5)],
        Posted = Said(new LocalDate(2026, 1, 5), 6),
        Skills = [Skill("React", SkillNeed.Required, 7), Skill("JavaScript", SkillNeed.Required, 7)],
        Sections = [new Section("Perks", SectionKind.Benefits, 8, 9, [new(9, 9, "30 days of vacation and a dog-friendly office.")])],
    };

    public static Posting Nameless { get; } = new()
    {
        Id = "aaaaaaaaa3",
        File = "roles/nameless.md",
        Title = Said("Data Engineer", 1),
        Workplace = Said(Workplace.Remote, 2),
        Disciplines = [Said("data engineering", 1)],
        Skills = [Skill("Python", SkillNeed.Required, 3), Skill("PostgreSQL", SkillNeed.Preferred, 4)],
        Sections = [new Section("", SectionKind.Other, 2, 3, [new(2, 2, "Remote, wherever you are."), new(3, 3, "Python every day.")])],
    };

    public static ParsedDocument Orchard { get; } = new()
    {
        File = "companies/orchard.md",
        Kind = DocumentKind.Company,
        Company = new CompanyDocument
        {
            Name = Said("Orchard", 1),
            CareersUrl = Said("https://orchard.example/careers", 3),
            Skills = [Skill("Elixir", SkillNeed.Mentioned, 5)],
            Sections =
            [
                new Section("Benefits", SectionKind.Benefits, 6, 7, [new(7, 7, "Everyone gets a learning budget and 28 days off.")]),
                new Section("How we work", SectionKind.Process, 8, 9, [new(9, 9, "Our 12 engineers work in pairs and measure lead time.")]),
            ],
        },
    };

    public static MemoryCatalogue Catalogue() => new(Document(Harbour), Document(Meadow), Document(Nameless), Orchard);

    public static ParsedDocument Document(Posting posting) => new() { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] };

    public static Place Place(string name) => AreaVocabulary.Default.Resolve(name) ?? throw new InvalidOperationException(name + " is not in the vocabulary");

    private static Stated<T> Said<T>(T value, int line)
        where T : notnull => new(value, new Evidence(line, line, $"line {line} says {value}"));

    private static Skill Skill(string name, SkillNeed need, int line) => new(name, need, new Evidence(line, line, $"{name}"));
}
