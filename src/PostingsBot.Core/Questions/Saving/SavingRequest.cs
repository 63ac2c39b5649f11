namespace PostingsBot.Core.Questions.Saving;

public enum SavingAction
{
    /// <summary>"Save this role": the question's targets say which.</summary>
    Save,

    /// <summary>"Unsave the second", "remove all my saved roles"; without a target all are meant.</summary>
    Remove,

    /// <summary>"My saved roles".</summary>
    List,
}

/// <summary>What is to be done about saved roles.</summary>
public sealed record SavingRequest(SavingAction Action);
