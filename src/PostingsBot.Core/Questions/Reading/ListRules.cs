using PostingsBot.Core.Catalogue;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Questions over many roles: search, count, order, the next page, taking a constraint away.</summary>
internal static class ListRules
{
    private const int ShortWord = 3;

    private static readonly HashSet<string> Durations = [.. "days day hours hour weeks months jours jour heures tage tag stunden wochen dias dia horas semanas rounds interviews people persons employees".Split(' ')];

    /// <summary>"Back to the first page": the last search again.</summary>
    public static Question? FirstPage(Understood x) =>
        x.Has(Cue.FirstPage) && !x.U.HasConstraint && !x.HasNamedTarget && x.Field is null && x.Before.Shown.Count > 0
            ? new Question(Intent.FindRoles) { Constraints = x.Before.Constraints, Order = x.Before.Order }
            : null;

    public static Question? More(Understood x)
    {
        var at = x.U.IndexOf(Cue.More);
        if (IsNextBest(x))
            return new Question(Intent.More) { Top = 1 };
        return at >= 0 && !x.U.HasConstraint && !x.HasNamedTarget && x.Field is null && !x.U.Parts.Any(p => p.IsUnknown) && !x.Any(Cue.Similar, Cue.HowMany, Cue.Tell, Cue.BestPaid, Cue.LowestPaid, Cue.Compare)
            && (x.Before.Shown.Count > 0 || x.Before.Listed.Count > 0 || x.U.Count <= 3)
            ? new Question(Intent.More)
            : null;
    }

    /// <summary>"And the second best?", "the next highest" after the best one was given.</summary>
    private static bool IsNextBest(Understood x) =>
        x.Before.Order is SearchOrder.BestPaid or SearchOrder.LowestPaid or SearchOrder.Newest or SearchOrder.Oldest && x.Before.Shown.Count == 1 && x.U.Count <= 5 && x is { U.HasConstraint: false }
        && x.U.Parts.Any(p => p.Text is "second" or "next" or "zweite" or "zweitbeste" or "segundo" or "segunda" or "deuxieme" or "runner")
        && x.U.Parts.Any(p => p.Text is "best" or "highest" or "lowest" or "newest" or "latest" or "most" or "up" || p.Is(Cue.BestPaid) || p.Is(Cue.LowestPaid) || p.Is(Cue.Newest) || p.Is(Cue.Oldest));

    public static Question? Similar(Understood x)
    {
        var at = x.U.IndexOf(Cue.Similar);
        if (at < 0 || (x.U[at].Text is "like this" or "like that" or "like it" or "alike" && !x.Any(Cue.Roles, Cue.Role, Cue.Anything, Cue.Find, Cue.More, Cue.Ones)))
            return null;
        var named = x.Targets.Where(t => t.IsNamed).Select(t => t.Target).Take(1).ToList();
        if (named.Count == 0 && x.U[at].Text.EndsWith("like", StringComparison.Ordinal) && !x.HasTarget)
            return null;
        if (named.Count == 0 && !x.HasFocus && x.Search.ToList() is { Count: > 0 } described)
            return new Question(Intent.Similar) { Targets = [new Target.Described([.. described])] };
        return new Question(Intent.Similar) { Targets = named.Count > 0 ? [named[0]] : [new Target.Focus()], Constraints = named.Count > 0 ? [] : [.. x.Search] };
    }

