using PostingsBot.Core.Catalogue;

namespace PostingsBot.Core.Questions;

/// <summary>What a conversation remembers between turns: a plain value that is stored with a version and passed in and out.</summary>
public sealed record Conversation
{
    public const int CurrentVersion = 2;

    public static Conversation Empty { get; } = new();

    public int Version { get; init; } = CurrentVersion;

    /// <summary>The constraints of the last search, for refinement.</summary>
    public ValueList<Constraint> Constraints { get; init; } = [];

    /// <summary>The constraints before the last change of them, for "undo".</summary>
    public ValueList<Constraint> Previous { get; init; } = [];

    public SearchOrder Order { get; init; } = SearchOrder.Relevance;

    /// <summary>The posting ids shown last, in the order shown.</summary>
    public ValueList<string> Listed { get; init; } = [];

    /// <summary>The ids of what was shown of the last search so far: the next page is the best of the rest.</summary>
    public ValueList<string> Shown { get; init; } = [];

    /// <summary>Somebody asked to be told of such roles: "and which are there already?" means these.</summary>
    public Conversation Wishing(ValueList<Constraint> constraints) =>
        constraints.Count == 0 || constraints.Equals(Constraints) ? this : this with { Constraints = constraints, Previous = Constraints, Order = SearchOrder.Relevance, Listed = [], Shown = [], Role = null, Employer = null };

    /// <summary>The role in focus, by id.</summary>
    public string? Role { get; init; }

    /// <summary>The employer in focus, by name.</summary>
    public string? Employer { get; init; }

    /// <summary>The field asked for last, so that "and Crunch?" asks the same of another; null when the last question asked for none.</summary>
    public RoleField? Field { get; init; }

    /// <summary>The employers listed last ("which of these has no role?").</summary>
    public ValueList<string> Employers { get; init; } = [];

    /// <summary>The ids of the subscriptions that were just spoken of, in the order shown: "stop", "change it to 9", "the second" mean them.</summary>
    public ValueList<string> Subscriptions { get; init; } = [];

    /// <summary>Posting or updating was just spoken of: "undo", "publish it", "make it 150k" mean that.</summary>
    public bool IsRecruiting { get; init; }
}
