namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Is one role or employer asked about, or are roles looked for? The rules stand in this order; the first with a verdict decides: true for one, false for many.
/// </summary>
internal static class OneOrMany
{
    /// <summary>A longer text without a constraint is not taken for a mere noun said of what is in focus.</summary>
    private const int ShortText = 6;

    /// <summary>A question without a constraint, while one role is in focus.</summary>
    private const int LongQuestion = 12;

    private static readonly string[] Demands = ["must", "should", "has to", "have to", "needs to", "muss", "doit", "debe", "deve"];

    private static readonly Func<Understood, bool?>[] Rules =
    [
        x => !x.HasTarget && x.About.Any(c => c is PostedConstraint or ClosingConstraint) && x.Before.Role is null ? false : null,
        x => x is { HasFocus: false, HasTarget: false, Field: RoleField.Visa } && x.Has(Cue.Find) && x.Extra.Any(r => r.Constraint is StatedConstraint { IsOffered: true }) ? false : null,
        x => IsWhichOfAll(x) || IsOfAnybody(x) || IsOfPersonWithYears(x) ? false : null,
        x => x.HasFocus && !SpeaksOfRoles(x) && SpokenLanguageReader.AsksWhich(x.U) ? true : null,
        x => AsksIfNeeded(x) ? true : null,
        x => IsAskedOfFocus(x) || IsNounOfFocus(x) || IsRemoteFromWhere(x) ? true : null,
        x => x.Before.Role is not null && x.Has(Cue.HowMany) && x.U.Parts.Any(p => p.IsUnknown) && x is { HasTarget: false, U.HasConstraint: false } && !x.Any(Cue.Roles, Cue.Ones, Cue.Employers) ? true : null,
        x => IsSearchBeforeAnyList(x) || IsForStatedField(x) ? false : null,
        x => x.Any(Cue.Roles, Cue.Ones) && !x.Targets.Any(t => t.Target is Target.Ordinal or Target.Focus) && !IsDescribed(x) ? false : null,
        x => x.Targets.Any(t => t.Target is Target.Described { Constraints: [EmployerConstraint { AnyOf.Count: > 1 }] }) ? false : null,
        x => x.Has(Cue.Here) && x is { HasTarget: false, Field: null, HasFocus: false } ? false : null,
        x => AsksForRoles(x) || IsAmongList(x) || (!x.HasNamedTarget && IsRefined(x)) ? false : null,
        x => x.HasNamedTarget ? IsOfNamed(x) : null,
        x => x.HasTarget || IsOfFocus(x) ? true : null,
        x => x.Has(Cue.Tell) && !x.U.HasConstraint && x.U.Parts.All(p => !p.IsUnknown) ? true : null,
        x => x.Field is { } field && !IsFilter(x, field) ? IsFieldAsked(x) : null,
    ];

    /// <summary>"Which ones want a degree?", "who sponsors visas?" before anything was shown: asked of the whole catalogue.</summary>
    private static bool IsWhichOfAll(Understood x) =>
        x is { HasFocus: false, HasNamedTarget: false } && x.Search.Any() && x.U.FirstContent is var i && i + 1 < x.U.Count
        && ((x.U[i].Is(Cue.Among) && x.U[i].Text.Contains(' ', StringComparison.Ordinal)) || (x.U[i].Text is "who" or "wer" or "qui" or "quien" or "quem" && (x.U[i + 1].Is(Cue.Uses) || x.U[i + 1].Field is RoleField.Pay or RoleField.Visa)));

    /// <summary>"Does anybody require a PhD?", "is a visa sponsored anywhere?" before anything was shown.</summary>
    private static bool IsOfAnybody(Understood x) =>
        x is { HasFocus: false, HasNamedTarget: false, Listed.Count: 0 } && x.Search.Any() && x.U.Parts.Any(p => p.Text.Split(' ').Any(Anybody.Contains));

    private static readonly HashSet<string> Anybody = ["anybody", "anyone", "anywhere", "somewhere", "somebody", "someone", "jemand", "quelqu'un", "alguien", "alguem"];

    /// <summary>"Java developer with 6 years of experience": whom a role shall suit, not a role of that name.</summary>
    private static bool IsOfPersonWithYears(Understood x) =>
        x is { Field: RoleField.Experience, HasFocus: false } && x.Has(Cue.Person) && x.Extra.Any(r => r.Constraint is ExperienceConstraint) && !x.Reads.Any(r => r.Constraint is EmployerConstraint)
        && !x.Any(Cue.Role, Cue.One, Cue.HowMany, Cue.HowLong);

