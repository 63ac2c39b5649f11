using NodaTime;
using PostingsBot.Core.Digests;

namespace PostingsBot.Core.Answers.Subscribing;

/// <summary>A subscription as it is shown.</summary>
public sealed record SubscriptionRow
{
    public required string Id { get; init; }

    /// <summary>In the reader's list, from 1; 0 for one that is in no list yet.</summary>
    public int Number { get; init; }

    /// <summary>The constraints as chips say them.</summary>
    public required string What { get; init; }

    public required string When { get; init; }

    public required string Where { get; init; }

    /// <summary>The next run in local time and UTC; null when none is to come.</summary>
    public string? Next { get; init; }

    /// <summary>"active", "paused until …", or why the bot stopped it.</summary>
    public required string State { get; init; }

    public bool IsActive { get; init; }

    /// <summary>The reader may change it.</summary>
    public bool IsMine { get; init; } = true;

    /// <summary>It belongs to nobody, and the reader may take it over.</summary>
    public bool IsFree { get; init; }

    /// <summary>The reader set it up.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>What comes on a day without news; null where there are no such days.</summary>
    public string? Quiet { get; init; }

    /// <param name="subscription">As of now.</param>
    /// <param name="number">In the reader's list.</param>
    /// <param name="here">Where it is shown.</param>
    /// <param name="now">The time.</param>
    public static SubscriptionRow Of(Subscription subscription, int number, Destination here, Instant now) => new()
    {
        Id = subscription.Id,
        Number = number,
        What = SubscriptionWording.What(subscription.Question.Constraints),
        When = SubscriptionWording.When(subscription.Rhythm),
        Where = SubscriptionWording.Where(subscription.Destination, here),
        Next = subscription.State is SubscriptionState.Active ? SubscriptionWording.Next(subscription, now) : null,
        State = SubscriptionWording.State(subscription),
        Quiet = SubscriptionWording.Quiet(subscription),
        IsActive = subscription.State is SubscriptionState.Active,
    };
}
