namespace PostingsBot.Core.Questions.Reading;

/// <summary>"Compare A and B", "A vs B", "what is the difference between the two?"</summary>
internal static class CompareRules
{
    public static Question? Compare(Understood x)
    {
        var at = x.U.IndexOf(Cue.Compare);
        if (at < 0 && IsOfSeveral(x))
            return new Question(Intent.Compare) { Targets = Targets(x), Field = x.Field ?? (x.Any(Cue.BestPaid, Cue.LowestPaid) ? RoleField.Pay : RoleField.Posted) };
        if (at < 0 || ListRules.IsCountOfEach(x) || (x.U[at].Text is "against" or "contrast" or "weigh" && x.Targets.Count < 2))
            return null;
        return new Question(Intent.Compare) { Targets = Targets(x), Field = x.Field is RoleField.About ? null : x.Field, Topic = x.Field is null ? [.. x.U.Parts.Where(p => p.IsUnknown && !x.Targets.Any(t => p.First >= x.U[t.First].First && p.End <= x.U[t.Last].End)).Select(p => p.Text)] : [] };
    }

    /// <summary>"Do Crunch and Brightwheel sponsor visas?", "which pays more, Crunch or Brightwheel?"</summary>
    private static bool IsOfSeveral(Understood x) =>
        (x.Field is not null || x.Any(Cue.BestPaid, Cue.LowestPaid, Cue.Newest)) && !x.Any(Cue.Roles) && !x.About.Any()
        && (IsEitherOf(x) || x.Targets.Count(t => t.Target is Target.Ordinal || t.Target is Target.Described d && d.Constraints.Any(c => c is EmployerConstraint)) > 1 || x.Targets.Any(t => t.Target is Target.Described { Constraints: [EmployerConstraint { AnyOf.Count: > 1 }] }));

    /// <summary>"Who pays more, Splice or the cloud engineer?": two things that are named with "or" between them.</summary>
    private static bool IsEitherOf(Understood x) =>
        x.Targets.Where(t => t.IsNamed).ToList() is [var one, var other] && x.U.HasBetween(one.Last, other.First, Cue.Or);

    private static ValueList<Target> Targets(Understood x)
    {
        var targets = Split(x).ToList();
        if (targets.Count(t => t is not Target.Focus) > 1)
            targets.RemoveAll(t => t is Target.Focus);
        if (FirstFew(x) is { Count: > 0 } few)
            return [.. few];
        if (targets.Count == 1)
            targets.AddRange(Unknown(x));
        if (targets.Count == 1 && x.HasFocus && targets[0] is not (Target.Focus or Target.AllListed) && !x.Has(Cue.Roles))
            targets.Insert(0, new Target.Focus());
        if (targets.Count > 0 && !targets.TrueForAll(t => t is Target.Focus))
            return [.. targets];
        var described = x.Search.ToList();
        return described.Count > 0 && x.Has(Cue.Roles) ? [new Target.Described([.. described])] : [new Target.AllListed()];
    }

    /// <summary>
    /// Employers named together are one target each, with what is said of all of them ("the Instacart and Fetch machine learning jobs");
    /// an employer without a role word is the company when benefits and the like are compared.
    /// </summary>
    private static IEnumerable<Target> Split(Understood x)
    {
        var shared = x.Has(Cue.Roles) ? x.Search.Where(c => c is not EmployerConstraint).ToList() : [];
        foreach (var pointed in x.Targets)
        {
            if (pointed.Target is not Target.Described { Constraints: var said } || said.FirstOrDefault(c => c is EmployerConstraint) is not EmployerConstraint { AnyOf: var names })
            {
                yield return pointed.Target;
                continue;
            }

            var others = said.Where(c => c is not EmployerConstraint).ToList();
            foreach (var name in names)
            {
                yield return others.Count == 0 && shared.Count == 0 && IsOfCompany(x)
                    ? new Target.Company(name)
                    : new Target.Described([new EmployerConstraint([name]), .. others.Union(shared)]);
            }
        }
    }

    /// <summary>"Compare Crunch with Netflix": a name that the catalogue does not know is a target too, so that its absence is said.</summary>
    private static IEnumerable<Target> Unknown(Understood x)
    {
        for (var i = 1; i < x.U.Count; i++)
        {
            var joined = x.U[i - 1].Is(Cue.Compare) || x.U[i - 1].Is(Cue.And) || x.U[i - 1].Text is "with" or "to" or "or";
            if (x.U[i].IsUnknown && joined && (x.U.IsCapital(i) || !WordLists.IsOrdinary(x.U[i].Text)))
                yield return new Target.Company(x.U.Written(i, i));
        }
    }

    private static bool IsOfCompany(Understood x) =>
        x.Field is RoleField.Benefits or RoleField.Process or RoleField.Team or RoleField.About || (x.Has(Cue.Employers) && !x.Any(Cue.Role, Cue.Roles));

    /// <summary>"The first two", "1 and 3".</summary>
    private static List<Target> FirstFew(Understood x)
    {
        var few = new List<Target>();
        for (var i = 0; i < x.U.Count; i++)
        {
            var text = x.U[i].Text;
            if (text is "first" or "top" && i + 1 < x.U.Count && Count(x.U[i + 1].Text) is { } count)
                return [.. Enumerable.Range(1, count).Select(n => new Target.Ordinal(n))];
            if (text.Length <= 2 && int.TryParse(text, out var number) && number is > 0 and <= 20)
                few.Add(new Target.Ordinal(number));
            else if (x.U[i].Ordinal is { } ordinal)
                few.Add(new Target.Ordinal(ordinal));
        }

        return few.Count > 1 ? few : [];
    }

    private static int? Count(string word) => word switch
    {
        "two" or "2" => 2,
        "three" or "3" => 3,
        "four" or "4" => 4,
        _ => null,
    };
}