    /// <summary>"How many …" of roles; of years, engineers or holidays it is a question about one role or employer.</summary>
    public static Question? Count(Understood x)
    {
        if (IsCountOfEach(x))
            return new Question(Intent.Count) { Constraints = Refinement.IsNew(x) ? [] : x.Before.Constraints, Each = [.. x.Reads.Select(read => read.Constraint with { Negated = false })] };
        var at = x.U.IndexOf(Cue.HowMany);
        if (at < 0 && MostCommon(x) is { } common)
            return new Question(Intent.Count) { Constraints = Refinement.Merge(x, Searched(x)), By = common };
        if (at < 0)
            return By(x) is not { } by ? null
                : IsDivision(x) ? new Question(Intent.Count) { Constraints = x.Before.Constraints, By = by }
                : IsDivisionOfRoles(x) ? new Question(Intent.Count) { Constraints = Refinement.Merge(x, [.. x.Reads.Select(r => r.Constraint)]), By = by }
                : null;
        var next = x.U.After(at);
        if (next >= 0 && IsDuration(x.U[next]) && (x.Before.Role is not null || x.HasNamedTarget))
            return null;
        var ofRoles = next < 0 || x.U[next].HasConstraint || IsOfRoles(x.U[next]) || x.Any(Cue.Roles, Cue.Ones);
        var ofOne = x.U.Parts.Any(p => p.Field is RoleField.Experience && p.Text != "experience") || (next >= 0 && (x.U[next].IsUnknown || x.U[next].Is(Cue.Person)) && !x.U[next].HasConstraint && !x.Any(Cue.Roles, Cue.Ones));
        if (!ofRoles || ofOne)
            return null;
        if (IsOfEmployer(x))
            return new Question(Intent.Count) { Constraints = x.Before.Employer is { } name ? [new EmployerConstraint([name]), .. Searched(x)] : [new AmongConstraint(x.Before.Listed), .. Searched(x)], By = By(x) };
        // "How many Python roles are there, and where are they?"
        return new Question(Intent.Count) { Constraints = Refinement.Merge(x, Searched(x)), By = By(x) ?? (x.Field is RoleField.Location ? CountBy.City : null) };
    }

    /// <summary>"How many of your jobs are in Europe vs the US?", "how many remote versus hybrid roles": each is counted.</summary>
    public static bool IsCountOfEach(Understood x) =>
        x.Has(Cue.HowMany) && x.Has(Cue.Compare) && x.Reads.Count > 1 && x.Field is null or RoleField.Workplace && x.Reads.All(read => !read.Constraint.Negated && read.Constraint is not AmongConstraint)
        && Enumerable.Range(0, x.Reads.Count - 1).All(i => x.U.HasBetween(x.Reads[i].Last, x.Reads[i + 1].First, Cue.Compare) || x.U.HasGap(x.Reads[i].Last, x.Reads[i + 1].First, ','));

    /// <summary>"Which skill is asked for the most?", "the most common technologies", "top skills": how all roles divide.</summary>
    private static CountBy? MostCommon(Understood x)
    {
        if (x.Before.Role is not null || x.HasTarget || x.Any(Cue.BestPaid, Cue.LowestPaid, Cue.LeastExperience, Cue.MostExperience) || !x.U.Parts.Any(p => Common.Contains(p.Text)))
            return null;
        if (x.Field is RoleField.Skills)
            return CountBy.Skill;
        return x.U.Parts.Any(p => p.Text is "which city" or "what city" or "which cities" or "which town") ? CountBy.City
            : x.U.Parts.Any(p => p.Text is "which country" or "what country" or "which countries") ? CountBy.Country
            : null;
    }

    private static readonly HashSet<string> Common = [.. "most popular common commonest frequent demanded wanted sought-after top meisten haufigsten gefragtesten".Split(' ')];

    /// <summary>"How many days in the office", "combien de jours de télétravail": no number of roles.</summary>
    private static bool IsDuration(Part part) => Durations.Contains(part.Text.Split(' ')[0]);

    /// <summary>"How many roles do they have?" after an employer or its few roles were shown.</summary>
    private static bool IsOfEmployer(Understood x) =>
        !x.HasNamedTarget && x.U.Parts.Any(p => p.Is(Cue.They) || p.Text is "they") && (x.Before.Employer is not null || (x.Before.Listed.Count is > 0 and < 10 && x.Before.Constraints.Count > 0));

    /// <summary>"By level", "split them by country" after a list or a count.</summary>
    private static bool IsDivision(Understood x) =>
        (x.Before.Shown.Count + x.Before.Listed.Count > 0 || x.U.Parts.Any(IsDividing) || x.Any(Cue.All, Cue.Among)) && x is { U.HasConstraint: false, HasNamedTarget: false } && !x.Any(Cue.BestPaid, Cue.LowestPaid, Cue.Newest, Cue.Compare)
        && x.U.Parts.All(p => !p.IsUnknown || IsDividing(p) || p.Text is "sort");

