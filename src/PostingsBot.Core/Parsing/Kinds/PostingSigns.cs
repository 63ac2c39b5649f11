using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Kinds;

/// <summary>
/// What speaks for a posting where no title does: the document calls itself one, its sections are a posting's, its sentences address one
/// candidate. Each sign has a weight; one alone is never enough.
/// </summary>
internal static partial class PostingSigns
{
    private const int Enough = 5;
    private const int EnoughOfEmployer = 7;
    private const int MaxFacts = 3;
    private const int MaxSectionLine = 70;
    private static readonly Cue WantedCue = new(Wanted, Patterns.AnyCase);
    private static readonly Cue CandidateCue = new(Candidate, Patterns.AnyCase);
    private static readonly Cue SendCue = new(Send, Patterns.AnyCase);

    private static readonly Label[] Facts = [Label.Location, Label.Employment, Label.Salary, Label.SalaryMin, Label.Remote, Label.Workplace, Label.Level];

    private static readonly (SectionKind Kind, int Weight)[] Weights =
    [
        (SectionKind.Responsibilities, 2), (SectionKind.Requirements, 2), (SectionKind.NiceToHave, 1), (SectionKind.Benefits, 1), (SectionKind.Apply, 1),
    ];

    /// <param name="document">The document.</param>
    /// <param name="isOfEmployer">It reads like a page about the employer as well: more must speak for one role.</param>
    public static bool AreEnough(RoleScope document, bool isOfEmployer)
    {
        var isNamed = NamesRole(document);
        var ofJob = (CallsItself(document) ? 3 : 0) + (isNamed ? 2 : 0) + Told(document);
        var sections = Sections(document);
        // Sections alone may be a project's readme or a résumé; a sentence alone may be about anyone.
        return (ofJob > 0 || sections > 3) && ofJob + sections + FactsOf(document) >= (isOfEmployer && !isNamed ? EnoughOfEmployer : Enough);
    }

    /// <summary>The text says whom it looks for, or how to apply.</summary>
    public static bool AsksToApply(RoleScope document) =>
        document.LinesWith(WantedCue).Any(line => WantedCue.IsMatch(line)) || document.LinesWith(SendCue).Any(line => SendCue.IsMatch(line));

    // "# Job description", "Sobre a vaga", or the name under which an applicant saved it.
    private static bool CallsItself(RoleScope document) =>
        FileName().IsMatch(document.Outline.File)
        || (TitleLines.FirstBlock(document) is { Lines: [var first, ..] } && first.Text.Length <= MaxSectionLine && (OwnName().IsMatch(first.Text) || HiringHeadlines.Read(first.Text) is not null));

    // "Field Technician Jobs": one role's name, and the word for a page of several.
    private static bool NamesRole(RoleScope document) =>
        document.LabelledAs(Label.Title).FirstOrDefault() is { Origin: LabelOrigin.FrontMatter } own && Openings().Match(own.Value) is { Success: true } openings && RoleTitles.IsRole(own.Value[..openings.Index]);

    private static int Told(RoleScope document) =>
        (document.LinesWith(WantedCue).Any(line => WantedCue.IsMatch(line)) ? 2 : 0)
        + (document.LinesWith(CandidateCue).Any(line => CandidateCue.IsMatch(line)) ? 2 : 0)
        + (document.LinesWith(SendCue).Any(line => SendCue.IsMatch(line)) ? 1 : 0);

    private static int Sections(RoleScope document)
    {
        var kinds = document.Sections.Where(section => section.Heading is not null).Select(section => section.Kind).ToHashSet();
        foreach (var line in document.Blocks.Where(block => block.Kind is BlockKind.Paragraph).Lines().Where(line => line.Text.Length <= MaxSectionLine))
        {
            if (SectionBuilder.KindOf(line) is { } kind)
                kinds.Add(kind);
        }

        return Weights.Where(weight => kinds.Contains(weight.Kind)).Sum(weight => weight.Weight);
    }

