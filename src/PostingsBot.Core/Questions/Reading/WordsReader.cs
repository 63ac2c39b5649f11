using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// What a search asks beyond the vocabularies: words that no vocabulary knows must stand in the role's text, fields must be stated. Ordinary English words count only
/// where content stands: after "with", "about", "involve" and the like, or before a word for roles.
/// </summary>
internal static class WordsReader
{
    /// <summary>Words of so few letters are chat or fillers far more often than content.</summary>
    private const int ShortWord = 3;

    /// <summary>Words that name somebody by the work, of whatever trade.</summary>
    public static readonly HashSet<string> Titles =
    [
        .. ("manager director architect consultant analyst administrator assistant officer coordinator recruiter accountant technician lead president cto ceo cfo coo vp chief operator representative executive advisor "
            + "trainer tester writer editor designer scientist specialist nurse teacher driver secretary clerk controller buyer planner strategist evangelist advocate").Split(' '),
    ];

    private static readonly HashSet<string> Offices = ["office", "in office", "the office", "in the office", "bureau", "buro", "oficina", "escritorio"];

    public static IEnumerable<Read> Of(Utterance u, IReadOnlyList<Read> reads)
    {
        var taken = -1;
        for (var i = 0; i < u.Count; i++)
        {
            if (i <= taken || reads.Any(r => (i >= r.First && i <= r.Last) || (r.Constraint is PaidPerConstraint && u[i].Field is RoleField.Pay)))
                continue;
            if (u[i] is { Text: "coding" or "programming" or "programmieren" or "programmer" or "programar", HasConstraint: false } && u.IsNegated(i) && u[i - 1].Text is "without" or "no" or "non" or "ohne" or "kein" or "sans" or "sin" or "sem")
                yield return new Read(i, i, new DisciplineConstraint(["software"]) { Negated = true });
            else if (u[i].Text is "startup" or "startups" or "start up" or "start ups" && IsWhere(u, i))
                yield return new Read(i, i, TextTerms.Startup with { Negated = u.IsNegated(i) });
            else if (u[i] is { Text: "technical" or "tech" or "techie", HasConstraint: false } && u.After(i) is var noun && (noun < 0 || u[noun].Is(Cue.Roles) || u[noun].Is(Cue.Role) || u[noun].Is(Cue.Ones) || u[noun].Is(Cue.Person)))
                yield return new Read(i, i, new DisciplineConstraint(["software"]) { Negated = u.IsNegated(i) });
            else if (u[i] is { Text: "admin" or "admins", HasConstraint: false })
                yield return new Read(i, i, new EitherConstraint([new DisciplineConstraint(["administration"]), new TitleConstraint(["admin"])]) { Name = "admin", Negated = u.IsNegated(i) });
            else if ((Titles.Contains(u[i].Text) || Titles.Contains(u[i].Text.TrimEnd('s'))) && !u[i].HasConstraint)
                yield return new Read(i, i, new TitleConstraint([Titles.Contains(u[i].Text) ? u[i].Text : u[i].Text.TrimEnd('s')]) { Negated = u.IsNegated(i) });
            else if (IsNamedOffice(u, i))
                yield return new Read(i - 1, i, new WordsConstraint([u[i - 1].Text, u[i].Text]) { Negated = u.IsNegated(i - 1) });
            else if ((Offices.Contains(u[i].Text) || (u[i].Field is RoleField.Workplace && u[i].Text.EndsWith(" office", StringComparison.Ordinal) && u[i].Text is not "home office")) && !u[i].HasConstraint)
                yield return new Read(i, i, IsBesideRemote(reads) ? new WordsConstraint(["office"]) { Negated = u.IsNegated(i) } : new WorkplaceConstraint([Workplace.Onsite]) { Negated = u.IsNegated(i) });
            else if (u[i].Text is "management" && ((u.Before(i) is >= 0 and var wish && u[wish].Is(Cue.Find) && (u.EndsSentence(i) || u[i + 1].Gap is ',')) || u.IsAfter(i, Cue.Roles) || u.IsAfter(i, Cue.Role) || u.IsNegated(i) || i + 1 == u.Count && u.Count <= 3))
                yield return new Read(i, i, new TitleConstraint(["manager"]) { Negated = u.IsNegated(i) });
            else if (SpokenLanguageReader.At(u, i) is { } language)
            {
                taken = language.Last;
                yield return language;
            }
            else if (IsTerm(u, i) && reads.Any(r => r.Constraint is EmploymentConstraint))
                yield return new Read(i - 1, i, new WordsConstraint([u[i - 1].Text, u[i].Text]) { Negated = u.IsNegated(i - 1) });
            else if (YearsReader.At(u, i) is { } years)
                yield return new Read(i - 1, i, years with { Negated = u.IsNegated(i - 1) && !YearsReader.IsDeniedBound(u, i) });
            else if (HoursReader.At(u, i) is var (employment, last))
                yield return new Read(i - 1, taken = last, employment with { Negated = u.IsNegated(i - 1) });
            else if (StatedFields.Of(u, i) is { } asked && !(asked is (RoleField.Pay, true) && reads.Any(r => r.Constraint is PayConstraint)))
                yield return new Read(i, i, new StatedConstraint(asked.Field) { Negated = !asked.Stated });
            else if (u[i].Text is "paid" && IsPaidRole(u, i))
                yield return new Read(i, i, new StatedConstraint(RoleField.Pay) { Negated = u.IsNegated(i) });
            else if (u[i].Field is RoleField.Visa && u[i].Text.EndsWith("clearance", StringComparison.Ordinal))
                yield return new Read(i, i, new WordsConstraint(["clearance"]) { Negated = u.IsNegated(i) });
            else if (u[i].Field is RoleField.Degree && DegreeLevels.Of(u[i].Text) is { } level)
                yield return new Read(i, i, level with { Negated = u.IsNegated(i) });
            else if (u[i].Field is { } field && IsStated(u, i, field, reads))
            {
                if (IsVisa(u[i]) && ((i > 0 && IsVisa(u[i - 1])) || (i > 1 && IsVisa(u[i - 2]))))
                    continue;
                if (IsRefusal(u, i))
                    yield return new Read(i, i, new StatedConstraint(field));
                yield return new Read(i, i, new StatedConstraint(field) { Negated = u.IsNegated(i) || IsOptional(u, i, field), IsOffered = IsVisa(u[i]) });
            }
            else if (u[i].Field is RoleField.EligibleFrom && u[i].Text.Contains("zone", StringComparison.Ordinal) && u.IsNegated(i))
                yield return new Read(i, i, new EitherConstraint([new WordsConstraint(["time", "zone"]), new WordsConstraint(["timezone"])]) { Name = "time zone", Negated = true });
            else if (u[i].Is(Cue.OutOfScope) && u[i].Text is "my dog" && (u.Has(Cue.Roles) || u.Parts.Any(p => p.Text is "anyone" or "anybody" or "anywhere")))
                yield return new Read(i, i, new WordsConstraint(["dog"]));
            else if (IsYearOfRole(u, i))
                yield return new Read(i, i, new WordsConstraint([u[i].Text]) { Negated = u.IsNegated(i) });
            else if (u[i].IsUnknown && InTitle(u, i) is { } end)
            {
                taken = end;
                yield return new Read(i, end, new TitleConstraint([u[i].Text]) { Negated = u.IsNegated(i) });
            }
            else if (u[i].IsUnknown && IsContent(u, i) && !StatedFields.IsMissing(u, i))
                yield return new Read(i, i, new WordsConstraint([u[i].Text]) { Negated = u.IsNegated(i), NamesWork = NamesWork(u, i) });
        }
    }

