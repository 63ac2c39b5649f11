namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// What a search keeps of the one before.
/// <list type="bullet">
/// <item>Nothing, when it is a new topic: it has its own word for roles ("any java openings?", "senior python engineer"), or says three things at once,
/// and no word that leans on what was before; and after a search that found nothing, a word for the work looked for replaces the one before.</item>
/// <item>Words that lean: only, just, also, instead, what about, "ones", "of them", "those", make it, narrow, a leading "and", "but", "or", "with", "without", "not".</item>
/// <item>"Of them", "which one" choose among what was listed; a full page stands for the whole search, so that its constraints are kept instead.</item>
/// <item>A value replaces one of its kind where a role has but one (level, place, workplace, employer, pay, dates); "also" and "or" widen it. Skills add up;
/// "what about" and "instead" replace them. "Not X" takes the place of X, and X that of "not X".</item>
/// </list>
/// </summary>
internal static class Refinement
{
    private const int FullPage = 10;
    private const int ShortText = 4;

    public static bool IsNew(Understood x)
    {
        if (x.Before.Constraints.Count == 0 && x.Listed.Count == 0)
            return true;
        if (Leans(x))
            return false;
        return x.Any(Cue.Roles, Cue.Role, Cue.Person, Cue.Anything, Cue.Employers) || (x.Has(Cue.Find) && x.U.Parts.Any(p => p.Term is EmploymentConstraint && p.Text.EndsWith("ships", StringComparison.Ordinal))) || x.Search.Select(c => c.GetType()).Distinct().Count() > 2;
    }

    public static ValueList<Constraint> Merge(Understood x, List<Constraint> said)
    {
        if (IsNew(x))
            return [.. said];
        if (IsAmong(x) || IsOnlyOfListed(x))
            return [new AmongConstraint(x.Listed), .. said];
        var merged = x.Before.Constraints.ToList();
        foreach (var constraint in said)
            Apply(x, merged, constraint);
        return [.. merged];
    }

    /// <summary>"Only remote" after similar roles or the three newest: no search stands behind the list, so the list is what it narrows.</summary>
    private static bool IsOnlyOfListed(Understood x) =>
        x.Before.Constraints.Count == 0 && x.Before.Listed.Count is > 1 and < FullPage && x.Any(Cue.Only, Cue.Narrow) && !x.Any(Cue.Roles, Cue.Role);

    public static bool Leans(Understood x)
    {
        if (x.U.Count > 1 && x.U[^1].Text is "there" && x.Any(Cue.Anything, Cue.Roles))
            return true;
        if (x.Any(Cue.Only, Cue.Instead, Cue.WhatAbout, Cue.Ones, Cue.Narrow, Cue.Among) || (x.Has(Cue.Also) && !x.Has(Cue.Roles)))
            return true;
        if (IsAnythingWithout(x))
            return true;
        var i = 0;
        while (i < x.U.Count && (x.U[i].Is(Cue.Now) || x.U[i].Is(Cue.Thanks)))
            i++;
        return i < x.U.Count && (x.U[i].Is(Cue.And) || x.U[i].Is(Cue.But) || x.U[i].Is(Cue.Or) || x.U[i].Is(Cue.Not) || x.U[i].Is(Cue.Outside) || x.U[i].Text is "with" or "mit" or "con" or "com" or "avec" || (x.U[i].Is(Cue.Also) && !x.U[i].Is(Cue.Find)));
    }

    /// <summary>"Anything without London?" after a list.</summary>
    private static bool IsAnythingWithout(Understood x) =>
        !x.Has(Cue.Roles) && x.U.IndexOf(Cue.Anything) is >= 0 and var any && any + 1 < x.U.Count && (x.U[any + 1].Is(Cue.Not) || x.U[any + 1].Is(Cue.Outside));

    public static bool IsAmong(Understood x) =>
        x.Listed.Count is > 0 and < FullPage
        && (x.U.Parts.Any(p => p.Is(Cue.Among) && (p.Text.Contains(' ', StringComparison.Ordinal) || p.Text is "both" or "davon" or "deles" or "lesquels" or "lequel" or "laquelle")) || (x.Any(Cue.Which, Cue.Aux) && x.U.Parts.Any(p => p.Text is "they" or "them" or "one" or "those" or "these")) || Compares(x) || IsWhichOf(x));

