using PostingsBot.Saving;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>
/// Matches, makes and sends digests and news of saved roles while the bot runs. Several bots on one record share the work, and so do the makers of one bot: while one
/// writes, the other reads and builds.
/// </summary>
internal sealed class DigestsWorker(
    NewsMatcher matcher, IEnumerable<DigestMaker> makers, OutboxSender sender, SavedNews saved, DigestProgress progress, IDigests digests, TimeProvider clock, ILogger<DigestsWorker> logger) : BackgroundService
{
    /// <summary>How often is looked: a look that finds nothing costs a few small reads.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    /// <summary>News that no subscription took by then belong to paused ones; what was sent is remembered as long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(MakeAsync, stoppingToken),
        RepeatAsync(saved.StepAsync, stoppingToken),
        RepeatAsync(sender.StepAsync, stoppingToken),
        RepeatAsync(ShowAsync, stoppingToken),
        RepeatAsync(PruneAsync, stoppingToken));

    private async Task<int> MakeAsync(CancellationToken ct)
    {
        while (await matcher.StepAsync(ct))
        {
        }

        return await MakeAsync(makers, ct);
    }

    /// <summary>A step of each maker, at the same time.</summary>
    /// <returns>How many subscriptions were looked at.</returns>
    internal static async Task<int> MakeAsync(IEnumerable<DigestMaker> makers, CancellationToken ct) =>
        (await Task.WhenAll(makers.Select(maker => Task.Run(() => maker.StepAsync(ct), ct)))).Sum();

    private async Task<int> ShowAsync(CancellationToken ct)
    {
        await Task.Delay(DigestProgress.Between, clock, ct);
        await progress.ShowAsync(ct);
        return 0;
    }

    private async Task<int> PruneAsync(CancellationToken ct)
    {
        await digests.PruneAsync(clock.GetUtcNow() - Kept, ct);
        await Task.Delay(BetweenPrunings, clock, ct);
        return 0;
    }

    /// <summary>A step that found something is followed by the next at once.</summary>
    private async Task RepeatAsync(Func<CancellationToken, Task<int>> step, CancellationToken ct)
    {
        // A step may go on for long without giving its thread back: the others begin beside it.
        await Task.Yield();
        try
        {
            while (true)
            {
                var pause = Look;
                try
                {
                    if (await step(ct) > 0)
                        continue;
                }
                catch (StorageException error)
                {
                    HostLog.DigestsOutOfReach(logger, error.Message);
                    pause = AfterFailure;
                }

                await Task.Delay(pause, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }
}