    public static bool IsOne(Understood x)
    {
        foreach (var rule in Rules)
        {
            if (rule(x) is { } verdict)
                return verdict;
        }

        return IsOpenQuestion(x);
    }

    /// <summary>"Do they ever meet in person?": the words for a workplace tell how something else is done.</summary>
    public static bool IsManner(Understood x, Constraint about) =>
        about is WorkplaceConstraint && x.Field is null or RoleField.Workplace && x.U.Parts.Any(p => p.IsUnknown && !x.Targets.Any(t => p.First >= x.U[t.First].First && p.End <= x.U[t.Last].End));

    /// <summary>"Kubernetes?" with one role in focus asks it of that role, and after facts of an employer of that employer.</summary>
    private static bool IsAskedOfFocus(Understood x) =>
        (x.Before.Role is not null || IsCompanyInFocus(x)) && x.U.EndsAsQuestion && !x.HasTarget && x.About.Count() == 1 && (!Refinement.Leans(x) || AsksIfAllowed(x) || IsLeaningOnRole(x)) && !SpeaksOfRoles(x);

    /// <summary>"And remote?" of a role that was asked about: there is no search to refine, or the role was chosen out of its list.</summary>
    private static bool IsLeaningOnRole(Understood x) =>
        x.Before.Role is not null && !x.Any(Cue.Only, Cue.Instead, Cue.Ones, Cue.Narrow, Cue.Not)
        && (x.Before.Constraints.Count == 0 || (x.Before.Listed.Count > 1 && x.About.All(c => c is WorkplaceConstraint or SkillConstraint or EmploymentConstraint)));

    /// <summary>"Do I need a certificate?", "what level of German?" of the role in focus.</summary>
    private static bool AsksIfNeeded(Understood x) =>
        x.Before.Role is not null && !x.HasTarget && !x.Any(Cue.Roles, Cue.Role, Cue.Ones, Cue.Anything)
        && x.Reads.Count > 0 && x.Reads.All(r => r.Constraint is SpokenLanguageConstraint or EitherConstraint { Name: not null } or SkillConstraint)
        && x.U.FirstContent is var i && ((AsksIfGiven(x, i) && x.Reads.All(r => r.Constraint is EitherConstraint)) || (x.StartsWith(i, Cue.Aux) && i + 1 < x.U.Count && x.U[i + 1].Text is "i need" or "need" or "i have to" or "must i" or "one need" or "they want" or "they require") || x.U[i].Text is "what level" or "how good" or "how much" or "welches niveau" or "quel niveau" or "que nivel" or "qual nivel");

    /// <summary>"Remote where?" of the role in focus.</summary>
    private static bool IsRemoteFromWhere(Understood x) =>
        x.Before.Role is not null && x.Field is RoleField.Location && x.U.Count <= ShortText && x.About.Any() && x.About.All(c => c is WorkplaceConstraint) && !SpeaksOfRoles(x);

    /// <summary>"Outside the US ok?"</summary>
    private static bool AsksIfAllowed(Understood x) =>
        x.U[^1].Text is "ok" or "okay" or "possible" or "allowed" or "fine" or "alright" or "moglich" or "erlaubt" or "possivel" or "posible" or "too";

    /// <summary>"Dental?", "and retirement savings?", "what about reviews": a noun that is no constraint, said after facts of one role or employer.</summary>
    private static bool IsNounOfFocus(Understood x)
    {
        var follows = x.U.EndsAsQuestion || x.Any(Cue.And, Cue.WhatAbout) || x.Before.Listed.Count == 0 || x.Before.Field is not null || x.Before.Role is not null;
        return (x.Before.Role is not null || x.Before.Employer is not null) && follows && x is { HasTarget: false, Reads.Count: 0 } && x.U.Count <= (x.Before.Role is not null && x.U.EndsAsQuestion ? LongQuestion : ShortText)
            && x.U.Parts.Any(p => p.IsUnknown) && !x.Any(Cue.Only, Cue.Not, Cue.Narrow, Cue.Instead, Cue.Ones) && !SpeaksOfRoles(x) && !x.Extra.Any(r => r.Constraint is TitleConstraint);
    }

    /// <summary>The employer is in focus by a question about it, not by a search for its roles.</summary>
    private static bool IsCompanyInFocus(Understood x) => x.Before is { Employer: not null, Role: null, Listed.Count: 0 };

    private static bool SpeaksOfRoles(Understood x) =>
        x.Any(Cue.Roles, Cue.Role, Cue.Person, Cue.Find, Cue.Employers, Cue.Drop) || x.U.Parts.Any(p => p.Is(Cue.Anything) && !People.Contains(p.Text));

