using PostingsBot.Core.Digests;

namespace PostingsBot.Core.Answers.Subscribing;

public enum SubscriptionStage
{
    /// <summary>Proposed, to be confirmed.</summary>
    Offered,

    /// <summary>There, and its reader may change it.</summary>
    Kept,

    /// <summary>There; whether it is to go is asked.</summary>
    Deleting,
}

/// <summary>One subscription, and what may be done with it. <see cref="Answer.Postings"/> are the first roles that match now.</summary>
public sealed record SubscriptionAnswer(SubscriptionRow Row, SubscriptionStage Stage) : Answer(AnswerKind.Subscribe)
{
    /// <summary>What was assumed, and what else the reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the roles shown are; null when none are looked at.</summary>
    public string? Preview { get; init; }
}

/// <summary>Several subscriptions. <paramref name="From"/> of them come before the first row; <paramref name="All"/> are there.</summary>
public sealed record SubscriptionListAnswer(IReadOnlyList<SubscriptionRow> Rows, int From, int All) : Answer(AnswerKind.Subscribe)
{
    public bool HasMore => From + Rows.Count < All;
}

/// <summary>Asks for days, hour, zone and what happens on quiet days. <paramref name="Id"/> is the subscription's, offered or kept.</summary>
public sealed record SubscriptionFormAnswer(string Id, Rhythm.OnDays Rhythm, QuietDays Quiet) : Answer(AnswerKind.Subscribe);
