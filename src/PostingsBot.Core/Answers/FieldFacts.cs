using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>What a role or an employer's document states about one field; no rows when it states nothing.</summary>
internal static class FieldFacts
{
    private const int MostPassages = 8;
    private const int MostTold = 3;

    /// <summary>Fields in the order a reader wants them.</summary>
    public static readonly IReadOnlyList<RoleField> Overview =
    [
        RoleField.Employer, RoleField.Location, RoleField.Workplace, RoleField.Seniority, RoleField.Employment, RoleField.Pay, RoleField.Skills,
        RoleField.Degree, RoleField.Experience, RoleField.Visa, RoleField.Posted, RoleField.ValidThrough, RoleField.Apply,
    ];

    public static IReadOnlyList<FactRow> Of(Subject subject, RoleField field, LocalDate today)
    {
        var stated = subject switch
        {
            { Posting: { } posting } => OfPosting(posting, field, today),
            { Company: { } company } => OfCompany(subject.File, company, field),
            _ => [],
        };
        return stated.Count > 0 ? stated : OfSections(subject, field);
    }

    private static IReadOnlyList<FactRow> OfPosting(Posting p, RoleField field, LocalDate today) => field switch
    {
        RoleField.Title => [Row(field, p.Title.Value, p.File, p.Title.Evidence)],
        RoleField.Employer => One(p.Company, field, p.File, v => v),
        RoleField.Location => [.. p.Locations.Select(x => Row(field, x.Value.Text, p.File, x.Evidence))],
        RoleField.Workplace or RoleField.EligibleFrom => Workplace(p),
        RoleField.Employment => [.. p.EmploymentTypes.Select(x => Row(field, TermNames.Of(x.Value), p.File, x.Evidence))],
        RoleField.Seniority => [.. p.Seniorities.Select(x => Row(field, TermNames.Of(x.Value), p.File, x.Evidence))],
        RoleField.Pay => [.. p.Salaries.Select(x => Row(field, Show.Salary(x.Value), p.File, x.Evidence))],
        RoleField.Posted => One(p.Posted, field, p.File, v => Show.Posted(v, today)),
        RoleField.ValidThrough => One(p.ValidThrough, field, p.File, v => Show.Posted(v, today)),
        RoleField.Apply => One(p.ApplyUrl, field, p.File, v => v),
        RoleField.Skills => Skills(p.Skills, p.File),
        RoleField.Degree => One(p.Degree, field, p.File, Show.Degree),
        RoleField.Experience => One(p.Experience, field, p.File, Show.Experience),
        RoleField.Visa => One(p.Visa, field, p.File, v => v),
        RoleField.Status => One(p.Status, field, p.File, TermNames.Of),
        _ => [],
    };

    private static IReadOnlyList<FactRow> OfCompany(string file, CompanyDocument company, RoleField field) => field switch
    {
        RoleField.Employer => One(company.Name, field, file, v => v),
        RoleField.Workplace or RoleField.EligibleFrom => One(company.Workplace, RoleField.Workplace, file, TermNames.Of),
        RoleField.Apply => One(company.CareersUrl, field, file, v => v),
        RoleField.Skills => Skills(company.Skills, file),
        _ => [],
    };

    private static List<FactRow> Workplace(Posting p)
    {
        var rows = new List<FactRow>();
        if (p.Workplace is { } workplace)
            rows.Add(Row(RoleField.Workplace, Show.Workplace(p)!, p.File, workplace.Evidence));
        var shown = p.Workplace?.Evidence.FirstLine;
        rows.AddRange(p.RemoteWithin
            .Where(x => x.Evidence.FirstLine != shown)
            .Select(x => Row(RoleField.EligibleFrom, "within " + Show.Area(x.Value), p.File, x.Evidence)));
        if (p.TimeZones is { } zones)
            rows.Add(Row(RoleField.EligibleFrom, zones.Value, p.File, zones.Evidence));
        return rows;
    }

    /// <summary>The lines that state a field of a role.</summary>
    public static IEnumerable<Evidence> EvidenceOf(Posting posting, RoleField field) =>
        OfPosting(posting, field, default).Select(row => row.Source).OfType<Quote>().Select(q => new Evidence(q.Line, q.Line, q.Text, q.File == posting.File ? null : q.File));

    /// <summary>Skills by need, each with its line: one row a need, for the overview of a role.</summary>
    public static IReadOnlyList<FactRow> SkillsByNeed(Posting p) =>
    [
        .. p.Skills.GroupBy(s => s.Need).OrderBy(g => g.Key).Select(need => new FactRow(
            SkillLabel(need.Key),
            string.Join("; ", need.GroupBy(s => s.Evidence.FirstLine).Select(line => $"{string.Join(", ", line.Select(s => s.Name).Distinct())} (line {line.Key})")),
            Show.Quote(p.File, need.First().Evidence))),
    ];

    private static List<FactRow> Skills(IReadOnlyList<Skill> skills, string file) =>
    [
        .. skills
            .GroupBy(s => (s.Need, s.Evidence.FirstLine))
            .OrderBy(g => g.Key.Need)
            .Select(g => new FactRow(SkillLabel(g.Key.Need), string.Join(", ", g.Select(s => s.Name).Distinct()), Show.Quote(file, g.First().Evidence))),
    ];

    private static string SkillLabel(SkillNeed need) => need switch
    {
        SkillNeed.Required => "skills required",
        SkillNeed.Preferred => "skills preferred",
        _ => "skills mentioned",
    };