    /// <summary>"Where a degree is optional".</summary>
    private static bool IsOptional(Utterance u, int i, RoleField field) =>
        field is RoleField.Degree && Enumerable.Range(i + 1, Math.Min(2, u.Count - i - 1)).Any(k => u[k].Is(Cue.NotNeeded) && !u.EndsSentence(k - 1) && u[k].Text is "optional" or "nice to have" or "a plus" or "is a plus" or "a bonus");

    /// <summary>"Summer internships 2026": the year belongs to the roles, not to when they were posted.</summary>
    private static bool IsYearOfRole(Utterance u, int i) =>
        u[i] is { HasConstraint: false, Text: ['2', '0', >= '0' and <= '9', >= '0' and <= '9'] } && i > 0 && (u[i - 1].Term is EmploymentConstraint or SeniorityConstraint || u[i - 1].Is(Cue.Roles));

    /// <summary>"With 'platform' in the title", "growth in its name".</summary>
    public static int? InTitle(Utterance u, int i)
    {
        if (i + 1 >= u.Count || !u[i + 1].Text.StartsWith("in", StringComparison.Ordinal))
            return null;
        for (var k = i + 1; k < u.Count && k <= i + 3; k++)
        {
            if (u[k].Text.Split(' ')[^1] is "title" or "titles" or "name" or "titel" or "titre" or "titulo")
                return k;
        }

        return null;
    }