    /// <summary>"Someone" of "ok for someone without a car?" is who asks.</summary>
    private static readonly HashSet<string> People = [.. "someone somebody anyone anybody jemand jemanden quelqu'un alguien alguem".Split(' ')];

    /// <summary>Nothing was shown yet, so that a question with a constraint looks for roles; "is it remote?" still asks what "it" is.</summary>
    private static bool IsSearchBeforeAnyList(Understood x)
    {
        if (x is { HasFocus: false, HasTarget: false } && x.U.Parts.Any(SpokenLanguageReader.IsLanguage) && x.U.Parts.Any(p => p.Text is "required" or "needed" or "necessary" or "mandatory" or "spoken" or "obligatory"))
            return true;
        if (x.HasFocus || x.HasNamedTarget || x.Any(Cue.Tell) || !(x.Reads.Count > 0 || x.Extra.Any(r => r.Constraint is TitleConstraint or WorkplaceConstraint or ExperienceConstraint)))
            return false;
        var i = x.U.FirstContent;
        return !(x.StartsWith(i, Cue.Aux) && i + 1 < x.U.Count && (x.U[i + 1].Is(Cue.It) || x.U[i + 1].Is(Cue.They)));
    }

    /// <summary>"Which job doesn't say who the employer is", "jobs where the salary is given".</summary>
    private static bool IsForStatedField(Understood x) =>
        !x.HasNamedTarget && x.Extra.Any(r => r.Constraint is StatedConstraint) && (x.Any(Cue.Roles, Cue.Ones, Cue.Only) || (x.Before.Constraints.Count > 0 && x.U[0].Text is "with" or "mit" or "con" or "com" or "avec") || (x.Has(Cue.Which) && x.Any(Cue.Role, Cue.One) && !x.Has(Cue.Among)));

    /// <summary>"Which jobs …", "is there anything …", "does Packback have any openings": roles are asked for.</summary>
    private static bool AsksForRoles(Understood x)
    {
        var find = x.U.Parts.Any(p => p.Is(Cue.Find) && !p.Is(Cue.Uses) && p.Field is null);
        var named = x.Targets.FirstOrDefault(t => t.IsNamed);
        if (find && x.Any(Cue.Roles, Cue.Anything, Cue.Role) && !IsDescribedRole(named) && !x.Has(Cue.Tell))
            return true;
        if (x.Any(Cue.Roles, Cue.Anything) && IsEmployerOnly(named) && x.Field is null or RoleField.Status && !IsHeaded(x, named!) && (x.Has(Cue.Roles) || !x.U.Parts.Any(p => p.IsUnknown)))
            return true;
        if (find && x is { Field: null, HasTarget: false, U.HasConstraint: true })
            return true;
        if (x is { HasTarget: false, U.HasConstraint: true } && x.U.FirstContent + 1 is var verb && verb < x.U.Count && x.U[verb - 1].Text is "who" && x.U[verb].Is(Cue.Uses))
            return true;
        if (IsEmployerOnly(named) && x.Field is null && x.U.Parts.LastOrDefault(p => !p.Is(Cue.Here) && !p.Is(Cue.Now)) is { Text: "looking for" or "searching for" or "seeking" })
            return true;
        return named is not null && x.Field is null && find && x.U.Parts.Any(p => p.Text.Contains("hir", StringComparison.Ordinal) || p.Text is "recruiting" or "recruits");
    }

    private static bool AsksIfGiven(Understood x, int i) =>
        x.StartsWith(i, Cue.Find) && x.U[i].Text is "is there" or "are there" or "any" or "gibt es" or "hay" or "tem" or "ha" or "tienen" or "il y a" or "y a t il";

    /// <summary>"Is there on-call?" of the role in focus.</summary>
    private static bool IsOfFocus(Understood x) =>
        (x.Before.Role is not null || x.Before.Employer is not null) && x.U.FirstContent is var first && (x.StartsWith(first, Cue.Aux) && first + 1 < x.U.Count && x.U[first + 1].Text is "need" or "i need" ? first + 1 : first) is var i && (AsksIfGiven(x, i) || (x.StartsWith(i, Cue.Find) && x.U[i].Text is "do you have" or "need" or "i need"))
        && !x.U.HasConstraint && !x.Any(Cue.Roles, Cue.Role, Cue.Anything, Cue.Ones, Cue.More) && x.U.Parts.Any(p => p.IsUnknown || p.Field is not null);

