using System.Diagnostics.Metrics;

namespace PostingsBot.Digests;

/// <summary>Instruments of the meter "PostingsBot.Digests".</summary>
internal static class DigestMetrics
{
    private static readonly Meter Meter = new("PostingsBot.Digests");

    public static Gauge<int> Due { get; } = Meter.CreateGauge<int>("postingsbot.digests.due", description: "Alerts that are due, every ten seconds.");

    public static Gauge<int> Done { get; } = Meter.CreateGauge<int>("postingsbot.digests.done", description: "Alerts that were looked at in the run that goes on.");

    public static Gauge<int> Waiting { get; } = Meter.CreateGauge<int>("postingsbot.digests.waiting", description: "Messages in the outbox, every ten seconds.");

    public static Counter<long> Sent { get; } = Meter.CreateCounter<long>("postingsbot.digests.sent", description: "Digests that a channel took.");

    /// <summary>The only ones that may be double: an earlier attempt ended without an answer, or its bot died before the answer was noted.</summary>
    public static Counter<long> SentAgain { get; } = Meter.CreateCounter<long>("postingsbot.digests.sent_again", description: "Attempts after the first.");
}