    /// <summary>"Election office jobs": the office of something is no way of working.</summary>
    private static bool IsNamedOffice(Utterance u, int i) =>
        i > 0 && u[i] is { Text: "office" or "offices", Gap: ' ', HasConstraint: false } && u[i - 1].IsUnknown && (u.IsAfter(i, Cue.Roles) || u.IsAfter(i, Cue.Role));

    /// <summary>"Contract, 6 months", "a 12-month internship": how long it runs stands in no field.</summary>
    private static bool IsTerm(Utterance u, int i) =>
        u[i] is { Text: "months" or "month" or "weeks" or "monate" or "mois" or "meses", HasConstraint: false } && i > 0 && u[i - 1].Text.All(char.IsAsciiDigit);

    /// <summary>"Paid internships", "any paid ones": those that state what they pay.</summary>
    private static bool IsPaidRole(Utterance u, int i) =>
        u.After(i) is >= 0 and var k && (u[k].Is(Cue.Roles) || u[k].Is(Cue.Role) || u[k].Is(Cue.Ones) || u[k].Term is EmploymentConstraint or SeniorityConstraint)
        && !u.Has(Cue.BestPaid) && !u.Has(Cue.LowestPaid) && !(i > 0 && u[i - 1].Text is "best" or "well" or "highly" or "better" or "top" or "least" or "lowest" or "highest" or "get" or "getting" or "be" or "are" or "is");

    /// <summary>"Jobs at startups", "startup jobs": what kind of employer a role is at.</summary>
    private static bool IsWhere(Utterance u, int i) =>
        (u.Before(i) is >= 0 and var k && (u[k].Is(Cue.At) || u[k].Is(Cue.In)) && u.Has(Cue.Roles)) || u.IsAfter(i, Cue.Roles) || u.IsNegated(i);

    private static bool IsStated(Utterance u, int i, RoleField field, IReadOnlyList<Read> reads)
    {
        if (u[i].HasConstraint || u[i].Text is "how much" or "school" or "university" or "college" && !Asks(u, i) && !u.IsNegated(i))
            return false;
        if (u[i].Text is "graduate" or "graduated" && !u.IsNegated(i) && !(u.Before(i) is >= 0 and var asking && u[asking].Is(Cue.Uses)))
            return false;
        return field switch
        {
            RoleField.Degree or RoleField.Visa => true,
            RoleField.Pay => !reads.Any(r => r.Constraint is PayConstraint) && !u.Has(Cue.BestPaid) && !u.Has(Cue.LowestPaid) && u[i].Text is not ("pay" or "pays" or "paid" or "paying") | Asks(u, i),
            RoleField.NiceToHave => Asks(u, i) && !reads.Any(r => r.Constraint is SkillConstraint),
            RoleField.Benefits or RoleField.ValidThrough => Asks(u, i),
            RoleField.Experience => u[i].Text is not "experience" and not "years" && Asks(u, i),
            _ => false,
        };
    }

    /// <summary>Who asks for roles with a visa wants to be given one, unlike who asks for those with a clearance.</summary>
    private static bool IsVisa(Part part) => part.Field is RoleField.Visa && (part.Text.Contains("vis", StringComparison.Ordinal) || part.Text.Contains("sponsor", StringComparison.Ordinal) || part.Text is "h1b" or "h-1b");

    /// <summary>"Roles that say they don't sponsor visas": those that are silent are not meant.</summary>
    private static bool IsRefusal(Utterance u, int i) =>
        IsVisa(u[i]) && u.IsNegated(i) && (u.Conversation.Listed.Count > 1 && u[0].Text.StartsWith("which", StringComparison.Ordinal) || u.Parts.Take(i).Any(p => p.Text is "will" or "say" or "says" or "state" or "states" or "they say" or "they state" or "mention" or "mentions" or "explicitly" or "outright" or "expressly" or "clearly"));

    private static bool Asks(Utterance u, int i) => u.Before(i) is >= 0 and var k && (u[k].Is(Cue.Uses) || u[k].Is(Cue.Not) || u[k].Is(Cue.Only));

    /// <summary>"I am moving in spring": when, and of whom.</summary>
    private static readonly HashSet<string> Seasons = [.. "spring summer autumn fall winter fruhling fruhjahr sommer herbst printemps ete automne hiver primavera verano otono invierno verao outono inverno".Split(' ')];

