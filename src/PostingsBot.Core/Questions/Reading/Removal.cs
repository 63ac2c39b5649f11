namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Taking constraints away: "drop the location", "drop the remote bit", "forget python, show redis", "ruby instead of python", "replace aws with gcp". What is named in the clause of the
/// word for dropping goes; what is named outside it is asked for.
/// </summary>
internal static class Removal
{
    private static readonly HashSet<string> Replacing = [.. "with by for to durch gegen par por pour mit".Split(' ')];

    /// <summary>"Drop the remote bit" speaks of what was asked for: never of roles to leave out.</summary>
    private static readonly HashSet<string> Filters = [.. "bit part filter filters condition conditions constraint constraints criterion criteria requirement requirements restriction restrictions limit thing".Split(' ')];

    /// <summary>The constraints left; what was not asked for is excluded. Null when nothing is named. <paramref name="at"/>: the word for dropping, or -1 for none.</summary>
    public static ValueList<Constraint>? Without(Understood x, int at)
    {
        var (from, end) = Clause(x, at);
        var kinds = Kinds.Named(x.U, from, end);
        var all = x.Reads.Concat(x.Extra).OrderBy(r => r.First).ToList();
        var dropped = all.Where(r => r.First >= from && r.First < end && !(r.Constraint is StatedConstraint s && kinds.Exists(k => k.Field == s.Field))).Select(r => r.Constraint).ToList();
        if (dropped.Count == 0 && kinds.Count == 0)
            return null;
        var left = x.Before.Constraints.ToList();
        left.RemoveAll(c => kinds.Exists(k => k.Takes(c)));
        var isFilter = x.U.Parts.Skip(from).Take(end - from).Any(p => Filters.Contains(p.Text));
        foreach (var constraint in dropped)
        {
            var plain = constraint with { Negated = false };
            if (left.RemoveAll(c => Alternatives.Same(c with { Negated = false }, plain)) > 0 || Shortened(left, plain))
                continue;
            if (!isFilter)
                left.Add(plain with { Negated = true });
            else if (x.Before.Previous.Any(c => Alternatives.Same(c, plain)) && left.RemoveAll(c => c is AmongConstraint) > 0)
                left.InsertRange(0, x.Before.Previous.Where(c => !Alternatives.Same(c, plain)));
        }

        foreach (var read in all.Where(r => r.First < from || r.First >= end))
            Refinement.Apply(x, left, read.Constraint);
        return [.. left];
    }

    /// <summary>The parts that the word for dropping speaks of: those after it up to the next order; those before it when none follow ("python not anymore").</summary>
    private static (int From, int End) Clause(Understood x, int at)
    {
        if (at < 0)
            return (0, x.U.Count);
        var end = at + 1;
        while (end < x.U.Count && !Ends(x.U, at, end))
            end++;
        var named = Enumerable.Range(at, end - at).Any(i => x.U[i].HasConstraint || x.U[i].IsUnknown || x.U[i].Field is not null);
        return named ? (at, end) : (0, end);
    }

    private static bool Ends(Utterance u, int at, int i)
    {
        if (IsReplacement(u, i))
            return true;
        if (u.EndsSentence(i - 1) || u[i].Is(Cue.But) || u[i].Is(Cue.Also))
            return true;
        if (u[at].Is(Cue.Swap))
            return Replacing.Contains(u[i].Text);
        var clause = u[i].Gap is ',' or ':' || u[i - 1].Is(Cue.And);
        return (u[i].Is(Cue.Find) && !u[i].Is(Cue.Which)) || (clause && (u[i].Is(Cue.Uses) || u[i].Is(Cue.Only) || u[i].Is(Cue.Instead) || u[i].Is(Cue.Narrow)));
    }

    /// <summary>"Drop asia, europe instead": what stands between the comma and "instead" comes in its place.</summary>
    public static bool IsReplacement(Utterance u, int i)
    {
        if (!u.Has(Cue.Drop) || (u[i].Gap is not ',' && !u[i - 1].Is(Cue.And)))
            return false;
        while (i < u.Count && u[i].HasConstraint)
            i++;
        return i < u.Count && u[i].Is(Cue.Instead);
    }

    /// <summary>"Python or Go" without Go is Python.</summary>
    private static bool Shortened(List<Constraint> left, Constraint plain)
    {
        if (plain is not SkillConstraint { AnyOf: [var name] })
            return false;
        var at = left.FindIndex(c => c is SkillConstraint { Negated: false } s && s.AnyOf.Contains(name));
        if (at < 0)
            return false;
        var skill = (SkillConstraint)left[at];
        left[at] = skill with { AnyOf = [.. skill.AnyOf.Where(n => n != name)] };
        return true;
    }

    /// <summary>Kinds of constraints that a word names: "the location", "the salary".</summary>
    private sealed record Kinds(RoleField Field, Func<Constraint, bool> Takes)
    {
        private static readonly Kinds Place = new(RoleField.Location, c => c is PlaceConstraint or EligibleFromConstraint or LimitedToConstraint);

        public static List<Kinds> Named(Utterance u, int from, int end) => [.. u.Parts.Skip(from).Take(end - from).Select(Of).OfType<Kinds>()];

        private static Kinds? Of(Part part) => part switch
        {
            { HasConstraint: true } => null,
            { Text: "place" or "places" or "city" or "country" or "area" or "region" or "location" or "locations" or "where" or "ort" or "lieu" or "ubicacion" or "local" } => Place,
            { Text: "company" or "employer" or "firm" } => new Kinds(RoleField.Employer, c => c is EmployerConstraint),
            { Text: "field" or "discipline" or "area of work" } => new Kinds(RoleField.Title, c => c is DisciplineConstraint),
            { Field: RoleField.Location or RoleField.EligibleFrom } => Place,
            { Field: RoleField.Pay } => new Kinds(RoleField.Pay, c => c is PayConstraint or StatedConstraint { Field: RoleField.Pay }),
            { Field: RoleField.ValidThrough } => new Kinds(RoleField.ValidThrough, c => c is ClosingConstraint),
            { Field: RoleField.Posted } => new Kinds(RoleField.Posted, c => c is PostedConstraint),
            { Field: RoleField.Seniority } => new Kinds(RoleField.Seniority, c => c is SeniorityConstraint),
            { Field: RoleField.Skills } => new Kinds(RoleField.Skills, c => c is SkillConstraint),
            { Field: RoleField.Workplace } => new Kinds(RoleField.Workplace, c => c is WorkplaceConstraint),
            { Field: RoleField.Employment } => new Kinds(RoleField.Employment, c => c is EmploymentConstraint),
            { Field: { } field } => new Kinds(field, c => c is StatedConstraint s && s.Field == field),
            _ => null,
        };
    }
}
