using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Support;

/// <summary>Roles put together from a few values each, the same for the same seed: enough of them that most searches find some and leave some.</summary>
internal static class GeneratedRoles
{
    public static readonly string[] Skills = ["Python", "Go", "Java", "JavaScript", "PostgreSQL", "Kubernetes", "React", "Terraform", "Rust"];
    public static readonly string[] Disciplines = ["backend", "frontend", "data engineering", "devops"];
    public static readonly string[] Places = ["Berlin", "Munich", "London", "Paris", "San Francisco", "Toronto"];
    public static readonly string[] Employers = ["Harbour Labs", "Meadow", "Orchard Health", "Lumen Works"];
    public static readonly Seniority[] Levels = [Seniority.Junior, Seniority.Mid, Seniority.Senior, Seniority.Staff];

    private static readonly string[] Limits = ["Germany", "United States", "Europe", "Canada"];

    public static MemoryCatalogue Catalogue(int seed, int count)
    {
        var random = new Random(seed);
        return new MemoryCatalogue([.. Enumerable.Range(0, count).Select(n => Document(random, n))]);
    }

    private static ParsedDocument Document(Random random, int n)
    {
        var posting = Role(random, n);
        return new ParsedDocument { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] };
    }

    private static Posting Role(Random random, int n)
    {
        var level = Of(random, Levels);
        var discipline = Of(random, Disciplines);
        var workplace = Of(random, Workplace.Remote, Workplace.Remote, Workplace.Hybrid, Workplace.Onsite);
        var skills = Skills.Where(_ => random.Next(3) == 0).Select((name, i) => new Skill(name, i % 3 == 2 ? SkillNeed.Preferred : SkillNeed.Required, Line(6 + i, name))).ToList();
        return new Posting
        {
            Id = $"{n:x10}",
            File = $"roles/{n}.md",
            Title = Said($"{level} {discipline} engineer", 1),
            Company = random.Next(8) == 0 ? null : Said(Of(random, Employers), 2),
            Locations = workplace is Workplace.Remote && random.Next(2) == 0 ? [] : [Said(Place(Of(random, Places)), 3)],
            Workplace = Said(workplace, 4),
            RemoteWithin = workplace is Workplace.Remote && random.Next(2) == 0 ? [Said(Place(Of(random, Limits)), 4)] : [],
            Seniorities = random.Next(5) == 0 ? [] : [Said(level, 1)],
            Disciplines = [Said(discipline, 1)],
            EmploymentTypes = [Said(Of(random, EmploymentType.FullTime, EmploymentType.PartTime, EmploymentType.Contract), 5)],
            Salaries = random.Next(3) == 0 ? [] : [Said(Pay(random), 5)],
            Posted = random.Next(4) == 0 ? null : Said(Talk.Today.PlusDays(-random.Next(400)), 5),
            Skills = skills,
            Sections = [new Section("Requirements", SectionKind.Requirements, 6, 20, [.. skills.Select(s => s.Evidence)])],
        };
    }

    private static Salary Pay(Random random)
    {
        var low = 10_000 * random.Next(5, 18);
        return new Salary(low, low + (10_000 * random.Next(4)), Of(random, "EUR", "USD"), PayPeriod.Year);
    }

    private static Place Place(string name) => AreaVocabulary.Default.Resolve(name) ?? throw new InvalidOperationException($"no place {name}");

    private static Stated<T> Said<T>(T value, int line)
        where T : notnull => new(value, Line(line, value.ToString()!));

    private static Evidence Line(int line, string text) => new(line, line, text);

    private static T Of<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
