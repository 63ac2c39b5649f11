namespace PostingsBot.Core.Questions.Reading;

/// <summary>The intents, tried in this order; the first that fits decides.</summary>
internal static class Intents
{
    private static readonly Func<Understood, Question?>[] Rules =
    [
        SocialRules.Greeting,
        SocialRules.Thanks,
        SocialRules.Help,
        SocialRules.StartOver,
        SocialRules.Subscribe,
        SocialRules.OutOfScope,
        ListRules.Undo,
        ListRules.FirstPage,
        ListRules.More,
        ListRules.Similar,
        CompareRules.Compare,
        EmployerRules.WithoutRoles,
        EmployerRules.RolesOfListed,
        EmployerRules.RolesOfFocus,
        EmployerRules.Employers,
        ListRules.Count,
        ListRules.Drop,
        ListRules.Best,
        RoleRules.WhyNot,
        RoleRules.PayAgain,
        RoleRules.Age,
        RoleRules.SameOfAnother,
        ListRules.OneOfListed,
        RoleRules.AboutOne,
        ListRules.Find,
    ];

    public static Question Decide(Understood x)
    {
        foreach (var rule in Rules)
        {
            if (rule(x) is { } question)
                return question;
        }

        return new Question(Intent.Unclear);
    }
}
