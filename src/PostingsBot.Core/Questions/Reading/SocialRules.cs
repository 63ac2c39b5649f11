using PostingsBot.Core.Questions.Subscribing;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Greetings, thanks, help, starting over, and what is none of the bot's business.</summary>
internal static class SocialRules
{
    public static Question? Greeting(Understood x) => Only(x, Cue.Greeting) ? new Question(Intent.Greeting) : null;

    public static Question? Thanks(Understood x) => Only(x, Cue.Thanks) ? new Question(Intent.Thanks) : null;

    public static Question? Help(Understood x) =>
        Only(x, Cue.Help) || (x.Has(Cue.Help) && !IsAboutRoles(x) && x.U.Parts.Any(p => p.Is(Cue.Help) && p.End - p.First > 2)) ? new Question(Intent.Help) : null;

    public static Question? StartOver(Understood x) => x.Has(Cue.StartOver) && !x.U.HasConstraint && !x.Has(Cue.Roles) ? new Question(Intent.StartOver) : null;

    /// <summary>The weather, jokes, sums: unless roles or an employer are spoken of as well.</summary>
    public static Question? OutOfScope(Understood x) =>
        IsSum(x) || IsTask(x) || IsChore(x) || (x.Has(Cue.OutOfScope) && IsNoneOfOurs(x) && !IsOfRoleInFocus(x)) ? new Question(Intent.OutOfScope) : null;

    /// <summary>"Write me a cover letter for Crunch", "could you translate this": work that is asked of the machine, whatever it is about.</summary>
    private static bool IsTask(Understood x)
    {
        var i = x.U.FirstContent;
        while (i < x.U.Count && (x.U[i].Is(Cue.Aux) || x.U.IsFiller(i)))
            i++;
        return x.StartsWith(i, Cue.Task);
    }

    /// <summary>"Fix my printer": an order about the asker's own things.</summary>
    private static bool IsChore(Understood x) =>
        x.U.FirstContent is var i && i + 2 < x.U.Count && x.U[i].IsUnknown && x.U[i + 1].Text is "my" or "our" && x.U[i + 2].IsUnknown && x is { HasTarget: false, Reads.Count: 0, Field: null };

    /// <summary>"Do they want dog lovers?" of the role or employer in focus.</summary>
    private static bool IsOfRoleInFocus(Understood x) => x.HasTarget && (x.Before.Role is not null || x.Before.Employer is not null) && x.IsAsking && !x.StartsWith(x.U.FirstContent, Cue.OutOfScope);

    private static bool IsNoneOfOurs(Understood x) =>
        (x.StartsWith(x.U.FirstContent, Cue.OutOfScope) && !x.Any(Cue.Roles, Cue.Role) && !x.HasNamedTarget) || (!x.Any(Cue.Roles, Cue.Role, Cue.Person, Cue.Ones, Cue.Employers) && x.Extra.Count == 0 && !x.HasNamedTarget && !x.U.Parts.Any(IsOfRoles));

    /// <summary>"What is 2+2?"</summary>
    private static bool IsSum(Understood x) =>
        x is { HasTarget: false, Field: null, HasFocus: false } && !x.U.HasConstraint && x.IsAsking && x.U.Parts.Any(p => char.IsDigit(p.Text[0])) && !x.U.Parts.Any(p => p.IsUnknown) && !x.Any(Cue.Roles, Cue.Role, Cue.HowMany, Cue.Employers);

    /// <summary>To be told of new roles of which these words speak. A day that ended today would leave out all that is to come.</summary>
    public static Question Subscription(Understood x) => new(Intent.Subscribe)
    {
        Constraints = [.. Refinement.Merge(x, [.. x.Search]).Select(c => c is PostedConstraint { Negated: false, From: not null } posted && posted.To == x.Today ? posted with { To = null } : c)],
        Unused = [.. ListRules.Unused(x)],
    };

    public static Question? Subscribe(Understood x)
    {
        var i = x.U.IndexOf(Cue.Subscribe);
        if (i < 0 || (x.U[i].Text is "daily" or "follow" or "weekly" or "alert" or "alerts" && !x.Any(Cue.Find, Cue.Roles, Cue.Role) && x.U.Count > 2))
            return null;
        if (x.U[i].Text is "every day" or "daily" or "each day" or "weekly" or "every week" && x.U.Parts.Any(p => p.Is(Cue.Wh) && p.Text is not "which") && !x.Has(Cue.Roles))
            return null;
        if (x.U[i].Text is "daily" or "weekly" && i + 1 < x.U.Count && OtherRhythms.IsOfRole(x.U[i + 1].Text) && !x.U[i + 1].Is(Cue.Roles))
            return null;
        return Subscription(x);
    }

    /// <summary>Nothing but this cue, politeness and small words.</summary>
    private static bool Only(Understood x, Cue cue) =>
        x.Has(cue) && x.U.Parts.All(p => p.Is(cue) || p.Is(Cue.Greeting) || p.Is(Cue.Thanks) || p.Is(Cue.Now) || p.Text is "bot" or "there" or "me" or "all" or "everyone" or "team" or "that" or "you" or "very much" or "so" or "much" or "for" or "please" or "a" or "lot" or "the" or "your" or "it" or "help" || (p is { IsUnknown: false, HasConstraint: false, Said.Count: 0 }));

    private static bool IsAboutRoles(Understood x) => x.U.HasConstraint || x.Any(Cue.Roles, Cue.Role);

    private static bool IsOfRoles(Part p) => p.Term is SkillConstraint or DisciplineConstraint or SeniorityConstraint or WorkplaceConstraint || (p.Field is RoleField.Pay or RoleField.Degree or RoleField.Benefits or RoleField.Apply && p.Text is not ("how much" or "resume"));
}
