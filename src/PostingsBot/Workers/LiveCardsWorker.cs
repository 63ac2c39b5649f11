using PostingsBot.Storage;

namespace PostingsBot.Workers;

/// <summary>Keeps delivered cards level with the catalogue while the bot runs. Several bots on one record share the work.</summary>
internal sealed class LiveCardsWorker(LiveCardUpdates updates, TimeProvider clock, ILogger<LiveCardsWorker> logger) : BackgroundService
{
    /// <summary>How often the changes are looked at: a look that finds none costs one small read.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pruned = DateTimeOffset.MinValue;
        try
        {
            while (true)
            {
                var pause = Look;
                try
                {
                    if (clock.GetUtcNow() - pruned > BetweenPrunings)
                    {
                        await updates.PruneAsync(stoppingToken);
                        pruned = clock.GetUtcNow();
                    }

                    await updates.StepAsync(stoppingToken);
                }
                catch (StorageException error)
                {
                    HostLog.CardsNotFollowed(logger, error.Message);
                    pause = AfterFailure;
                }

                await Task.Delay(pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }
}
