using System.CommandLine;
using System.Globalization;
using PostingsBot.Configuration;
using PostingsBot.Storage.Importing;
using PostingsBot.Workers;

namespace PostingsBot.Commands;

/// <summary>`import PATH…`: brings documents into the catalogue that the bot serves, once; also while the bot runs.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var reading = new ReadingOptions();
        var data = new Option<string?>("--data") { Description = "The data folder of a bot with its own database; without it the configured one, or PostgreSQL where that is configured." };
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "Withdraw what was imported from the same paths earlier and is no longer there." };
        var command = new Command("import", "Bring documents into the bot's catalogue; they stay until they are withdrawn.") { reading.Paths, data, withdraw, reading.Name, reading.MaxSize };
        command.SetAction(async (result, ct) =>
        {
            var paths = result.GetValue(reading.Paths) ?? [];
            if (paths.Contains("-") && string.IsNullOrEmpty(result.GetValue(reading.Name)))
                throw new UsageException("Standard input needs a name to be known by, for example: postingsbot import - --name jobs/backend.md");
            var options = new ImportOptions { Limits = reading.LimitsOf(result), StandardInputName = reading.NameOf(result) };
            await using var opened = await OpenAsync(result.GetValue(data), options, ct);
            using var progress = ProgressLine.OnStandardError(TimeProvider.System);
            return await RunAsync(opened, paths, result.GetValue(withdraw), Console.Out, Console.Error, progress, TimeProvider.System, ct);
        });
        return command;
    }

    private static async Task<OpenCatalogue> OpenAsync(string? dataFolder, ImportOptions import, CancellationToken ct)
    {
        if (dataFolder is not null)
            return OpenCatalogue.InFolder(dataFolder, import);
        var configured = HostConfiguration.Read();
        return configured.Postgres is { } postgres ? await OpenCatalogue.InPostgresAsync(postgres, import, ct) : OpenCatalogue.InFolder(configured.DataFolder, import);
    }

    internal static async Task<int> RunAsync(
        OpenCatalogue opened, IReadOnlyList<string> paths, bool withdrawMissing, TextWriter output, TextWriter errors, ProgressLine progress, TimeProvider clock, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        try
        {
            var summary = await opened.Importer.AddAsync(paths, withdrawMissing, progress, ct);
            progress.Clear();
            ReadingReport.Write(output, summary.Contents, summary.Skipped, clock.GetElapsedTime(started));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Documents: {summary.Unchanged:N0} unchanged, {summary.Withdrawn:N0} withdrawn. Postings: {summary.PostingsAdded:N0} new, {summary.PostingsChanged:N0} changed, {summary.PostingsWithdrawn:N0} withdrawn."));
            output.WriteLine($"The catalogue has {ReadingReport.Counted(await opened.Store.OpenRolesAsync(ct), "open role")}.");
            return summary.Skipped.Count == 0 ? ExitCodes.Done : ExitCodes.Incomplete;
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            errors.WriteLine("Stopped. What was read until now is in the catalogue; import again to read the rest.");
            throw;
        }
    }
}
