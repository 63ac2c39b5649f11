using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>The lines of a posting that speak of the constraints it was found by.</summary>
internal static class WhyMatched
{
    private const int MostLines = 3;

    /// <summary>The title is shown anyway, so its line is quoted only when no other speaks.</summary>
    public static IReadOnlyList<Evidence> Lines(Posting posting, IEnumerable<Constraint> constraints)
    {
        var title = (posting.Title.Evidence.File, posting.Title.Evidence.FirstLine);
        var lines = constraints.Where(c => !c.Negated).SelectMany(c => Lines(posting, c))
            .Where(e => (e.File, e.FirstLine) != title).DistinctBy(e => (e.File, e.FirstLine)).Take(MostLines).ToList();
        return lines.Count > 0 ? lines : [posting.Title.Evidence];
    }

    private static IEnumerable<Evidence> Lines(Posting p, Constraint constraint) => constraint switch
    {
        SkillConstraint c => p.Skills.Where(s => c.AnyOf.Contains(s.Name)).Concat(p.Skills.Where(s => c.AnyOf.SelectMany(ImpliedSkills.AndImplying).Contains(s.Name))).OrderBy(s => s.Need).Select(s => s.Evidence).Take(1),
        DisciplineConstraint c => p.Disciplines.Where(d => c.AnyOf.Contains(d.Value)).Select(d => d.Evidence).Take(1),
        SeniorityConstraint c => p.Seniorities.Where(s => c.AnyOf.Contains(SearchedLevel.Of(s.Value))).Select(s => s.Evidence).Take(1),
        PlaceConstraint => p.Locations.Select(l => l.Evidence).Concat(p.RemoteWithin.Select(l => l.Evidence)).Take(1),
        EligibleFromConstraint or LimitedToConstraint or WorkplaceConstraint =>
            p.RemoteWithin.Select(l => l.Evidence).Concat(p.Workplace is { } w ? [w.Evidence] : []).Take(1),
        EmploymentConstraint => p.EmploymentTypes.Select(t => t.Evidence).Take(1),
        EmployerConstraint => p.Company is { } company ? [company.Evidence] : [],
        PayConstraint => p.Salaries.Select(s => s.Evidence).Take(1),
        ExperienceConstraint => p.Experience is { } experience ? [experience.Evidence] : [],
        PaidPerConstraint c => p.Salaries.Where(s => s.Value.Period == c.Period).Select(s => s.Evidence).Take(1),
        EitherConstraint c => c.AnyOf.SelectMany(part => Lines(p, part)).Take(1),
        WordsConstraint c => Passage(p, c) is { } passage ? [passage] : [],
        StatedConstraint c => FieldFacts.EvidenceOf(p, c.Field).Take(1),
        WrittenInConstraint when p.Language is { } language => [language.Evidence],
        SpokenLanguageConstraint c => SpokenLanguages.Of(p).Where(language => c.AnyOf.Contains(language.Value)).Select(language => language.Evidence).Take(1),
        OpennessConstraint { WantsClosed: true } when p.Status is { } status => [status.Evidence],
        ClosingConstraint or OpennessConstraint => p.ValidThrough is { } closing ? [closing.Evidence] : [],
        PostedConstraint => p.Posted is { } posted ? [posted.Evidence] : [],
        _ => [],
    };

    /// <summary>The first passage that has all of the words.</summary>
    private static Evidence? Passage(Posting posting, WordsConstraint constraint)
    {
        var stems = constraint.Words.SelectMany(Words.Split).Select(word => word.Stem).ToList();
        return posting.Sections.SelectMany(section => section.Passages)
            .FirstOrDefault(passage => Words.Split(passage.Text) is var said
                && (constraint.IsPhrase ? SaidPhrases.Holds(said, stems) : stems.TrueForAll(stem => said.Any(word => word.Stem == stem))));
    }
}
