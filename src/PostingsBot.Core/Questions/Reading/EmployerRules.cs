namespace PostingsBot.Core.Questions.Reading;

/// <summary>Questions that ask for employers rather than roles.</summary>
internal static class EmployerRules
{
    /// <summary>"Which of these has no role listed here?" after employers; "which companies have no openings?"</summary>
    public static Question? WithoutRoles(Understood x)
    {
        var role = Role(x);
        if (role < 0 || !x.U.IsNegated(role))
            return null;
        var asksEmployers = x.Has(Cue.Employers) || (x.Before.Employers.Count > 0 && x.Any(Cue.Among, Cue.They, Cue.One, Cue.Ones, Cue.Wh));
        return asksEmployers ? new Question(Intent.Employers) { WithoutRoles = true, Constraints = OfListed(x) } : null;
    }

    /// <summary>"Do any of them have a role in this catalogue?" after employers.</summary>
    public static Question? RolesOfListed(Understood x)
    {
        if (x.Before.Employers.Count == 0 || x.HasNamedTarget || x.Has(Cue.Employers) || !(x.Any(Cue.Among, Cue.They, Cue.All, Cue.Ones) || x.Any(Cue.One)))
            return null;
        return Role(x) >= 0 || x.Any(Cue.Find) || x.U.HasConstraint
            ? new Question(Intent.FindRoles) { Constraints = [new EmployerConstraint(x.Before.Employers), .. x.Search] }
            : null;
    }

    /// <summary>"Other jobs at this company?"</summary>
    public static Question? RolesOfFocus(Understood x) =>
        x.Before.Employer is { } employer && x.Has(Cue.Roles) && !x.HasNamedTarget && x.U.Parts.Any(p => p.Is(Cue.They) && p.Text is not "there")
            ? new Question(Intent.FindRoles) { Constraints = [new EmployerConstraint([employer]), .. x.Search] }
            : null;

    public static Question? Employers(Understood x)
    {
        if (IsWhoHires(x))
            return new Question(Intent.Employers) { LeastRoles = LeastRoles(x) };
        var at = x.U.IndexOf(Cue.Employers);
        if (at < 0)
            at = OfTrade(x);
        // "No startups": what kind of employer a role shall not be at.
        if (at >= 0 && x.Extra.Any(r => r.First <= at && at <= r.Last))
            return null;
        if (at < 0 || x.HasNamedTarget || (x.Has(Cue.Roles) && !IsAsked(x, at)) || x.U[at].Field is RoleField.Employer && x.HasTarget)
            return null;
        if (x.U[at].Text is "what company" or "which company" or "which employer" or "what employer" && x.Search.All(c => c is WordsConstraint) && (x.HasTarget || x.Before.Role is not null) && !x.Any(Cue.Roles, Cue.Person))
            return null;
        var least = LeastRoles(x);
        var topic = TopicReader.Of(x.U, x.Targets).Where(w => !IsCueWord(x, w) && !(least > 0 && Amounts.Contains(w))).ToList();
        var constraints = x.Reads.Select(r => r.Constraint).Concat(x.Extra.Select(e => e.Constraint).Where(c => c is StatedConstraint)).ToList();
        return new Question(Intent.Employers) { Constraints = [.. constraints], Topic = [.. topic], LeastRoles = least };
    }

    private static readonly HashSet<string> Amounts = ["most", "several", "multiple", "many", "two", "more", "than"];

    /// <summary>"Companies with more than one opening": two; "with the most openings", "who hires most": one, since the most come first.</summary>
    private static int LeastRoles(Understood x)
    {
        var said = string.Join(' ', x.U.Parts.Select(p => p.Text));
        if (x.Has(Cue.Roles) || x.Has(Cue.Role))
        {
            if (Several.Any(said.Contains))
                return 2;
            if (x.U.Parts.Any(p => p.Text is "most" or "the most"))
                return 1;
        }

        return x.U.Parts.Any(p => p.Is(Cue.Find) && p.Text.Contains("hir", StringComparison.Ordinal)) && x.U.Parts.Any(p => p.Text is "most" or "the most") ? 1 : 0;
    }

    private static readonly string[] Several = ["more than one", "more than a ", "at least two", "at least 2", "two or more", "2 or more", "several", "multiple", "more than 1"];

    /// <summary>"Who is hiring right now?" and nothing else; "who is hiring Go people?" asks for roles.</summary>
    private static bool IsWhoHires(Understood x) =>
        x is { Reads.Count: 0, Extra.Count: 0, HasTarget: false } && x.U.Parts.Any(p => p.Text is "who is hiring" or "who hires" or "who are hiring" or "who is recruiting") && !x.U.Parts.Any(p => p.IsUnknown);

    /// <summary>"Any telehealth company?": a word for the trade stands inside "any company".</summary>
    private static int OfTrade(Understood x)
    {
        for (var i = 2; i < x.U.Count; i++)
        {
            if (x.U[i].Text is "company" or "startup" or "firm" or "employer" or "business" && (x.U[i - 1].IsUnknown || x.U[i - 1].HasConstraint) && x.U[i - 2].Text is "any" or "which" or "what" or "a" or "an")
                return x.Any(Cue.Roles, Cue.Role, Cue.Me) ? -1 : i;
        }

        return -1;
    }

    private static ValueList<Constraint> OfListed(Understood x) =>
        x.Before.Employers.Count > 0 && !x.Has(Cue.Employers) ? [new EmployerConstraint(x.Before.Employers)] : [];

    /// <summary>"Which companies have python jobs": the companies are asked for, not the jobs.</summary>
    private static bool IsAsked(Understood x, int at) => x.U.IndexOf(Cue.Roles) > at;

    private static int Role(Understood x) => Math.Max(x.U.IndexOf(Cue.Roles), x.U.IndexOf(Cue.Role));

    /// <summary>Words that steer or are constraints already say nothing of the employers' trade.</summary>
    private static bool IsCueWord(Understood x, string word) =>
        x.U.Parts.Any(p => (p.Said.Count > 0 || p.HasConstraint) && p.Text.Split(' ').Contains(word) && !(p.Field is not null && p.Said.Count == 1 && p.End - p.First == 1));
}
