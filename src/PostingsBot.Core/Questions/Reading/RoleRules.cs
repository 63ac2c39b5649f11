namespace PostingsBot.Core.Questions.Reading;

/// <summary>Questions about one role or one employer: one fact, all about it, or what its text says on a topic.</summary>
internal static class RoleRules
{
    /// <summary>Fields that only a role has: asked of an employer, they are asked of its role.</summary>
    private static readonly HashSet<RoleField> OfEmployer = [RoleField.Benefits, RoleField.Process, RoleField.Team, RoleField.About];

    /// <summary>"What about Crunch?" after a fact asks the same fact of another.</summary>
    public static Question? SameOfAnother(Understood x)
    {
        if (x.Field is not null || !x.Any(Cue.WhatAbout, Cue.And) || x.U.Parts.Any(p => p.IsUnknown) || x.Any(Cue.Roles))
            return null;
        if (x.Before is { Role: not null, Field: { } last } && !x.HasTarget && x.About.FirstOrDefault() is { } other && FieldReader.Of(other) == last)
            return Ask(x, new Target.Focus(), last, other);
        if (x.Targets.FirstOrDefault(t => t.IsNamed) is { } named && x.About.All(c => c is EmployerConstraint))
        {
            return x.Before.Field is { } field
                ? Ask(x, Sharpened(named.Target, field), field, null)
                : x.Has(Cue.WhatAbout) ? new Question(Intent.Detail) { Targets = [named.Target] } : null;
        }

        return x.Before is { Field: RoleField.EligibleFrom, Role: not null } && x.About.FirstOrDefault(c => c is EligibleFromConstraint or PlaceConstraint) is { } about
            ? Ask(x, new Target.Focus(), RoleField.EligibleFrom, about is PlaceConstraint p ? new EligibleFromConstraint(p.AnyOf[0]) : about)
            : null;
    }

    public static Question? AboutOne(Understood x)
    {
        if (!IsAboutOne(x))
            return null;
        if (WhoIs(x) is { } person)
            return person;
        var about = x.About.FirstOrDefault(c => !IsManner(x, c));
        var field = x.Field is { } asked && !(asked is RoleField.About && about is not null) && !x.About.Any(c => IsManner(x, c)) ? asked : FieldReader.Of(about) ?? (x.About.Any(c => IsManner(x, c)) ? null : x.Field);
        if (about is SkillConstraint && field is RoleField.Experience && !x.Any(Cue.HowMany, Cue.HowLong))
            field = RoleField.Skills;
        var target = OneTarget(x);
        if (EmployerOf(target) is { } employer && !x.Any(Cue.Role, Cue.One) && (field is null || OfEmployer.Contains(field.Value)))
            target = new Target.Company(employer);
        if (x.Has(Cue.All) && target is Target.Focus && x.Before.Listed.Count > 1)
            target = new Target.AllListed();
        return Ask(x, target, field, about);
    }

    /// <summary>"At Foxglove … for the backend role" names one role in two places.</summary>
    private static Target OneTarget(Understood x)
    {
        var named = x.Targets.Where(t => t.IsNamed).Select(t => t.Target).ToList();
        if (named is [Target.Described { Constraints: [EmployerConstraint] } employer, Target.Described role] && !role.Constraints.Any(c => c is EmployerConstraint))
            return new Target.Described([.. employer.Constraints, .. role.Constraints]);
        return named.Count > 0 ? named[0] : x.Targets.Count > 0 ? x.Targets[0].Target : new Target.Focus();
    }

    /// <summary>"Who is the CTO of Brightwheel?", "who invested in it?" ask for people, which no field holds.</summary>
    private static Question? WhoIs(Understood x)
    {
        if (x.Field is not null || x.U.FirstContent is not (var i and >= 0) || i >= x.U.Count || x.U[i].Text is not ("who" or "wer" or "qui" or "quien" or "quem"))
            return null;
        var employer = x.Reads.FirstOrDefault(r => r.Constraint is EmployerConstraint { AnyOf: [_] });
        var described = x.Targets.FirstOrDefault(t => t.IsNamed);
        if (employer is null && described is not null)
            return new Question(Intent.Fact) { Targets = [described.Target], Field = x.U.Parts.Any(p => p.Text is "posted" or "offers" or "behind" or "published" or "runs") ? RoleField.Employer : null, Topic = TopicReader.Of(x.U, [described]) };
        var target = employer?.Constraint is EmployerConstraint { AnyOf: [var name] } ? new Target.Company(name) : (Target)new Target.Focus();
        return new Question(Intent.Fact) { Targets = [target], Topic = TopicReader.Of(x.U, employer is null ? [] : [new Pointed(employer.First, employer.Last, target)]) };
    }

