using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>How two constraints become one: either may hold, or both bounds of one range.</summary>
internal static class Alternatives
{
    private const string Software = "software";

    /// <summary>Kinds of which a role has many values, so that two constraints of the kind can hold at once.</summary>
    public static bool CanHaveSeveral(Constraint c) => c is SkillConstraint or WordsConstraint or TitleConstraint or StatedConstraint or SpokenLanguageConstraint or PayConstraint or PostedConstraint or ClosingConstraint or EligibleFromConstraint or LimitedToConstraint or AmongConstraint;

    public static bool CanMix(Constraint c) => c is SkillConstraint or DisciplineConstraint or SeniorityConstraint or WorkplaceConstraint or EmploymentConstraint or PlaceConstraint or TitleConstraint or PaidPerConstraint or EitherConstraint;

    public static IEnumerable<Constraint> Flat(Constraint c) => c is EitherConstraint either ? either.AnyOf : [c];

    /// <summary>One constraint that holds when either holds; null when they are of two kinds, or differ in "not", or must both hold.</summary>
    public static Constraint? OneOf(Constraint a, Constraint b, bool alternatives)
    {
        if (!alternatives || a.Negated != b.Negated)
            return null;
        if (a == b)
            return a;
        return (a, b) switch
        {
            (SkillConstraint x, SkillConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (DisciplineConstraint { Profession: null } x, DisciplineConstraint { Profession: null } y) => x with { AnyOf = WithoutGeneric(Union(x.AnyOf, y.AnyOf)) },
            (SeniorityConstraint x, SeniorityConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (WorkplaceConstraint x, WorkplaceConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (EmploymentConstraint x, EmploymentConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (EmployerConstraint x, EmployerConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (PlaceConstraint x, PlaceConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (WrittenInConstraint x, WrittenInConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            (SpokenLanguageConstraint x, SpokenLanguageConstraint y) => x with { AnyOf = Union(x.AnyOf, y.AnyOf) },
            _ => null,
        };
    }

    /// <summary>One constraint in place of two that must both hold; null when they stay two.</summary>
    public static Constraint? Both(Constraint a, Constraint b)
    {
        if (a.Negated || b.Negated)
            return null;
        return (a, b) switch
        {
            // "I'm just starting out, junior roles": junior roles hold both.
            (SeniorityConstraint { AnyOf: [Seniority.Entry] }, SeniorityConstraint { AnyOf: var y }) when y.Contains(Seniority.Junior) => b,
            (SeniorityConstraint { AnyOf: var x }, SeniorityConstraint { AnyOf: [Seniority.Entry] }) when x.Contains(Seniority.Junior) => a,
            (PayConstraint x, PayConstraint y) => new PayConstraint(x.Min ?? y.Min, x.Max ?? y.Max, x.Currency ?? y.Currency, x.Period ?? y.Period) { IsOpen = x.IsOpen || y.IsOpen },
            (PostedConstraint x, PostedConstraint y) => new PostedConstraint(x.From ?? y.From, x.To ?? y.To),
            (ClosingConstraint x, ClosingConstraint y) => new ClosingConstraint(x.From ?? y.From, x.To ?? y.To),
            (EligibleFromConstraint { From.Area: { } x }, EligibleFromConstraint { From.Area: { } y }) when AreaVocabulary.Default.Contains(x, y) => a,
            (EligibleFromConstraint { From.Area: { } x }, EligibleFromConstraint { From.Area: { } y }) when AreaVocabulary.Default.Contains(y, x) => b,
            (EligibleFromConstraint { From.Area: { } x }, PlaceConstraint { AnyOf: [{ Area: { } y }] }) when x == y => a,
            _ => null,
        };
    }

    /// <summary>"Robotics or kites", "beekeeping, falconry or origami": words that no vocabulary knows are alternatives like any other term.</summary>
    public static IReadOnlyList<Constraint> Joined(Utterance u, IEnumerable<Read> reads)
    {
        var joined = new List<Read>();
        foreach (var read in reads)
        {
            if (joined.Count > 0 && joined[^1] is { Constraint: SpokenLanguageConstraint } language && read.Constraint is SpokenLanguageConstraint && OneOf(language.Constraint, read.Constraint, IsAlternative(u, language, read)) is { } either)
                joined[^1] = language with { Last = read.Last, Constraint = either };
            else if (joined.Count > 0 && joined[^1] is var last && IsWordBesideTerm(last.Constraint, read.Constraint) && IsAlternative(u, last, read))
                joined[^1] = last with { Last = read.Last, Constraint = new EitherConstraint([.. Flat(last.Constraint).Concat(Flat(read.Constraint)).Distinct()]) };
            else
                joined.Add(read);
        }

        return [.. joined.Select(r => r.Constraint)];
    }

    private static bool IsWordBesideTerm(Constraint a, Constraint b) =>
        !a.Negated && !b.Negated && (IsWord(a) || IsWord(b)) && (IsWord(a) || CanMix(a)) && (IsWord(b) || CanMix(b));

    private static bool IsWord(Constraint c) => c is WordsConstraint or TitleConstraint || c is EitherConstraint either && either.AnyOf[^1] is WordsConstraint or TitleConstraint;

    private static bool IsAlternative(Utterance u, Read left, Read right)
    {
        if (u.EndsSentence(left.Last) || !u.IsJoined(left.Last, right.First))
            return false;
        return u.HasBetween(left.Last, right.First, Cue.Or) || u.HasGap(left.Last, right.First, '/') || (u.HasGap(left.Last, right.First, ',') && u.After(right.Last) is >= 0 and var k && u[k].Is(Cue.Or));
    }

    public static bool Same(Constraint a, Constraint b) => a == b || a.Key == b.Key;

    private static ValueList<string> WithoutGeneric(ValueList<string> names) =>
        names.Count > 1 && names.Contains(Software) ? [.. names.Where(n => n != Software)] : names;

    private static ValueList<T> Union<T>(ValueList<T> a, ValueList<T> b) => [.. a.Union(b)];
}