    /// <summary>
    /// A field that text answers: first the passages anywhere that clearly speak of it, then the sections of its kind, or else
    /// those whose heading speaks of it. Requirements and duties are only what stands under such a heading.
    /// </summary>
    private static List<FactRow> OfSections(Subject subject, RoleField field)
    {
        if (RoleFields.SectionKindOf(field) is not { } kind)
            return [];
        var sections = subject.Sections.Where(s => s.Kind == kind).ToList();
        if (sections.Count == 0)
            sections = [.. subject.Sections.Where(s => SpeaksOf(field, s.Heading) > 0)];
        if (sections.Count == 0)
            sections = [.. subject.Sections.Where(s => Related(field).Contains(s.Kind))];
        if (sections.Count == 0 && field is RoleField.Responsibilities)
            sections = [.. subject.Sections.Where(s => s.Kind is SectionKind.Other && s.Passages.Count > 1 && Words.Split(s.Heading).Any(w => OfTheWork.Contains(w.Folded))).Take(1)];
        if (sections.Count == 0 && field is RoleField.Benefits)
            sections = [.. FullestOf(field, AboutWorkingThere(subject.Sections))];
        if (sections.Count == 0 && field is RoleField.Responsibilities)
            return [.. InSections(subject.Sections).Where(x => TellsOfWork(x.Passage.Text)).Take(MostTold).Select(x => new FactRow(x.Heading.Length > 0 ? x.Heading : TermNames.Of(field), x.Passage.Text, Show.Quote(subject.File, x.Passage)))];
        var passages = field is RoleField.Requirements or RoleField.NiceToHave or RoleField.Responsibilities
            ? InSections(sections)
            : ClearlyOf(field, AboutWorkingThere(subject.Sections)).Concat(InSections(sections)).DistinctBy(x => x.Passage);
        return [.. passages.Take(MostPassages).Select(x => new FactRow(x.Heading.Length > 0 ? x.Heading : TermNames.Of(field), x.Passage.Text, Show.Quote(subject.File, x.Passage)))];
    }

    /// <summary>Words of headings under which the work is told of when no heading names the duties: "Job Description".</summary>
    private static readonly HashSet<string> OfTheWork = [.. "description job role position mission missions poste stelle vaga descricao puesto descripcion work".Split(' ')];

    /// <summary>"You'll own …", "du entwickelst …": what a text without a section of duties tells of the work.</summary>
    private static bool TellsOfWork(string text) => Words.Split(text).Select(w => w.Folded).ToList() is var words
        && (words.Exists(w => w is "you'll" or "responsible" or "verantwortlich") || words.Zip(words.Skip(1)).Any(two => two is ("you", "will") or ("will", "be") or ("you", "would") or ("your", "role") or ("the", "role") or ("du", "wirst") or ("sie", "werden") or ("deine", "aufgabe") or ("vous", "serez") or ("tu", "seras") or ("voce", "vai") or ("seras", "responsable")));

    /// <summary>Where no heading names the field, the section that speaks of it at least twice: "How we support our team".</summary>
    private static IEnumerable<Section> FullestOf(RoleField field, IReadOnlyList<Section> sections) =>
        sections.Select(s => (Section: s, Hits: s.Passages.Count(p => SpeaksOf(field, p.Text) > 0))).Where(x => x.Hits > 1).OrderByDescending(x => x.Hits).Take(1).Select(x => x.Section);

    /// <summary>What a new colleague will do or must bring is no description of how a company hires, works or rewards.</summary>
    public static IReadOnlyList<Section> AboutWorkingThere(IReadOnlyList<Section> sections) =>
        [.. sections.Where(s => s.Kind is not (SectionKind.Responsibilities or SectionKind.Requirements or SectionKind.NiceToHave))];

    private static IEnumerable<(string Heading, Evidence Passage)> InSections(IEnumerable<Section> sections) =>
        sections.SelectMany(s => s.Passages.Select(p => (s.Heading, p)));

    /// <summary>One chance word does not make a passage speak of a field, unless it is the field's own name.</summary>
    private static IEnumerable<(string Heading, Evidence Passage)> ClearlyOf(RoleField field, IEnumerable<Section> sections) =>
        InSections(sections)
            .Select(x => (Found: x, Hits: SpeaksOf(field, x.Passage.Text)))
            .Where(x => x.Hits > 1 || (x.Hits == 1 && Names(field, x.Found.Passage.Text)))
            .OrderByDescending(x => x.Hits).Take(2).Select(x => x.Found);

    /// <summary>Sections that tell the next best when a document has none for the field; their heading is shown.</summary>
    private static SectionKind[] Related(RoleField field) => field switch
    {
        RoleField.Responsibilities => [SectionKind.Process, SectionKind.Team],
        _ => [],
    };

    private static bool Names(RoleField field, string text)
    {
        var name = Words.Split(TermNames.Of(field))[^1].Stem;
        return Words.Split(text).Any(w => w.Stem == name);
    }

    private static int SpeaksOf(RoleField field, string text) => Terms.Topics.Find(text).Count(m => m.Value == field.ToString());

    private static IReadOnlyList<FactRow> One<T>(Stated<T>? stated, RoleField field, string file, Func<T, string> show)
        where T : notnull =>
        stated is null ? [] : [Row(field, show(stated.Value), file, stated.Evidence)];

    private static FactRow Row(RoleField field, string value, string file, Evidence evidence) => new(TermNames.Of(field), value, Show.Quote(file, evidence));
}
