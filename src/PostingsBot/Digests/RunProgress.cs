using System.Globalization;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>How far the making of digests is that goes on: the same in the log, in the health, and for the command line.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Done">Alerts that were looked at.</param>
/// <param name="Total">Those and the ones that are due still. It grows while more become due.</param>
/// <param name="PerSecond">Alerts a second; null until that can be told.</param>
/// <param name="Left">Until all are made, at this rate.</param>
/// <param name="Sent">Messages that channels took since it began.</param>
/// <param name="Waiting">Messages in the outbox.</param>
internal sealed record RunProgress(DateTimeOffset Since, int Done, int Total, double? PerSecond, TimeSpan? Left, int Sent, int Waiting)
{
    /// <summary>A rate over less says nothing.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    /// <returns>Null when nothing is due any more, or nobody has made anything for a while.</returns>
    public static RunProgress? Of(DigestStatus status, DateTimeOffset now)
    {
        if (status.Run is not { } run || status.Due == 0 || !run.GoesOn(now))
            return null;
        var rate = RateOf(run);
        return new RunProgress(run.Since, run.Done, run.Done + status.Due, rate, rate > 0 ? TimeSpan.FromSeconds(Math.Ceiling(status.Due / rate.Value)) : null, run.Sent, status.Waiting);
    }

    public string Text() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Done:N0} of {Total:N0} alerts done since {Since:HH:mm:ss} UTC{(PerSecond is { } rate ? FormattableString.Invariant($", {rate:N0} a second") : "")}{(Left is { } left ? $", about {Spoken(left)} left" : "")}; {Messages(Sent, "sent")}, {Waiting:N0} waiting to be sent.");

    public static string Finished(DigestRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"all {run.Done:N0} alerts done in {Spoken(run.LastAt - run.Since)}; {Messages(run.Sent, "sent so far")}.");

    private static double? RateOf(DigestRun run) => run.LastAt - run.Since is var time && time >= Shortest ? Math.Round(run.Done / time.TotalSeconds, 1) : null;

    private static string Messages(int count, string what) => count == 1 ? $"1 message {what}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} messages {what}");

    private static string Spoken(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");
}
