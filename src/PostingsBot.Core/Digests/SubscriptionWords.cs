using PostingsBot.Core.Answers;

namespace PostingsBot.Core.Digests;

/// <summary>How a subscription is spoken of.</summary>
public static class SubscriptionWords
{
    /// <summary>What it asks for, as chips say it: "Rust, senior, can be done from Germany".</summary>
    public static string NameOf(Subscription subscription) =>
        subscription.Question.Constraints.Count == 0 ? "all roles" : string.Join(", ", subscription.Question.Constraints.Select(constraint => constraint.Label));

    /// <summary>What to say to search for all of it.</summary>
    public static string SearchOf(Subscription subscription) =>
        subscription.Question.Constraints.Count == 0 ? "newest roles" : string.Join(", ", subscription.Question.Constraints.Select(Wording.RolesWith));
}