    /// <summary>"Split the jobs by employment type", "remote roles by country": roles are named, and the division ends the sentence or is ordered.</summary>
    private static bool IsDivisionOfRoles(Understood x) =>
        x.Any(Cue.Roles, Cue.Ones) && !x.HasNamedTarget && !x.Any(Cue.BestPaid, Cue.LowestPaid, Cue.Newest, Cue.Compare) && x.U.Parts.All(p => !p.IsUnknown || IsDividing(p))
        && (x.U.Parts.Any(IsDividing) || Divisions.Any(x.U.Parts[^1].Is));

    private static bool IsDividing(Part part) => part.Text is "split" or "break" or "broken" or "breakdown" or "group" or "grouped" or "divide" or "divided" or "distribution" or "bucket";

    /// <summary>"Undo", "go back", "put it back": the search as it was before the last change; "bring python back" takes back that it was excluded.</summary>
    public static Question? Undo(Understood x)
    {
        if (TakenBack(x) is { } replaced)
            return replaced;
        if (!x.Has(Cue.Undo) || x.Any(Cue.Roles, Cue.Role, Cue.Person) || x.Before.Constraints.Count + x.Before.Previous.Count == 0)
            return null;
        if (x.Reads.Count == 0)
            return x.Field is null && !x.U.Parts.Any(p => p.IsUnknown) ? new Question(Intent.FindRoles) { Constraints = x.Before.Previous, Order = x.Before.Order } : null;
        if (x.U[x.U.IndexOf(Cue.Undo)].Is(Cue.Drop) || !x.Reads.All(r => x.Before.Constraints.Any(c => c.Negated && c.Key == (r.Constraint with { Negated = true }).Key)))
            return null;
        var back = x.Reads.Select(r => (r.Constraint with { Negated = true }).Key).ToHashSet(StringComparer.Ordinal);
        return new Question(Intent.FindRoles) { Constraints = [.. x.Before.Constraints.Where(c => !back.Contains(c.Key))], Order = x.Before.Order };
    }

    /// <summary>"Scratch that, US remote", "no, drop that, contract ones instead": the search before the last change, with what is asked for now.</summary>
    private static Question? TakenBack(Understood x)
    {
        var that = 1;
        while (that < x.U.Count && !(x.U[that - 1].Is(Cue.Drop) && x.U[that].Text is "that" or "it" or "this" && that + 1 < x.U.Count && x.U[that + 1].Gap is not ' '))
            that++;
        var said = x.Reads.Concat(x.Extra).Where(r => r.First > that).OrderBy(r => r.First).ToList();
        if (that >= x.U.Count || said.Count == 0 || x.Before.Constraints.Count + x.Before.Listed.Count == 0)
            return null;
        var left = x.Before.Previous.ToList();
        var excludes = Enumerable.Range(that + 1, x.U.Count - that - 1).Any(i => x.U[i].Is(Cue.Not));
        foreach (var read in said)
            Refinement.Apply(x, left, excludes ? read.Constraint : read.Constraint with { Negated = false });
        return new Question(Intent.FindRoles) { Constraints = [.. left], Order = x.Before.Order };
    }

    /// <summary>"Drop the location", "any level is fine", "forget about python"; an employer or skill that was not asked for is excluded instead.</summary>
    public static Question? Drop(Understood x)
    {
        var at = x.U.IndexOf(Cue.Drop);
        if (at < 0)
            at = x.U.IndexOf(Cue.Swap) is >= 0 and var swap && x.Before.Constraints.Count > 0 && x.Reads.Count > 1 ? swap : -1;
        if (x.Any(Cue.Roles, Cue.Role) && !x.Any(Cue.AnyOfKind) && at != x.U.FirstContent)
            return null;
        var dropped = at >= 0 && (at <= x.U.FirstContent + 1 || x.U[at].Gap is ',' || x.U[at - 1].Is(Cue.And) || x.U[at - 1].Is(Cue.But) || (x.U[at].Text.Contains(' ', StringComparison.Ordinal) && x.Before.Constraints.Count > 0));
        // "Any salary" wants no limit, "any paid ones" wants those that pay.
        var any = x.Has(Cue.AnyOfKind) && !x.Extra.Any(read => read.Constraint is StatedConstraint) && x.U.Parts.Any(p => p.Field is not null) && !x.U.HasConstraint && x.Before.Constraints.Count > 0;
        if (!dropped && !any)
            return null;
        return Removal.Without(x, dropped ? at : -1) is { } left ? new Question(Intent.FindRoles) { Constraints = left, Order = x.Before.Order } : null;
    }

