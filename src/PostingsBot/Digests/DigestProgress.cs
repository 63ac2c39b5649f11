using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>Says now and then in the log how far a large run is, and once when it is done. A run that is done within that time is not spoken of.</summary>
internal sealed class DigestProgress(IDigests digests, TimeProvider clock, ILogger logger)
{
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <summary>When the run began of which the log said that it goes on.</summary>
    private DateTimeOffset? spoken;

    public async Task ShowAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var status = await digests.StatusAsync(now, ct);
        DigestMetrics.Due.Record(status.Due);
        DigestMetrics.Waiting.Record(status.Waiting);
        if (RunProgress.Of(status, now) is { } going)
        {
            DigestMetrics.Done.Record(going.Done);
            if (now - going.Since < Between)
                return;
            spoken = going.Since;
            HostLog.DigestsProgress(logger, going.Text());
        }
        else if (status.Run is { } run && run.Since == spoken)
        {
            spoken = null;
            HostLog.DigestsProgress(logger, RunProgress.Finished(run));
        }
    }
}