    /// <summary>"Do they ever meet in person?": the words for a workplace tell how something else is done.</summary>
    private static bool IsManner(Understood x, Constraint about) =>
        about is WorkplaceConstraint && x.Field is null or RoleField.Workplace && x.U.Parts.Any(p => p.IsUnknown && !x.Targets.Any(t => p.First >= x.U[t.First].First && p.End <= x.U[t.Last].End));

    /// <summary>The topic is what the question says beyond the field's own name.</summary>
    private static Question Ask(Understood x, Target target, RoleField? field, Constraint? about)
    {
        var naming = field is null ? [] : x.U.Parts.Where(p => p.Field == field).SelectMany(p => p.Text.Split(' ')).ToHashSet(StringComparer.Ordinal);
        ValueList<string> topic = [.. TopicReader.Of(x.U, x.Targets).Where(w => !naming.Contains(w))];
        var general = field is null && (x.Has(Cue.Tell) || topic.Count == 0 || IsBare(x));
        var intent = target is Target.Company && (general || x.Has(Cue.Tell) || (field is { } f && OfEmployer.Contains(f))) ? Intent.Company
            : general || field is RoleField.About ? Intent.Detail
            : Intent.Fact;
        return new Question(intent)
        {
            Targets = [target],
            Field = intent is Intent.Detail && field is RoleField.About ? null : field,
            About = intent is Intent.Fact or Intent.Company ? about : null,
            SkillCategory = field is RoleField.Skills ? FieldReader.Category(x.U) : null,
            Topic = intent is Intent.Detail && field is RoleField.About ? [] : topic,
        };
    }

    private static bool IsAboutOne(Understood x)
    {
        if (!x.HasTarget && x.About.Any(c => c is PostedConstraint) && x.Before.Role is null)
            return false;
        if (IsAskedOfFocus(x))
            return true;
        if (x.Any(Cue.Roles, Cue.Ones) && !x.Targets.Any(t => t.Target is Target.Ordinal or Target.Focus) && !IsDescribed(x))
            return false;
        if (x.Targets.Any(t => t.Target is Target.Described { Constraints: [EmployerConstraint { AnyOf.Count: > 1 }] }))
            return false;
        if (x.Has(Cue.Here) && !x.HasTarget && x.Field is null && !x.HasFocus)
            return false;
        if (AsksForRoles(x) || IsAmongList(x) || (!x.HasNamedTarget && IsRefined(x)))
            return false;
        if (x.HasNamedTarget)
            return x.Field is not null || x.IsAsking || x.Has(Cue.Tell) || IsPointing(x) || x.About.Any() || x.U.Parts.Any(p => p.IsUnknown) && !x.Any(Cue.Only, Cue.Not);
        if (x.HasTarget)
            return true;
        if (IsOfFocus(x))
            return true;
        if (x.Has(Cue.Tell) && !x.U.HasConstraint && x.U.Parts.All(p => !p.IsUnknown))
            return true;
        if (x.Field is { } field && !(field is RoleField.Workplace or RoleField.Experience or RoleField.Status && x.U.HasConstraint && !x.IsAsking))
            return x.IsAsking || ((x.HasFocus || !x.Extra.Any(r => r.Constraint is StatedConstraint { Negated: true })) && !x.About.Any(c => c is not StatedConstraint)) || (x.HasFocus && x.U.EndsAsQuestion);
        return x.IsAsking && !x.Any(Cue.Find, Cue.Anything) && (x.HasFocus || !x.U.HasConstraint) && !x.Any(Cue.Which, Cue.Among) | IsWhQuestion(x);
    }

    /// <summary>"Kubernetes?" with one role in focus asks it of that role.</summary>
    private static bool IsAskedOfFocus(Understood x) =>
        x.Before.Role is not null && x.U.EndsAsQuestion && !x.HasTarget && x.About.Count() == 1 && !Refinement.Leans(x)
        && !x.Any(Cue.Roles, Cue.Role, Cue.Person, Cue.Find, Cue.Anything, Cue.Employers, Cue.Drop);