    /// <summary>"The one paid by the hour", "the one needing a PhD", "the one at the game studio" of a list.</summary>
    public static Question? OneOfListed(Understood x)
    {
        var asked = x.Search.ToList();
        if (asked.Count == 0 && x.Field is null && TopicReader.Of(x.U, x.Targets).ToList() is { Count: > 0 } words)
            asked.Add(new WordsConstraint([.. words]));
        return x.Listed.Count > 1 && x.U.IndexOf(Cue.One) is >= 0 and <= 1 and var one && one + 1 < x.U.Count && asked.Count > 0 && !x.HasNamedTarget && !x.Any(Cue.Wh, Cue.Aux, Cue.Tell, Cue.Compare)
            ? new Question(Intent.FindRoles) { Constraints = x.Before.Constraints.Count > 0 ? Refinement.Merge(x, asked) : [new AmongConstraint(x.Listed), .. asked] }
            : null;
    }

    /// <summary>"Which pays more?", "the newest job", "top 3 best paid python roles".</summary>
    public static Question? Best(Understood x)
    {
        var order = Order(x);
        if (order is SearchOrder.Relevance || x.Targets.Any(t => t.IsNamed && t.Target is not Target.Described { Constraints: [EmployerConstraint] }) || x.Reads.Any(r => r.Constraint is PayConstraint pay && (pay.Min ?? pay.Max) is not null))
            return null;
        if (order is SearchOrder.Newest && x.U.Parts.Any(p => p.Is(Cue.Newest) && p.Text is "new" or "recent" or "recently" or "fresh") && x.Field is not null && !x.Has(Cue.Roles))
            return null;
        return new Question(Intent.FindRoles) { Constraints = Refinement.Merge(x, Searched(x)), Order = order, Top = Top(x) };
    }

    public static Question? Find(Understood x)
    {
        var constraints = Searched(x);
        var unused = Unused(x);
        var words = unused.Where(word => word.Length > ShortWord && word is not ("random" or "bring" or "recommend" or "suggest" or "advise" or "days" or "weeks" or "months")).ToList();
        if (constraints.All(IsOfWords) && words.Count > 0 && ((x.Before.Constraints.Count == 0 && (x.Any(Cue.Roles, Cue.Role, Cue.Anything) || (x.Any(Cue.Find) && x.Has(Cue.Anywhere)))) || Refinement.IsAmong(x)))
        {
            constraints = [.. constraints, .. words.Select(word => new WordsConstraint([word]))];
            unused = [.. unused.Except(words, StringComparer.Ordinal)];
        }

        if (constraints.Count == 0 && !x.Any(Cue.Roles, Cue.Role, Cue.Person, Cue.Anything, Cue.Ones) && (!x.Any(Cue.Find, Cue.Narrow, Cue.Here) || unused.Count > 0))
            return null;
        return new Question(Intent.FindRoles) { Constraints = Refinement.Merge(x, constraints), Unused = [.. unused], Order = Refinement.IsNew(x) ? SearchOrder.Relevance : x.Before.Order };
    }

    private static bool IsOfWords(Constraint constraint) => constraint is EitherConstraint { Name: not null };

