using NodaTime;
using PostingsBot.Core.Digests;

namespace PostingsBot.Storage.Digests;

/// <summary>When rows of subscriptions are looked at, the same in both databases. Times are milliseconds of the epoch.</summary>
internal static class DigestClock
{
    /// <summary>No run of an active subscription is further away: a later one was noted by a clock that was ahead.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(20);

    /// <summary>Nothing in the outbox is held or put off for longer.</summary>
    private static readonly TimeSpan FurthestDelivery = TimeSpan.FromDays(1);

    public static long FarFrom(DateTimeOffset now) => (now + Furthest).ToUnixTimeMilliseconds();

    /// <summary>Digests that are made within so many milliseconds of others belong to one run.</summary>
    public const long RunPause = 60_000;

    /// <summary>One statement for both databases: it goes on with the run, or begins one.</summary>
    public const string NoteRun = """
        UPDATE digest_run SET since = CASE WHEN abs(@at - at) > @pause THEN @at ELSE since END, done = @done + CASE WHEN abs(@at - at) > @pause THEN 0 ELSE done END, at = @at
        """;

    /// <inheritdoc cref="Furthest"/>
    public static long FarForDelivery(DateTimeOffset now) => (now + FurthestDelivery).ToUnixTimeMilliseconds();

    /// <param name="subscription">As it is from now on.</param>
    /// <param name="now">The time.</param>
    /// <param name="mayHaveNews">One that is told at once is looked at right away.</param>
    public static long? DueOf(Subscription subscription, DateTimeOffset now, bool mayHaveNews) =>
        IsAtOnce(subscription) && IsActive(subscription)
            ? mayHaveNews ? now.ToUnixTimeMilliseconds() : null
            : Rounded(subscription.LookAgainAt(Instant.FromDateTimeOffset(now)));

    public static bool IsAtOnce(Subscription subscription) => subscription.Rhythm is Rhythm.AtOnce;

    public static bool IsActive(Subscription subscription) => subscription.State is SubscriptionState.Active;

    /// <summary>Never before the run.</summary>
    private static long? Rounded(Instant? at) => at is { } instant ? (instant + Duration.FromMilliseconds(1) - Duration.Epsilon).ToUnixTimeMilliseconds() : null;
}