    /// <summary>"Which jobs …", "is there anything …", "does Packback have any openings": roles are asked for.</summary>
    private static bool AsksForRoles(Understood x)
    {
        var find = x.U.Parts.Any(p => p.Is(Cue.Find) && !p.Is(Cue.Uses) && p.Field is null);
        var named = x.Targets.FirstOrDefault(t => t.IsNamed);
        if (find && x.Any(Cue.Roles, Cue.Anything, Cue.Role) && !IsDescribedRole(named) && !x.Has(Cue.Tell))
            return true;
        if (x.Any(Cue.Roles, Cue.Anything) && named?.Target is Target.Described { Constraints: [EmployerConstraint] } && x.Field is null or RoleField.Status && !IsHeaded(x, named))
            return true;
        if (find && x.Field is null && !x.HasTarget && x.U.HasConstraint)
            return true;
        if (!x.HasTarget && x.U.HasConstraint && x.U.FirstContent + 1 is var verb && verb < x.U.Count && x.U[verb - 1].Text is "who" && x.U[verb].Is(Cue.Uses))
            return true;
        return named is not null && x.Field is null && find && x.U.Parts.Any(p => p.Text.Contains("hir", StringComparison.Ordinal) || p.Text is "recruiting" or "recruits");
    }

    /// <summary>"Is there on-call?" of the role in focus.</summary>
    private static bool IsOfFocus(Understood x) =>
        (x.Before.Role is not null || x.Before.Employer is not null) && x.U.FirstContent is var i && x.StartsWith(i, Cue.Find) && x.U[i].Text is "is there" or "are there" or "any" or "gibt es" or "hay" or "do you have" or "need" or "i need"
        && !x.U.HasConstraint && !x.Any(Cue.Roles, Cue.Role, Cue.Anything, Cue.Ones, Cue.More) && x.U.Parts.Any(p => p.IsUnknown || p.Field is not null);

    /// <summary>"Which of them …", "which one …", "are they …" after a list.</summary>
    private static bool IsAmongList(Understood x)
    {
        if (x.HasNamedTarget || x.Listed.Count < 2)
            return false;
        var which = x.Has(Cue.Among) && (x.Has(Cue.Which) || x.U.Parts.Any(p => p.Is(Cue.Among) && p.Text.Contains(' ', StringComparison.Ordinal)) || x.About.Any()) && !x.Has(Cue.All) | x.Has(Cue.Which);
        var they = x.Before is { Role: null, Employer: null } && x.U.Parts.Any(p => p.Text is "they" or "them" or "those" or "these") && x.About.Any(c => !IsManner(x, c));
        return (which || they) && (x.About.Any() || x.Extra.Count > 0);
    }

    private static bool IsRefined(Understood x) =>
        x.Before.Constraints.Count > 0 && x.U.HasConstraint && !x.HasTarget && x.Field is null or RoleField.Workplace or RoleField.Location or RoleField.Seniority
        && (x.Any(Cue.Only, Cue.Narrow, Cue.Also, Cue.Instead, Cue.WhatAbout, Cue.Ones) || !x.IsAsking && !(x.Before.Role is not null && x.U.EndsAsQuestion && x.Before.Listed.Count <= 1));

    private static bool IsWhQuestion(Understood x) =>
        x.U.FirstContent is var i && i < x.U.Count && x.U[i].Is(Cue.Wh) && (!x.U[i].Is(Cue.Which) || x.U[i].Text is "what" or "que" or "qual") && !x.Any(Cue.Roles, Cue.One) && (x.HasFocus || !x.U.HasConstraint);

    private static bool IsDescribed(Understood x) => x.Targets.Any(IsDescribedRole) && (x.Field is not null || x.Has(Cue.Tell));

    private static bool IsDescribedRole(Pointed? pointed) => pointed?.Target is Target.Ordinal || (pointed?.Target is Target.Described { Constraints: var said } && !(said is [EmployerConstraint] && pointed.First == pointed.Last));

    private static bool IsHeaded(Understood x, Pointed pointed) => x.U[pointed.Last].Is(Cue.Role) || x.U[pointed.Last].Is(Cue.One);

    /// <summary>The question is little more than the thing pointed at: "the second one", "the US one".</summary>
    private static bool IsPointing(Understood x) =>
        x.Targets.Any(t => t.Target is Target.Ordinal || (t.Target is Target.Described { Constraints: var said } && !(said is [EmployerConstraint] && t.First == t.Last)))
        && !x.Any(Cue.Roles, Cue.Anything) && !x.U.Parts.Any(p => p.Is(Cue.Not) || p.Is(Cue.Only));

    private static bool IsBare(Understood x) => x.Targets.Count == 1 && x.U.Parts.All(p => !p.IsUnknown || (p.First >= x.U[x.Targets[0].First].First && p.End <= x.U[x.Targets[0].Last].End)) && !x.IsAsking;

    private static string? EmployerOf(Target target) => target is Target.Described { Constraints: [EmployerConstraint { AnyOf: [var name] }] } ? name : null;

    private static Target Sharpened(Target target, RoleField field) =>
        EmployerOf(target) is { } name && OfEmployer.Contains(field) ? new Target.Company(name) : target;
}
