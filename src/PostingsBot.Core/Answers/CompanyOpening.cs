using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Answers;

/// <summary>What documents say of the employer itself: a section about it, else the passages that speak of a company rather than of whom it looks for.</summary>
internal static class CompanyOpening
{
    private const int MostPassages = 3;
    private const int NameWeight = 3;

    private static readonly HashSet<string> OfCompanies =
    [
        .. ("company startup founded mission platform leading products product customers clients provider develops builds provides helps offers operates industry market worldwide headquartered global "
            + "unternehmen firma gegrundet plattform kunden fuhrender fuhrendes entwickeln entwickelt bietet anbieter entreprise societe fondee plateforme clients propose editeur leader "
            + "empresa fundada plataforma clientes ofrece lider oferece bedrijf organisatie klanten azienda clienti").Split(' '),
    ];

    private static readonly HashSet<string> OfCandidates =
        [.. "you your you'll you're looking developer developers engineer engineers will should apply must experience passionate motivated candidate candidates applicant role position responsibilities requirements skills sie ihre ihr du dein deine bewerber vous votre candidat poste usted tu candidato puesto vaga voce".Split(' ')];

    /// <param name="subjects">The employer's own document, else its roles.</param>
    /// <param name="name">The employer.</param>
    public static List<Quote> Of(IReadOnlyList<Subject> subjects, string name)
    {
        if (subjects.FirstOrDefault(subject => About(subject).Any()) is { } telling)
            return [.. About(telling).Take(MostPassages).Select(p => Show.Quote(telling.File, p))];
        return
        [
            .. subjects.SelectMany(subject => subject.Sections.SelectMany(s => s.Passages).Select(p => (subject.File, Passage: p, Score: Score(p.Text, name))))
                .OrderByDescending(found => found.Score).DistinctBy(found => found.Passage.Text).Take(MostPassages).Select(found => Show.Quote(found.File, found.Passage)),
        ];
    }

    private static IEnumerable<Evidence> About(Subject subject) => subject.Sections.Where(s => s.Kind is SectionKind.About).SelectMany(s => s.Passages);

    private static int Score(string text, string name)
    {
        var words = Words.Split(text);
        var named = text.Contains(name, StringComparison.OrdinalIgnoreCase) && text.Length > name.Length * 2;
        return (named ? NameWeight : 0) + words.Select(w => w.Folded).Distinct().Count(OfCompanies.Contains) - words.Count(w => OfCandidates.Contains(w.Folded));
    }
}
