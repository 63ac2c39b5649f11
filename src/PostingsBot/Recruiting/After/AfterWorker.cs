using PostingsBot.Storage;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// What happens to roles after they were posted, while the bot runs: closing dates, the weekly list, files that change beneath edits, and what is kept too long. Of several bots
/// on one record, one does it at a time.
/// </summary>
internal sealed class AfterWorker(Lead lead, ExpiryStep expiry, LiftStep lift, WeeklyStep weekly, ConflictStep conflicts, Retention retention, TimeProvider clock, ILogger<AfterWorker> logger) : BackgroundService
{
    /// <summary>How often is looked: a look that finds nothing costs a few small reads.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>Everything that is due now, unless another bot does it.</summary>
    public async Task StepAsync(CancellationToken ct)
    {
        if (!await lead.HoldAsync(ct))
            return;
        await expiry.CloseAsync(ct);
        while (await lift.RunAsync(ct))
            await lead.HoldAsync(ct);
        await expiry.WarnAsync(ct);
        while (await conflicts.RunAsync(ct) > 0)
            await lead.HoldAsync(ct);
        await weekly.RunAsync(ct);
        await retention.RunAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await StepAsync(stoppingToken);
                }
                catch (StorageException error)
                {
                    HostLog.AfterOutOfReach(logger, error.Message);
                }

                await Task.Delay(Look, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }
}
