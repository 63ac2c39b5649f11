using NodaTime;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>Hand-made postings that differ in every way a search can ask for.</summary>
internal static class Sample
{
    public static readonly IReadOnlyList<Posting> Postings =
    [
        Role("01", "Senior Backend Engineer", "Acme Corp", "2026-05-01", ["Python", "PostgreSQL"], "US-CA/san-francisco", Workplace.Onsite, Pay(150_000, 180_000, "USD"), "Build the payments api"),
        Role("02", "Backend Engineer", "Acme Corp", "2026-04-01", ["Go", "PostgreSQL"], "DE-BE/berlin", Workplace.Remote, Pay(70_000, 90_000, "EUR"), "Payments and ledgers for shops"),
        Role("03", "Frontend Engineer", "Crunch", "2026-05-01", ["TypeScript", "React"], "DE-BE/berlin", Workplace.Hybrid, Pay(60, 70, "EUR", PayPeriod.Hour), "Pixels"),
        Role("04", "C++ Engineer", "Crunch", null, ["C++"], "US-NY/new-york", Workplace.Onsite, null, "Trading engine, low latency payments"),
        Role("05", "C Developer", null, "2025-12-24", ["C"], "FR-IDF/paris", Workplace.Onsite, Pay(null, 65_000, null), "Firmware for sensors"),
        Role("06", "Staff Platform Engineer", "brightwheel", "2026-03-15", ["Kubernetes", "Python"], null, Workplace.Remote, Pay(200_000, null, "USD"), "Backend platform"),
        Role("07", "Data Scientist", "Ünïcode GmbH", "2026-05-20", ["Python", "R"], "JP/tokyo", Workplace.Remote, Pay(800, 900, "JPY"), "数据 und Modelle"),
        Role("08", "Platform engineer", "Brightwheel", "2026-03-15", ["Python"], "US", Workplace.Remote, null, "Platform platform platform"),
        Role("09", "Engineering Manager, Backend", "Acme Corp", "2026-05-01", [], "DE-BE/berlin", Workplace.Hybrid, Pay(9_000, 10_000, "EUR", PayPeriod.Month), "Lead payments teams"),
        Role("10", "Closed Backend Engineer", "Acme Corp", "2026-05-01", ["Python"], "DE-BE/berlin", Workplace.Remote, Pay(500_000, 500_000, "USD"), "Payments", PostingStatus.Closed),
        Role("11", "Draft Engineer", "Ghost", "2026-05-01", ["Python"], null, Workplace.Remote, null, "Nothing", PostingStatus.Draft),
        Role("12", ".NET Engineer", "Crunch", "2026-02-28", ["C#", ".NET"], "GB-ENG/london", Workplace.Hybrid, Pay(400, 500, "GBP", PayPeriod.Day), "Quote \" and ' and % and ^ signs; don't break"),
    ];

    public static Evidence At(int line, string text) => new(line, line, text);

    public static Stated<T> Said<T>(T value)
        where T : notnull => new(value, At(1, value.ToString()!));

    public static Salary Pay(decimal? min, decimal? max, string? currency, PayPeriod? period = null) => new(min, max, currency, period);

    public static Posting Role(
        string id, string title, string? company = null, string? posted = null, string[]? skills = null, string? area = null,
        Workplace? workplace = null, Salary? pay = null, string body = "Text", PostingStatus? status = null, string? file = null) => new()
        {
            Id = id,
            File = file ?? $"jobs/{id}.md",
            Title = Said(title),
            Company = company is null ? null : Said(company),
            Posted = posted is null ? null : Said(NodaTime.Text.LocalDatePattern.Iso.Parse(posted).Value),
            Skills = [.. (skills ?? []).Select(skill => new Skill(skill, SkillNeed.Required, At(3, skill)))],
            Locations = area is null ? [] : [Said(new Place(area, null, null, null, area))],
            Workplace = workplace is { } w ? Said(w) : null,
            Salaries = pay is null ? [] : [Said(pay)],
            Status = status is { } s ? Said(s) : null,
            Sections = [new Section("The role", SectionKind.Responsibilities, 5, 6, [At(6, body)])],
        };

    /// <summary>One document for each posting.</summary>
    public static IReadOnlyList<DocumentEdit> Edits(IEnumerable<Posting> postings) =>
        [.. postings.Select(posting => Put(new ParsedDocument { File = posting.File, Kind = DocumentKind.Posting, Postings = [posting] }))];

    public static DocumentEdit.Put Put(ParsedDocument document, string hash = "hash") => new(document, "jobs", hash);

    public static LocalDate Day(int year, int month, int day) => new(year, month, day);
}