    private static int FactsOf(RoleScope document) =>
        Math.Min(MaxFacts, document.Labels.Select(value => value.Label).Where(Facts.Contains).Distinct().Count());

    [GeneratedRegex(@"(^|[/\\_-])(job[-_ ]?(descriptions?|posting|ad|advert|offer)|jd|vaga|stellenausschreibung|stellenanzeige|offre[-_ ]d?[-_ ]?emploi|oferta[-_ ]de[-_ ](empleo|trabajo))\.\w+$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex FileName();

    [GeneratedRegex(@" (jobs?|positions?|openings?|vacancy|vacancies|wanted)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Openings();

    [GeneratedRegex(@"^\W*((the |full )?job (description|posting|advert\w*|summary)|position description|sobre a vaga|descri[çc][ãa]o da vaga|stellenausschreibung|stellenbeschreibung|stellenanzeige|offre d['’]emploi|description du poste|fiche de poste|offre de stage|oferta de (empleo|trabajo)|descripci[óo]n del puesto|vacature|职位描述|職位描述|岗位描述|招聘(启事|信息|公告)|求人(情報|票)?|募集要項|募集職種|採用情報|채용 ?공고|모집 ?요강)\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex OwnName();

    private const string Wanted = @"\b(we('re|’re| are)|is|are|am) (currently |actively |now |always |constantly )?(looking for|looking to hire|seeking|hiring|searching for|recruiting) (?!contribut|maintain|feedback|help with|volunteers to test)|\b(wir suchen|suchen wir|nous (re)?cherchons|buscamos|procuramos|[àa] procura de|em busca de|estamos contratando|(estamos|est[áa]) buscando|(we|wij) zoeken|(is|zijn|ben|we zijn) op ?zoek naar|zoekt (een|naar|voor)|(siamo |sono |è )?alla ricerca di|(ri)?cerchiamo|szukamy|poszukujemy)\b|诚聘|诚招|誠徵|寻找(优秀|热爱|一位|一名)|募集しています|募集中|모집합니다|모십니다|찾습니다|채용합니다";

    private const string Candidate = @"\b((the |our )?(ideal|successful|right|perfect|selected|strong) (candidates?|applicants?)|ideal person|what it takes to (be|become)|in this (role|position)|this (role|position) (is|will|involves|requires|offers)|as (an?|our) [\w -]{3,40}, you|o candidato|a pessoa candidata|voc[êe] (cuidar|ser[áa] respons)|der ideale kandidat|le candidat|la candidate|el candidato|je beschikt over|ben je (betrokken|verantwoordelijk)|bij ons ben je|deze vacature|jij hebt|wij vragen|il candidato|la candidata ideale|questa figura|la figura (ricercata|professionale)|na tym stanowisku)\b";

    private const string Send = @"\b(send|submit|e-?mail|forward) (us )?(your |a |an? updated )?(cv|c\.v\.|r[ée]sum[ée]|application|cover letter)|\bapplications? (should|must|can|may) (go|be sent|be submitted|be emailed)|\bto apply\b|\bapply (now|here|online|by|via|at)\b|\benvi(e|ar) (o |seu |um )*(curr[íi]cul|cv|email)|\bcandidate-se|\b(deine?|ihre?) bewerbung|\bbewerbungen\b|\benvoye(z|r)[ -](nous )?(votre |vos )?(cv|candidature)|\b(env[íi]a|mandar?) (tu |su )?(cv|curr[íi]culum)|\b(stuur|mail|e-mail) (ons |dan )?(een |je |jouw )?(mail|cv|sollicitatie|motivatie)|\bsolliciteer\b|\binvia(re|ci)? (il (tuo )?|la (tua )?)(cv|curriculum|candidatura)|\bcandidati (ora|qui|subito)|\b(wy[śs]lij|prze[śs]lij)( nam)?( swoje)? cv\b|\baplikuj\b|(投递|发送|發送)(您的|你的)?(简历|履歷)|简历(请)?(投|发)|应聘|應徵|応募|지원하기|지원서|이력서";
}
