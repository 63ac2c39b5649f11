using NodaTime;

namespace PostingsBot.Core.Questions.Subscribing;

public enum SubscriptionAction
{
    /// <summary>"Send me new Rust roles, weekdays at 8"; the question's constraints say of what.</summary>
    Subscribe,

    /// <summary>"List my alerts".</summary>
    List,

    Pause,
    Resume,

    /// <summary>"Stop", "delete the Rust alert", "unsubscribe".</summary>
    Delete,

    /// <summary>"Change it to 9".</summary>
    Change,

    /// <summary>"Take over alert 3": it is the speaker's from then on.</summary>
    TakeOver,

    /// <summary>"Why did I get this?".</summary>
    Why,

    /// <summary>"What's the next run?".</summary>
    NextRun,
}

/// <summary>What is to be done about subscriptions.</summary>
public sealed record SubscriptionRequest(SubscriptionAction Action)
{
    public RhythmRequest Rhythm { get; init; } = new();

    /// <summary>Which of the reader's subscriptions; null when nothing says which.</summary>
    public SubscriptionTarget? Target { get; init; }

    /// <summary>The local date on which a pause ends; null when none is said.</summary>
    public LocalDate? Until { get; init; }
}

/// <summary>Which subscription is meant.</summary>
public abstract record SubscriptionTarget
{
    private SubscriptionTarget()
    {
    }

    /// <summary>"It", "this", "that alert": the one spoken of last, or the digest that is answered.</summary>
    public sealed record Focus : SubscriptionTarget;

    public sealed record All : SubscriptionTarget;

    /// <summary>The nth of the list, from 1; -1 is the last.</summary>
    public sealed record Ordinal(int Number) : SubscriptionTarget;

    /// <summary>Those whose question has these constraints: "the rust one".</summary>
    public sealed record Described(ValueList<Constraint> Constraints) : SubscriptionTarget;
}