    /// <summary>"Which of them …", "which one …", "are they …" after a list.</summary>
    private static bool IsAmongList(Understood x)
    {
        if (x.HasNamedTarget || x.Listed.Count < 2)
            return false;
        var ofThem = x.U.Parts.Any(p => p.Is(Cue.Among) && p.Text.Contains(' ', StringComparison.Ordinal));
        var which = x.Has(Cue.Among) && (x.Has(Cue.Which) || ofThem || x.About.Any()) && !x.Has(Cue.All) | x.Has(Cue.Which);
        var they = x.Before is { Role: null, Employer: null } && x.U.Parts.Any(p => p.Text is "they" or "them" or "those" or "these") && x.About.Any(c => !IsManner(x, c));
        var whichHas = x.U.FirstContent is var i && x.StartsWith(i, Cue.Which) && x.U[i].Text is "which" && x.StartsWith(i + 1, Cue.Uses) && !x.HasTarget;
        return (which || they || whichHas) && (x.About.Any() || x.Extra.Count > 0);
    }

    private static bool IsRefined(Understood x)
    {
        if (x.Before.Constraints.Count == 0 || x.HasTarget || !x.U.HasConstraint || x.Field is not (null or RoleField.Workplace or RoleField.Location or RoleField.Seniority))
            return false;
        var ofOneRole = x.Before.Role is not null && x.U.EndsAsQuestion && x.Before.Listed.Count <= 1;
        return x.Any(Cue.Only, Cue.Narrow, Cue.Also, Cue.Instead, Cue.WhatAbout, Cue.Ones) || IsDemand(x) || (!x.IsAsking && !ofOneRole);
    }

    /// <summary>"Must use Python", "but has to be in SF": said of the roles looked for, not asked of one.</summary>
    private static bool IsDemand(Understood x) =>
        !x.U.EndsAsQuestion
        && x.U.Parts.FirstOrDefault(p => !p.Is(Cue.And) && !p.Is(Cue.But) && !p.Is(Cue.Now)) is { Text: var first }
        && Demands.Any(d => first == d || first.StartsWith(d + " ", StringComparison.Ordinal));

    private static bool IsOfNamed(Understood x) =>
        x.Field is not null || x.IsAsking || x.Has(Cue.Tell) || IsPointing(x) || x.About.Any() || (x.U.Parts.Any(p => p.IsUnknown) && !x.Any(Cue.Only, Cue.Not));

    /// <summary>The word for a field only narrows a search: "experience with Go", "office jobs in Berlin".</summary>
    private static bool IsFilter(Understood x, RoleField field) =>
        field is RoleField.Workplace or RoleField.Experience or RoleField.Status && x.U.HasConstraint && !x.IsAsking;

    private static bool IsFieldAsked(Understood x)
    {
        var filters = x.Extra.Any(r => r.Constraint is StatedConstraint { Negated: true } or EitherConstraint { Negated: true });
        return x.IsAsking || ((x.HasFocus || !filters) && !x.About.Any(c => c is not StatedConstraint)) || (x.HasFocus && x.U.EndsAsQuestion);
    }

    /// <summary>"How do they plan?": no field, but a question of what is in focus.</summary>
    private static bool IsOpenQuestion(Understood x) =>
        x.IsAsking && !x.Any(Cue.Find, Cue.Anything) && (x.HasFocus || !x.U.HasConstraint) && !x.Any(Cue.Which, Cue.Among) | IsWhQuestion(x);

    private static bool IsWhQuestion(Understood x) =>
        x.U.FirstContent is var i && i < x.U.Count && x.U[i].Is(Cue.Wh) && (!x.U[i].Is(Cue.Which) || x.U[i].Text is "what" or "que" or "qual") && !x.Any(Cue.Roles, Cue.One) && (x.HasFocus || !x.U.HasConstraint);

    private static bool IsDescribed(Understood x) => x.Targets.Any(IsDescribedRole) && (x.Field is not null || x.Has(Cue.Tell));

    private static bool IsDescribedRole(Pointed? pointed) =>
        pointed?.Target is Target.Ordinal or Target.Role || (pointed?.Target is Target.Described && !(IsEmployerOnly(pointed) && pointed.First == pointed.Last));

    private static bool IsEmployerOnly(Pointed? pointed) => pointed?.Target is Target.Described { Constraints: [EmployerConstraint] };

    private static bool IsHeaded(Understood x, Pointed pointed) => x.U[pointed.Last].Is(Cue.Role) || x.U[pointed.Last].Is(Cue.One);

    /// <summary>The question is little more than the thing pointed at: "the second one", "the US one".</summary>
    private static bool IsPointing(Understood x) =>
        x.Targets.Any(IsDescribedRole) && !x.Any(Cue.Roles, Cue.Anything, Cue.Not, Cue.Only);
}