    /// <summary>"Which is remote?", "which has a salary?" without a word for roles.</summary>
    private static bool IsWhichOf(Understood x) =>
        x.Listed.Count > 1 && !x.Any(Cue.Roles, Cue.Role, Cue.Person) && x.U.FirstContent is var i && i + 1 < x.U.Count && x.U[i].Text is "which" && (x.U[i + 1].Is(Cue.Aux) || x.U[i + 1].Is(Cue.Uses));

    /// <summary>"Which pays more?" without a word for roles is asked of the list.</summary>
    private static bool Compares(Understood x) => x.Any(Cue.BestPaid, Cue.LowestPaid) && x.Has(Cue.Wh) && !x.Any(Cue.Roles, Cue.Role) && x.Reads.Count == 0;

    public static void Apply(Understood x, List<Constraint> merged, Constraint said)
    {
        merged.RemoveAll(c => Alternatives.Same(c, said with { Negated = !said.Negated }));
        var replaces = x.Any(Cue.WhatAbout, Cue.Instead);
        if (x.FoundNothing && !said.Negated && IsTrade(said) && !x.Has(Cue.Only))
            merged.RemoveAll(c => !c.Negated && IsTrade(c));
        if (!said.Negated && IsTrade(said) && IsThen(x))
            merged.RemoveAll(c => !c.Negated && IsTrade(c));
        // "What about Canada?", "and from Canada?" after what can be done from Spain.
        if ((replaces || (x.Has(Cue.From) && x.U.Count <= ShortText)) && said is PlaceConstraint { Negated: false, AnyOf: [var place] } && merged.Exists(c => c is EligibleFromConstraint))
            said = new EligibleFromConstraint(place);
        if (said is LimitedToConstraint { Area: null, Negated: true })
            merged.RemoveAll(c => c is EligibleFromConstraint or LimitedToConstraint or PlaceConstraint);
        if (said is PayConstraint { Currency: null } bare && merged.OfType<PayConstraint>().LastOrDefault(c => !c.Negated) is { Currency: not null } paid)
            said = bare with { Currency = paid.Currency, Period = bare.Period ?? paid.Period };
        var widens = (x.Has(Cue.Also) || x.U[x.U.FirstContent is var i && i < x.U.Count ? i : 0].Is(Cue.Or)) && !x.Has(Cue.Only);
        var same = merged.FindIndex(c => c.GetType() == said.GetType() && !c.Negated && !said.Negated && (c is not AmongConstraint));
        if (same >= 0 && widens && said is not (SkillConstraint or SpokenLanguageConstraint) | x.U[0].Is(Cue.Or) && Alternatives.OneOf(merged[same], said, true) is { } wider)
        {
            merged[same] = wider;
            return;
        }

        if (!said.Negated && IsOfContract(said) && x.Any(Cue.Instead, Cue.WhatAbout))
            merged.RemoveAll(c => !c.Negated && IsOfContract(c));
        if (!said.Negated && (IsSingle(said) || (replaces && said is SkillConstraint)))
            merged.RemoveAll(c => c.GetType() == said.GetType() && !c.Negated);
        if (!merged.Exists(c => Alternatives.Same(c, said)))
            merged.Add(said);
    }

    /// <summary>"React Native then": another kind of work in place of the one before.</summary>
    private static bool IsThen(Understood x) => x.U.Count <= 3 && x.U[^1].Text is "then" && !x.U[0].Is(Cue.And) && !x.U[0].Is(Cue.Only);

    /// <summary>What kind of work is looked for: after a search that found nothing, another such word replaces it.</summary>
    private static bool IsTrade(Constraint c) => c is SkillConstraint or DisciplineConstraint or TitleConstraint or WordsConstraint;

    /// <summary>"Permanent" stands in texts, the other kinds of employment in a field.</summary>
    private static bool IsOfContract(Constraint c) => c is EmploymentConstraint or EitherConstraint { Name: TextTerms.Permanent };

    private static bool IsSingle(Constraint c) =>
        !Alternatives.CanHaveSeveral(c) || c is PayConstraint or PostedConstraint or ClosingConstraint or EligibleFromConstraint or LimitedToConstraint;
}
