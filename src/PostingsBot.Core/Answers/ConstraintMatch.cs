using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>What each constraint asks of a posting's tokens. All constraints of a question must hold.</summary>
internal static class ConstraintMatch
{
    /// <summary>The smallest difference between two amounts of pay.</summary>
    private const decimal Least = 0.01m;

    public static Match Of(IEnumerable<Constraint> constraints) => new Match.All([.. constraints.Select(Of)]);

    public static Match Of(Constraint constraint) => constraint.Negated ? new Match.Not(Excluded(constraint)) : Plain(constraint);

    /// <summary>"Outside the US" also leaves out what is remote within the US only; else a negated constraint is the plain one turned round.</summary>
    private static Match Excluded(Constraint constraint) => constraint is PlaceConstraint c
        ? Any(c.AnyOf.SelectMany(p => p.Area is { } area ? [PostingTokens.In(area), PostingTokens.LimitedTo(area)] : Named(p)))
        : Plain(constraint);

    private static Match Plain(Constraint constraint) => constraint switch
    {
        SkillConstraint c => Any(c.AnyOf.SelectMany(ImpliedSkills.AndImplying).Select(name => c.RequiredOnly ? PostingTokens.RequiredSkill(name) : PostingTokens.Skill(name))),
        DisciplineConstraint c => Any(c.AnyOf.Select(PostingTokens.Discipline)),
        SeniorityConstraint c => Any(c.AnyOf.Select(PostingTokens.Level)),
        PlaceConstraint c => Any(c.AnyOf.SelectMany(p => p.Area is { } area ? [PostingTokens.In(area), PostingTokens.PartlyWithin(area)] : Named(p))),
        EligibleFromConstraint c => EligibleFrom(c.From),
        LimitedToConstraint { Area: null } => new Match.Token(PostingTokens.LimitedTo("any")),
        LimitedToConstraint { Area: { } place } => new Match.Token(PostingTokens.LimitedTo(place.Area ?? PostingTokens.Fold(place.Text))),
        WorkplaceConstraint c => Any(c.AnyOf.Select(PostingTokens.Work)),
        EmploymentConstraint c => Any(c.AnyOf.Select(PostingTokens.Type)),
        EmployerConstraint c => Any(c.AnyOf.Select(PostingTokens.Employer)),
        PayConstraint { Converted.Count: > 0 } c => new Match.Any([Pays(c, c.Currency, 1), .. c.Converted.Select(rate => Pays(c, rate.Currency, rate.Value))]),
        PayConstraint c => Pays(c, c.Currency, 1),
        ExperienceConstraint { Min: null } c => new Match.Any([new Match.Not(new Match.Token(PostingTokens.States(RoleField.Experience))), .. Enumerable.Range(0, c.Max!.Value + 1).Select(years => new Match.Token(PostingTokens.AsksYears(years)))]),
        ExperienceConstraint c => Any(Enumerable.Range(0, PostingTokens.MostYears + 1).Where(years => !(years < c.Min) && !(years > c.Max)).Select(PostingTokens.AsksYears)),
        PaidPerConstraint c => new Match.Token(PostingTokens.PaidPer(c.Period)),
        PostedConstraint c => new Match.PostedBetween(c.From, c.To),
        ClosingConstraint c => Any(PostingTokens.ClosingBetween(c.From, c.To)),
        OpennessConstraint { IsOpen: true } c => new Match.Not(PastClosing(c)),
        OpennessConstraint c => PastClosing(c),
        StatedConstraint { IsOffered: true } c => new Match.Token(PostingTokens.Offers(c.Field)),
        StatedConstraint c => new Match.Token(PostingTokens.States(c.Field)),
        WrittenInConstraint c => Any(c.AnyOf.Select(PostingTokens.WrittenIn)),
        SpokenLanguageConstraint c => Any(c.AnyOf.Select(PostingTokens.Speaks)),
        TitleConstraint c => new Match.All([.. Stems(c.Words).Select(s => new Match.Token(PostingTokens.TitleWord(s)))]),
        WordsConstraint { IsPhrase: true } c => new Match.Token(PostingTokens.Phrase(Stems(c.Words))),
        WordsConstraint c => new Match.All([.. Stems(c.Words).Select(s => new Match.Token(PostingTokens.Word(s)))]),
        AmongConstraint c => new Match.Ids(c.PostingIds),
        EitherConstraint { Name: TextTerms.Permanent } c => new Match.All([new Match.Any([.. c.AnyOf.Select(Of)]), NotOnlyContract]),
        EitherConstraint c => new Match.Any([.. c.AnyOf.Select(Of)]),
        _ => throw new InvalidOperationException($"no match for {constraint.GetType().Name}"),
    };

    // A role for a limited time may speak of permanent staff in its text.
    private static readonly Match NotOnlyContract = new Match.Any(
    [
        new Match.Not(Any(new[] { EmploymentType.Contract, EmploymentType.Temporary, EmploymentType.Internship }.Select(PostingTokens.Type))),
        Any(new[] { EmploymentType.FullTime, EmploymentType.PartTime }.Select(PostingTokens.Type)),
    ]);

    private static Match.Any PastClosing(OpennessConstraint c) => Any(PostingTokens.ClosingBetween(null, c.On.PlusDays(-1)));

    private static Match.Any EligibleFrom(Place from)
    {
        if (from.Area is not { } area)
            return Any(Named(from));
        var open = AreaVocabulary.Default.AncestorsAndSelf(area).Select(PostingTokens.Within).Prepend(PostingTokens.RemoteAnywhere);
        return new Match.Any(
        [
            new Match.All([new Match.Token(PostingTokens.Work(Workplace.Remote)), Any(open)]),
            new Match.Token(PostingTokens.In(area)),
        ]);
    }

    private static string[] Named(Place place) => [PostingTokens.InNamed(place.Text)];

    private static Match.PaysBetween Pays(PayConstraint c, string? currency, decimal rate) =>
        new((PerYear(c.Min, c.Period) * rate) + (c.IsOpen ? Least : 0), (PerYear(c.Max, c.Period) * rate) - (c.IsOpen ? Least : 0), currency);

    private static decimal? PerYear(decimal? amount, PayPeriod? period) => amount is { } a ? PayMath.PerYear(a, period) : null;

    private static IEnumerable<string> Stems(IEnumerable<string> words) => words.SelectMany(w => Words.Split(w).Select(word => word.Stem));

    private static Match.Any Any(IEnumerable<string> tokens) => new([.. tokens.Select(t => new Match.Token(t))]);
}
