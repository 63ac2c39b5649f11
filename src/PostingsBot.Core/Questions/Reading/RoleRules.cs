using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Questions about one role or one employer: one fact, all about it, or what its text says on a topic.</summary>
internal static class RoleRules
{
    /// <summary>Fields that only a role has: asked of an employer, they are asked of its role.</summary>
    private static readonly HashSet<RoleField> OfEmployer = [RoleField.Benefits, RoleField.Process, RoleField.Team, RoleField.About];

    /// <summary>Fields that are asked for beside a place: "what does it pay from Canada".</summary>
    private static readonly HashSet<RoleField> KeptBesidePlaces = [RoleField.Pay, RoleField.Visa, RoleField.Benefits, RoleField.Skills, RoleField.Posted, RoleField.Degree];

    private static readonly HashSet<string> PayWords =
        [.. "year yearly annual annually month monthly hour hr hourly day daily week weekly gross net dollars euros usd eur brutto netto jahr monat stunde brut an mois heure ano mes hora bruto".Split(' ')];

    /// <summary>"What about Crunch?" after a fact asks the same fact of another; "Crunch" alone answers which one was meant.</summary>
    public static Question? SameOfAnother(Understood x)
    {
        var isNowNamed = x.Before is { Field: not null, Role: null, Employer: null, Listed.Count: 0 } && x.HasNamedTarget && !x.IsAsking;
        isNowNamed |= x.Before.Field is not null && x.HasNamedTarget && x.U.Parts[0].Text is "sorry" or "no" or "i mean" or "i meant" or "pardon" or "oops";
        if (x.Field is not null || (!isNowNamed && !x.Any(Cue.WhatAbout, Cue.And) && !IsFromElsewhere(x)) || x.U.Parts.Any(p => p.IsUnknown && !WordLists.IsStop(p.Text)) || x.Any(Cue.Roles))
            return null;
        if (x.Before.Field is { } last && (x.Before.Role is not null || x.Before is { Employer: not null, Listed.Count: 0 }) && !x.HasTarget && x.About.FirstOrDefault() is { } other && FieldReader.Of(other) == last)
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

    /// <summary>"From Texas?" after whether a role can be done from somewhere else.</summary>
    private static bool IsFromElsewhere(Understood x) =>
        x.Before is { Field: RoleField.EligibleFrom, Role: not null } && x.U.Count <= 3 && x.Has(Cue.From) && x.About.Any();

    /// <summary>"Is that a year?", "gross or net?", "per month?" after what a role pays.</summary>
    public static Question? PayAgain(Understood x) =>
        x.Before is { Field: RoleField.Pay, Role: not null } && x is { Field: null, HasNamedTarget: false } && !x.Any(Cue.Roles, Cue.Role, Cue.Find)
        && x.U.Parts.Any(p => p.Term is PaidPerConstraint || PayWords.Contains(p.Text)) && x.U.Parts.All(p => !p.IsUnknown || PayWords.Contains(p.Text)) && !x.Reads.Any(r => r.Constraint is not (PaidPerConstraint or PayConstraint))
            ? new Question(Intent.Fact) { Targets = [new Target.Focus()], Field = RoleField.Pay }
            : null;

    /// <summary>"Which one is older?" of what is listed; the dates of all answer.</summary>
    public static Question? Age(Understood x) =>
        x.Listed.Count > 1 && x is { HasNamedTarget: false, U.HasConstraint: false } && !x.Has(Cue.Roles) && x.Any(Cue.Which, Cue.Wh, Cue.Among)
        && x.U.Parts.Any(p => p.Text is "older" or "newer" or "oldest" or "earlier" or "fresher" or "more recent" or "younger" or "alter" or "neuer")
            ? new Question(Intent.Fact) { Targets = [new Target.AllListed()], Field = RoleField.Posted }
            : null;

    /// <summary>"Why not Brightwheel?" after a search asks of it what the search asked of all.</summary>
    public static Question? WhyNot(Understood x)
    {
        var i = x.U.FirstContent;
        if (i >= x.U.Count || x.U[i].Text is not ("why" or "warum" or "wieso" or "pourquoi" or "how come") || x.Field is not null || x.Before.Constraints.Count == 0)
            return null;
        var employer = x.Reads.Select(r => r.Constraint).OfType<EmployerConstraint>().FirstOrDefault();
        var target = employer is not null ? new Target.Described([employer with { Negated = false }]) : x.Targets.FirstOrDefault(t => t.IsNamed)?.Target;
        var asked = x.Before.Constraints.FirstOrDefault(c => c is EligibleFromConstraint or LimitedToConstraint or PlaceConstraint) ?? x.Before.Constraints.LastOrDefault(c => FieldReader.Of(c) is not null and not RoleField.Employer);
        return target is not null && x.Reads.Count <= 1 && !x.U.Parts.Any(p => p.IsUnknown) && asked is not null
            ? new Question(Intent.Fact) { Targets = [target], Field = FieldReader.Of(asked), About = asked }
            : null;
    }

    public static Question? AboutOne(Understood x)
    {
        if (IsOfBonus(x))
            return Ask(x, OneTarget(x), RoleField.NiceToHave, null);
        if (!OneOrMany.IsOne(x))
            return null;
        if (WhoIs(x) is { } person)
            return person;
        var about = x.About.FirstOrDefault(c => !OneOrMany.IsManner(x, c));
        if (about is WorkplaceConstraint && x.About.FirstOrDefault(c => c is EligibleFromConstraint or LimitedToConstraint) is { } from)
            about = from;
        var field = x.Field is { } asked && !(asked is RoleField.About && about is not null) && !x.About.Any(c => OneOrMany.IsManner(x, c)) ? asked : FieldReader.Of(about) ?? (x.About.Any(c => OneOrMany.IsManner(x, c)) ? null : x.Field);
        if (about is PlaceConstraint { Negated: true, AnyOf: [var outside] })
            (about, field) = (new LimitedToConstraint(outside) { Negated = true }, RoleField.EligibleFrom);
        if (about is WorkplaceConstraint { AnyOf: [Workplace.Remote] } && x.Field is RoleField.Location)
            (about, field) = (null, RoleField.EligibleFrom);
        if (about is EligibleFromConstraint or LimitedToConstraint && field is { } named && !KeptBesidePlaces.Contains(named))
            field = RoleField.EligibleFrom;
        if (about is SkillConstraint && field is RoleField.Experience or RoleField.NiceToHave or RoleField.Requirements && !x.Any(Cue.HowMany, Cue.HowLong))
            field = RoleField.Skills;
        if (field is RoleField.Employment && x.U.Parts.Any(p => p.Is(Cue.HowLong)))
            (field, about) = (null, null);
        if (field is RoleField.Experience && IsInPlaceOfDegree(x))
            field = RoleField.Degree;
        if (about is SkillConstraint { Negated: false } && field is RoleField.Skills)
            about = AllSkills(x, about);
        if (about is WorkplaceConstraint && x.Has(Cue.Or) && (x.About.OfType<WorkplaceConstraint>().SelectMany(c => c.AnyOf).Distinct().Count() > 1 || x.Field is RoleField.Workplace))
            (about, field) = (null, RoleField.Workplace);
        var target = OneTarget(x);
        if (about is DisciplineConstraint trade && target is Target.Described { Constraints: [EmployerConstraint] } of)
            (about, target) = (null, new Target.Described([.. of.Constraints, trade]));
        if (about is (EmploymentConstraint or SeniorityConstraint or TitleConstraint) and { Negated: false } described && x.Field is { } wanted && FieldReader.Of(described) != wanted && target is Target.Described { Constraints: [EmployerConstraint] } its)
            (about, target, field) = (null, new Target.Described([.. its.Constraints, described]), wanted);
        if (EmployerOf(target) is { } employer && !x.Any(Cue.Role, Cue.One) && (field is null || OfEmployer.Contains(field.Value)))
            target = new Target.Company(employer);
        if (x.Has(Cue.All) && target is Target.Focus && x.Before.Listed.Count > 1)
            target = new Target.AllListed();
        return Ask(x, target, field, about);
    }

    /// <summary>"What is a bonus, not a must?" of one role or employer.</summary>
    private static bool IsOfBonus(Understood x) =>
        (x.HasNamedTarget || x.Before.Role is not null) && x.U.Parts.Any(p => p.Is(Cue.NotNeeded)) && x.U.Parts.Any(p => p.Text is "what" or "which" or "was" or "que" or "o que") && !x.Any(Cue.Roles, Cue.Ones)
        && x.Reads.All(r => r.Constraint is EmployerConstraint) && !x.U.Parts.Any(p => p.IsUnknown);

    /// <summary>"Is work experience ok instead?" after degrees were spoken of.</summary>
    private static bool IsInPlaceOfDegree(Understood x) =>
        (x.Before.Field is RoleField.Degree || x.Before.Constraints.Any(c => c is StatedConstraint { Field: RoleField.Degree }))
        && (x.Has(Cue.Instead) || x.U.Parts.Any(p => p.Text is "enough" or "equivalent" or "count" or "counts" or "ok" or "okay" or "fine" or "sufficient"));

    /// <summary>"Does it need Python and Ruby?" asks for each of them.</summary>
    private static Constraint AllSkills(Understood x, Constraint first)
    {
        var asked = x.About.OfType<SkillConstraint>().Where(c => !c.Negated).SelectMany(c => c.AnyOf).Distinct(StringComparer.Ordinal).ToList();
        return asked.Count > 1 ? new SkillConstraint([.. asked]) { RequiredOnly = ((SkillConstraint)first).RequiredOnly } : first;
    }

    /// <summary>"At Foxglove … for the backend role" names one role in two places.</summary>
    private static Target OneTarget(Understood x)
    {
        var named = x.Targets.Where(t => t.IsNamed).Select(t => t.Target).ToList();
        if (named is [Target.Described { Constraints: [EmployerConstraint] } employer, Target.Described role] && !role.Constraints.Any(c => c is EmployerConstraint))
            return new Target.Described([.. employer.Constraints, .. role.Constraints]);
        if (named is [Target.Described { Constraints: var said }, ..] && x.Before.Employer is { } before && !said.Any(c => c is EmployerConstraint) && x.U.Parts.Any(p => p.Text is "there" or "with them" or "dort" or "la-bas" or "alli" or "la"))
            return new Target.Described([new EmployerConstraint([before]), .. said]);
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

    /// <summary>The topic is what the question says beyond the field's own name.</summary>
    private static Question Ask(Understood x, Target target, RoleField? field, Constraint? about)
    {
        ValueList<RoleField> also = field is { } main && main == x.Field ? [.. FieldReader.Also(x.U, x.Targets.Where(t => t.IsNamed), main)] : [];
        var naming = field is null ? [] : x.U.Parts.Where(p => p.Field == field || (p.Field is { } other && also.Contains(other))).SelectMany(p => p.Text.Split(' ')).ToHashSet(StringComparer.Ordinal);
        ValueList<string> topic = [.. TopicReader.Of(x.U, x.Targets).Where(w => !naming.Contains(w))];
        var general = field is null && ((x.Has(Cue.Tell) && !(target is Target.Focus && x.Has(Cue.WhatAbout) && topic.Count > 0)) || topic.Count == 0 || IsBare(x));
        var intent = target is Target.Company && (general || x.Has(Cue.Tell) || (field is { } f && OfEmployer.Contains(f))) ? Intent.Company
            : general || field is RoleField.About ? Intent.Detail
            : Intent.Fact;
        return new Question(intent)
        {
            Targets = [target],
            Field = intent is Intent.Detail && field is RoleField.About ? null : field,
            Also = intent is Intent.Fact or Intent.Company ? also : [],
            About = intent is Intent.Fact or Intent.Company ? about : null,
            SkillCategory = field is RoleField.Skills ? FieldReader.Category(x.U) : null,
            Topic = intent is Intent.Detail && field is RoleField.About ? [] : topic,
        };
    }

    private static bool IsBare(Understood x) => x.Targets.Count == 1 && x.U.Parts.All(p => !p.IsUnknown || (p.First >= x.U[x.Targets[0].First].First && p.End <= x.U[x.Targets[0].Last].End)) && !x.IsAsking;

    private static string? EmployerOf(Target target) => target is Target.Described { Constraints: [EmployerConstraint { AnyOf: [var name] }] } ? name : null;

    private static Target Sharpened(Target target, RoleField field) =>
        EmployerOf(target) is { } name && OfEmployer.Contains(field) ? new Target.Company(name) : target;
}
