using System.Diagnostics.Metrics;

namespace PostingsBot.Digests;

/// <summary>Counters of the meter "PostingsBot.Digests".</summary>
internal static class DigestMetrics
{
    private static readonly Meter Meter = new("PostingsBot.Digests");

    public static Counter<long> Sent { get; } = Meter.CreateCounter<long>("postingsbot.digests.sent", description: "Digests that a channel took.");

    /// <summary>The only ones that may be double: an earlier attempt ended without an answer, or its bot died before the answer was noted.</summary>
    public static Counter<long> SentAgain { get; } = Meter.CreateCounter<long>("postingsbot.digests.sent_again", description: "Attempts after the first.");
}
