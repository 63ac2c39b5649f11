using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;
using PostingsBot.Storage;

namespace PostingsBot.Benchmarks.Search;

/// <summary>
/// Postings by number, the same for the same seed: titles, employers and places as companies publish them, a body of about 3.5 KB in five sections, six
/// skills. Every third states pay, two in five are remote.
/// </summary>
internal sealed class PostingMaker(int seed)
{
    private const int WordsOfBody = 500;
    private const int Skills = 6;
    private const int DaysBack = 365;

    private static readonly (string Heading, SectionKind Kind)[] Sections =
        [("The role", SectionKind.Responsibilities), ("Requirements", SectionKind.Requirements), ("Nice to have", SectionKind.NiceToHave), ("Benefits", SectionKind.Benefits), ("About us", SectionKind.About)];

    private readonly IReadOnlyList<(string Title, string Employer, string Place)> names = RealNames.Load();
    private readonly string[] skills = [.. SkillVocabulary.Default.All.Where(s => s.Category is not ("method" or "field")).Select(s => s.Name)];
    private readonly ConcurrentDictionary<string, Place?> places = new(StringComparer.Ordinal);

    public static LocalDate Today { get; } = new(2026, 3, 1);

    public Vocabulary Vocabulary { get; } = new(seed);

    public IReadOnlyList<string> SkillNames => skills;

    public IReadOnlyList<(string Title, string Employer, string Place)> Names => names;

    public DocumentEdit Edit(int number, string hash = "1") => new DocumentEdit.Put(
        new ParsedDocument { File = File(number), Kind = DocumentKind.Posting, Postings = [Make(number)] }, "jobs", hash);

    public Posting Make(int number)
    {
        var random = new Random((seed * 7919) + number);
        // Titles stay with their places but go to other employers: one real board repeats a title 3,460 times, which would measure that board.
        var (title, _, where) = names[(int)(number * 7919L % names.Count)];
        var employer = names[(int)(((number * 104_729L) + (number / names.Count * 31)) % names.Count)].Employer;
        var place = places.GetOrAdd(where, text => text.Length == 0 ? null : AreaVocabulary.Default.Resolve(text) ?? new Place(text, null, null, null, null));
        var isRemote = random.Next(5) < 2;
        var country = place?.Area is { } area && AreaVocabulary.Default.AncestorsAndSelf(area).Select(AreaVocabulary.Default.ByCode).FirstOrDefault(a => a?.Kind is AreaKind.Country) is { } found
            ? AreaVocabulary.Default.ToPlace(found, found.Name)
            : null;
        return new Posting
        {
            Id = Id(number),
            File = File(number),
            Title = Said(title, 1),
            Company = Said(employer, 2),
            Locations = place is null ? [] : [Said(place, 3)],
            Workplace = isRemote ? Said(Workplace.Remote, 3) : random.Next(4) == 0 ? Said(Workplace.Hybrid, 3) : null,
            RemoteWithin = isRemote && country is not null && random.Next(3) == 0 ? [Said(country, 3)] : [],
            EmploymentTypes = random.Next(10) < 8 ? [Said(random.Next(8) == 0 ? EmploymentType.Contract : EmploymentType.FullTime, 3)] : [],
            Seniorities = [.. Terms.Seniorities.Find(title).Select(m => m.Value).Distinct().Take(1).Select(level => Said(level, 1))],
            Disciplines = [.. Terms.Disciplines.Find(title).Select(m => m.Value).Distinct().Take(2).Select(name => Said(name, 1))],
            Salaries = random.Next(3) == 0 ? [Said(Pay(random), 4)] : [],
            Posted = random.Next(20) > 0 ? Said(Today.PlusDays(-random.Next(DaysBack)), 5) : null,
            ApplyUrl = Said($"https://jobs.example.com/{number}", 6),
            Skills = [.. Enumerable.Range(0, Skills).Select(_ => Skill(random)).Distinct(StringComparer.Ordinal).Select(name => new Skill(name, random.Next(3) > 0 ? SkillNeed.Required : SkillNeed.Preferred, At(20, name)))],
            Sections = [.. Sections.Select((section, i) => Section(section, i, random))],
        };
    }

    public static string Id(int number) => (number * 0x9E3779B1L & 0xFFFFFFFFFF).ToString("x10", CultureInfo.InvariantCulture);

    private static string File(int number) => string.Create(CultureInfo.InvariantCulture, $"jobs/{number / 1000}/{number}.md");

    private string Skill(Random random) => skills[(int)(Math.Pow(random.NextDouble(), 3) * skills.Length)];

    private Section Section((string Heading, SectionKind Kind) section, int number, Random random)
    {
        const int passages = 5;
        var first = 10 + (number * (passages + 2));
        var words = WordsOfBody / Sections.Length / passages;
        return new Section(section.Heading, section.Kind, first, first + passages, [.. Enumerable.Range(first + 1, passages).Select(line =>
            At(line, string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary.Next(random))) + "."))]);
    }

    private static Salary Pay(Random random)
    {
        var low = 40_000 + (random.Next(120) * 1_000);
        return new Salary(low, low + 20_000, random.Next(3) == 0 ? "EUR" : "USD", PayPeriod.Year);
    }

    private static Evidence At(int line, string text) => new(line, line, text);

    private static Stated<T> Said<T>(T value, int line)
        where T : notnull => new(value, At(line, value.ToString()!));
}
