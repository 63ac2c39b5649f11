using NodaTime;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Digests;

/// <summary>A saved question with an hour, days and a time zone, owned by a person or a channel.</summary>
public sealed record Subscription
{
    /// <summary>10 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required Owner Owner { get; init; }

    public required Destination Destination { get; init; }

    /// <summary>Its constraints decide; its text is shown.</summary>
    public required Question Question { get; init; }

    public required Rhythm Rhythm { get; init; }

    public QuietDays QuietDays { get; init; }

    public SubscriptionState State { get; init; } = new SubscriptionState.Active();

    public required Progress Progress { get; init; }

    /// <summary>Itself as of now: a pause that is over is over, a clock that was ahead is mended.</summary>
    public Subscription AsOf(Instant now)
    {
        var mended = this with { Progress = Progress.Mended(now) };
        return State is SubscriptionState.Paused { Until: { } until } && until <= now ? mended.Resumed(until) : mended;
    }

    /// <summary>Digests of the time of the pause are not made up for; what was new in it is new to the next one.</summary>
    public Subscription Resumed(Instant now) => this with { State = new SubscriptionState.Active(), Progress = Progress with { Since = now } };

    /// <summary>Another rhythm. Another zone changes nothing else; another hour or other days count from today's local date on, so that no date before it is owed by them.</summary>
    public Subscription WithRhythm(Rhythm rhythm, Instant now)
    {
        var changed = this with { Rhythm = rhythm };
        if (rhythm is not Rhythm.OnDays after || (Rhythm is Rhythm.OnDays before && before with { Zone = after.Zone } == after))
            return changed;
        var today = now.InZone(Zones.Of(after.Zone)).Date.AtStartOfDayInZone(Zones.Of(after.Zone)).ToInstant();
        return changed with { Progress = Progress with { Since = Rhythm is Rhythm.AtOnce ? now : Instant.Max(Progress.Since, today) } };
    }

    /// <summary>When it is to be looked at: its next run, or the end of its pause. Null when only news, its owner or an admin wakes it.</summary>
    public Instant? LookAgainAt(Instant now) => State switch
    {
        SubscriptionState.Active => Schedule.Next(Rhythm, Progress, now)?.At,
        SubscriptionState.Paused paused => paused.Until,
        _ => null,
    };
}

/// <summary>Who may change a subscription.</summary>
/// <param name="Channel">The channel's id ("msteams", "slack").</param>
/// <param name="User">The person's id in it.</param>
public sealed record Owner(string Channel, string User)
{
    /// <summary>Whoever it was has left; somebody may take over.</summary>
    public bool IsNobody => User.Length == 0;

    public static Owner Nobody(string channel) => new(channel, "");
}

/// <summary>Where digests go.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Conversation">The conversation's id in it.</param>
/// <param name="Kind">What the conversation is.</param>
public sealed record Destination(string Channel, string Conversation, DestinationKind Kind);

public enum DestinationKind
{
    Person,
    Group,
    Channel,
}

/// <summary>What is sent on a day without news.</summary>
public enum QuietDays
{
    Nothing,
    OneLine,
}

public abstract record SubscriptionState
{
    private SubscriptionState()
    {
    }

    public sealed record Active : SubscriptionState;

    /// <summary>By its owner; without an end until it is resumed.</summary>
    public sealed record Paused(Instant? Until) : SubscriptionState;

    /// <summary>By the bot, which says why: the destination is gone, the question cannot be asked any more.</summary>
    public sealed record Troubled(string Reason) : SubscriptionState;
}