    /// <summary>Content words that stand for nothing in the search.</summary>
    public static List<string> Unused(Understood x) =>
        [.. x.U.Parts.Where((p, i) => (p.IsUnknown && p.Text.Length > 2 && !x.Reads.Concat(x.Extra).Any(r => i >= r.First && i <= r.Last)) || IsNotBoth(x.U, i)).Select(p => p.Text is "both" ? "not both" : p.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>"Python or Ruby, but not both": what no search can ask.</summary>
    private static bool IsNotBoth(Utterance u, int i) => u[i].Text is "both" && i > 0 && u[i - 1].Is(Cue.Not) && u.Has(Cue.Or);

    private static List<Constraint> Searched(Understood x)
    {
        var background = Background.Of(x);
        List<Constraint> said = background.Count == 0 ? [.. x.Search] : [.. Alternatives.Joined(x.U, x.Reads.Concat(x.Extra).Where(read => !background.Contains(read)).OrderBy(r => r.First))];
        return Makers.Beside(x, said) is { } maker ? [.. said, maker] : said;
    }

    private static bool IsOfRoles(Part p) => p.Is(Cue.Roles) || p.Is(Cue.Role) || p.Is(Cue.Ones) || p.Is(Cue.Among) || p.Is(Cue.All) || p.Is(Cue.Here) || p.Is(Cue.Aux) || p.Is(Cue.Find) || p.Is(Cue.LimitedTo) || p.Is(Cue.Uses);

    private static readonly Cue[] Divisions = [Cue.ByEmployer, Cue.ByCity, Cue.ByCountry, Cue.ByWorkplace, Cue.BySeniority, Cue.ByDiscipline, Cue.BySkill, Cue.ByEmployment];

    private static CountBy? By(Understood x) =>
        x.Has(Cue.ByEmployer) ? CountBy.Employer
        : x.Has(Cue.ByCity) ? CountBy.City
        : x.Has(Cue.ByCountry) ? CountBy.Country
        : x.Has(Cue.ByWorkplace) ? CountBy.Workplace
        : x.Has(Cue.BySeniority) ? CountBy.Seniority
        : x.Has(Cue.ByDiscipline) ? CountBy.Discipline
        : x.Has(Cue.BySkill) ? CountBy.Skill
        : x.Has(Cue.ByEmployment) ? CountBy.Employment
        : null;

    /// <summary>"New people", "a new hire" are not the newest roles.</summary>
    private static bool IsOfPeople(Understood x) =>
        x.U.IndexOf(Cue.Newest) is >= 0 and var i && x.U[i].Text is "new" or "recent" or "fresh" && (x.U.IsAfter(i, Cue.Person) || (i + 1 < x.U.Count && x.U[i + 1].Text.StartsWith("out", StringComparison.Ordinal)) || x.U.After(i) is >= 0 and var k && x.U[k].Text is "grad" or "grads" or "graduate" or "graduates" or "hire" or "hires" or "joiner" or "joiners" or "starter" or "starters" or "employee" or "employees");

    private static SearchOrder Order(Understood x) =>
        x.Has(Cue.BestPaid) ? SearchOrder.BestPaid
        : x.Has(Cue.LowestPaid) || (x.Before.Order is SearchOrder.BestPaid && x.U.Parts.Any(p => p.Text is "worst" or "lowest" or "schlechteste" or "pire" or "peor" or "pior")) ? SearchOrder.LowestPaid
        : x.Has(Cue.Oldest) ? SearchOrder.Oldest
        : x.Has(Cue.LeastExperience) ? SearchOrder.LeastExperience
        : x.Has(Cue.MostExperience) ? SearchOrder.MostExperience
        : x.Has(Cue.Newest) && !IsOfPeople(x) && !x.Reads.Any(r => r.Constraint is PostedConstraint) ? SearchOrder.Newest
        : SearchOrder.Relevance;

    /// <summary>"The three newest", "most recent five".</summary>
    private static int? Few(Utterance u, int i) => i < 0 || i >= u.Count ? null : (u[i].Text.StartsWith("the ", StringComparison.Ordinal) ? u[i].Text["the ".Length..] : u[i].Text) switch
    {
        "two" or "2" => 2,
        "three" or "3" => 3,
        "four" or "4" => 4,
        "five" or "5" => 5,
        "ten" or "10" => 10,
        _ => null,
    };

    private static int Top(Understood x)
    {
        for (var i = 0; i + 1 < x.U.Count; i++)
        {
            if (x.U[i].Text is "top" or "best" or "first" && int.TryParse(x.U[i + 1].Text, out var number) && number is > 0 and <= 50)
                return number;
        }

        var at = new[] { Cue.BestPaid, Cue.LowestPaid, Cue.Newest, Cue.Oldest, Cue.LeastExperience, Cue.MostExperience }.Max(cue => x.U.IndexOf(cue));
        // "And the worst?"
        if (at < 0)
            return 1;
        if ((Few(x.U, at + 1) ?? Few(x.U, at - 1)) is { } few)
            return few;
        var sorted = x.U[at].Text.Contains("by ", StringComparison.Ordinal) || x.U[at].Text is "new" or "recent" or "recently" or "fresh" or "recently posted" or "posted recently" || x.U[at].Text.EndsWith("first", StringComparison.Ordinal);
        return x.Any(Cue.Roles, Cue.Ones, Cue.Anything) && !x.Any(Cue.Among) || sorted ? 0 : 1;
    }
}
