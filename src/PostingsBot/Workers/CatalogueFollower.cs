using PostingsBot.Configuration;
using PostingsBot.Storage;
using PostingsBot.Storage.Importing;
using PostingsBot.Storage.Postgres;

namespace PostingsBot.Workers;

/// <summary>Keeps the catalogue level with its files while the bot runs. Of several bots on one record, one does.</summary>
internal sealed class CatalogueFollower(OpenCatalogue opened, PostingsBotOptions options, MemoryUpkeep memory, TimeProvider clock, ILogger<CatalogueFollower> logger) : BackgroundService
{
    /// <summary>How often it is looked whether the right to import is free or still held.</summary>
    private static readonly TimeSpan LeadCheck = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        opened.Shared is { } shared ? FollowInTurnAsync(shared.Lead, stoppingToken) : WatchAsync(stoppingToken);

    private Task WatchAsync(CancellationToken ct) => new CatalogueWatcher(
        opened.Importer,
        options.Catalogue,
        clock,
        Took,
        error => HostLog.ImportFailed(logger, error)).RunAsync(ct);

    private void Took(ImportSummary summary)
    {
        HostLog.Report(logger, summary);
        memory.After(summary);
    }

    private async Task FollowInTurnAsync(ImportLead lead, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                if (await lead.HoldAsync(ct))
                    await LeadAsync(lead, ct);
                await Task.Delay(LeadCheck, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task LeadAsync(ImportLead lead, CancellationToken ct)
    {
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            if (await opened.MirrorAsync(options.Catalogue, ct) is { HasChanges: true } summary)
                Took(summary);
        }
        catch (StorageException error)
        {
            HostLog.ImportFailed(logger, error);
            return;
        }

        var watching = WatchAsync(turn.Token);
        while (await lead.HoldAsync(ct))
            await Task.Delay(LeadCheck, clock, ct);
        await turn.CancelAsync();
        await watching;
    }
}