    /// <summary>A word that asks something of a role, or one of its compound: "parental leave", "unlimited pto", "early-stage".</summary>
    private static bool IsContent(Utterance u, int i)
    {
        if (u[i].Text is "needed" or "required" or "necessary" or "possible" or "available" or "days" or "hours" or "weeks" or "months" or "random" or "bring" or "bringing" || (u[i].Text is "friendly" && i > 0 && u[i - 1].HasConstraint) || (Seasons.Contains(u[i].Text) && i > 0 && (u[i - 1].Is(Cue.In) || u[i - 1].Text is "this" or "next" or "by")))
            return false;
        if (StandsAsContent(u, i) || (i + 1 < u.Count && u[i + 1] is { IsUnknown: true, Gap: '-' } && StandsAsContent(u, i + 1)))
            return true;
        if (u[i].Text.Length < ShortWord || (u[i].Text.Length == ShortWord && WordLists.IsOrdinary(u[i].Text)))
            return false;
        for (var k = i; k > 0 && u[k].Gap is ' ' or '-' && u[k - 1].IsUnknown; k--)
        {
            if (StandsAsContent(u, k - 1))
                return true;
        }

        return false;
    }

    private static bool StandsAsContent(Utterance u, int i)
    {
        if (u[i].Text.Length <= ShortWord && !IsAcronym(u, i))
            return false;
        if (!WordLists.IsOrdinary(u[i].Text))
            return true;
        var before = u.Before(i);
        var after = u.After(i);
        return u.Parts.All(p => p.IsUnknown || p.Said.Count == 0 || p.Is(Cue.Roles) || (p.Is(Cue.Not) && u.Conversation.Constraints.Count > 0))
            || (before >= 0 && IsContentAfter(u[before]) && !u.HasGap(before, i, ','))
            || (i > 0 && u[i - 1].Text is "no" or "zero" && u.Has(Cue.Roles))
            || IsAlternative(u, i, before)
            || (after >= 0 && (u[after].Is(Cue.Roles) || u[after].Is(Cue.Role) || u[after].Is(Cue.Ones) || IsTradeOf(u, after)) && u[after].Gap is ' ' && after == i + 1);
    }

    /// <summary>"Garden startup": all that is said is the trade of an employer.</summary>
    private static bool IsTradeOf(Utterance u, int company) =>
        u[company].Is(Cue.Company) && u[company].Text is "startup" or "company" or "firm" or "business" or "employer" && u.Conversation.Role is null && !u.Parts.Any(p => p.Is(Cue.Wh) || p.Is(Cue.Aux) || p.Is(Cue.Tell) || p.Is(Cue.Employers));

    /// <summary>"Remote with an office in London": the role is not done in it.</summary>
    private static bool IsBesideRemote(IReadOnlyList<Read> reads) =>
        reads.Any(r => r.Constraint is WorkplaceConstraint { Negated: false } c && (c.AnyOf.Contains(Workplace.Remote) || c.AnyOf.Contains(Workplace.Hybrid)));

    /// <summary>"Mentioning beekeeping, falconry or origami": the second is content as the first is.</summary>
    private static bool IsAlternative(Utterance u, int i, int before)
    {
        var or = before >= 0 && u[before].Is(Cue.Or);
        var first = or ? u.Before(before) : before;
        return first >= 0 && u[first].IsUnknown && (or || (u[i].Gap is ',' && u.After(i) is >= 0 and var next && u[next].Is(Cue.Or))) && IsContent(u, first);
    }

    /// <summary>"Growth roles", "growth": as against "with growth", "involving growth".</summary>
    private static bool NamesWork(Utterance u, int i) =>
        u.Before(i) is var before && (before < 0 || !IsContentAfter(u[before])) && (u.Parts.All(p => p.IsUnknown) || (u.After(i) is >= 0 and var after && (u[after].Is(Cue.Roles) || u[after].Is(Cue.Role) || u[after].Is(Cue.Ones))));

    /// <summary>"ERP", or a short word that is all there is: "erp jobs".</summary>
    private static bool IsAcronym(Utterance u, int i) =>
        u[i].Text.Length > 1 && ((u.Written(i, i).All(char.IsUpper) && !u.IsShouted) || (u[i].Text.Length == ShortWord && u.Parts.All(p => !p.HasConstraint) && u.Parts.Count(p => p.IsUnknown) == 1 && (u.Count == 1 || u.IsAfter(i, Cue.Roles))));

    private static bool IsContentAfter(Part part) =>
        part.Text is "with" or "about" or "on" or "involve" or "involves" or "involving" or "mention" or "mentions" or "mentioning" or "mentioned" or "using" or "use" or "uses" or "related to"
            or "around" or "based on" or "focused on" or "in" or "com" or "con" or "mit" or "avec" or "dealing with" or "touch" or "except" or "without" or "featuring" or "work with" or "working with" or "say" or "says"
            or "need" or "needs" or "needing" or "require" or "requires" or "requiring" or "offer" or "offers" or "offering" or "include" or "includes" or "including" or "has" or "having";
}
