using PostingsBot.Configuration;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Workers;

/// <summary>Keeps the catalogue level with its files while the bot runs.</summary>
internal sealed class CatalogueFollower(OpenCatalogue opened, PostingsBotOptions options, TimeProvider clock, ILogger<CatalogueFollower> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new CatalogueWatcher(
        opened.Importer,
        options.Catalogue,
        clock,
        summary => HostLog.Report(logger, summary),
        error => HostLog.ImportFailed(logger, error)).RunAsync(stoppingToken);
}
