using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Digests;
using PostingsBot.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Importing;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Commands;

/// <summary>`digests`: what is due, sent and given up, also while the bot runs; and sends again what was given up.</summary>
internal static class DigestsCommand
{
    private const int MostDead = 50;

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The data folder of a bot with its own database; without it the configured one, or PostgreSQL where that is configured." };
        var replay = new Option<long?>("--replay") { Description = "Send the message with this number after all: one that was given up." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be sent now and to whom, without sending or writing anything." };
        var command = new Command("digests", "Show which digests are due, waiting, sent and given up.") { data, replay, dryRun };
        command.SetAction(async (result, ct) =>
        {
            if (result.GetValue(dryRun))
                return await RehearseAsync(result.GetValue(data), ct);
            await using var opened = await OpenAsync(result.GetValue(data), ct);
            var now = TimeProvider.System.GetUtcNow();
            return result.GetValue(replay) is { } number
                ? await ReplayAsync(opened.Stores.Outbox, number, now, Console.Out, Console.Error, ct)
                : await ShowAsync(opened.Stores.Digests, opened.Stores.Outbox, now, Console.Out, ct);
        });
        return command;
    }

    private static async Task<int> RehearseAsync(string? dataFolder, CancellationToken ct)
    {
        var configured = HostConfiguration.Read();
        // What is in PostgreSQL is searched in the index beside it.
        await using var opened = dataFolder is null && configured.Postgres is not null ? await OpenCatalogue.ConfiguredAsync(configured, ct) : await OpenAsync(dataFolder, ct);
        if (!configured.Digests)
            await Console.Out.WriteLineAsync("Digests are switched off (PostingsBot:Digests), so nothing is sent until they are on again. This is what would be.");
        var (stores, clock) = (opened.Stores, TimeProvider.System);
        var maker = new DigestMaker(stores.Digests, new MatchedRoles(opened.Store, opened.Catalogue), new MatchedCatalogue(stores.Digests, opened.ReachAsync), clock, NullLogger.Instance);
        var book = new DestinationBook(stores.State, new KnownConversations(stores.State));
        await new DigestRehearsal(stores.Digests, maker, opened.Store, opened.Catalogue, book).RunAsync(clock.GetUtcNow(), Console.Out, Console.Error, ct);
        return ExitCodes.Done;
    }

    internal static async Task<int> ShowAsync(IDigests digests, IOutbox outbox, DateTimeOffset now, TextWriter output, CancellationToken ct)
    {
        var status = await digests.StatusAsync(now, ct);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Alerts: {status.Subscriptions:N0}, of which {status.Due:N0} are due{Since(status.OldestDue)}."));
        if (RunProgress.Of(status, now) is { } going)
            await output.WriteLineAsync($"Now: {going.Text()}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Outbox: {status.Waiting:N0} waiting{Since(status.OldestWaiting)}, {status.Dead:N0} given up. Last sent: {(status.LastSent is { } sent ? TimeOf(sent) : "never")}."));
        await output.WriteLineAsync($"Time zones: IANA {Zones.Version}.");
        foreach (var dead in await outbox.DeadAsync(MostDead, ct))
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  {dead.Number}  {TimeOf(dead.At)}  {TerminalText.Printable(dead.Delivery.Channel)} {TerminalText.Printable(dead.Delivery.Conversation)}: {TerminalText.Printable(dead.Error)}"));
        }

        if (status.Dead > 0)
            await output.WriteLineAsync("Send one after all with: postingsbot digests --replay NUMBER");
        return ExitCodes.Done;
    }

    internal static async Task<int> ReplayAsync(IOutbox outbox, long number, DateTimeOffset now, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (!await outbox.ReplayAsync(number, now, ct))
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"postingsbot: no message with number {number} was given up. See the numbers with: postingsbot digests"));
            return ExitCodes.Usage;
        }

        await output.WriteLineAsync("It is in the outbox again; the running bot sends it.");
        return ExitCodes.Done;
    }

    /// <summary>The record as it is, also while the bot runs.</summary>
    internal static async Task<OpenCatalogue> OpenAsync(string? dataFolder, CancellationToken ct)
    {
        if (dataFolder is not null)
            return OpenCatalogue.InFolder(dataFolder, new ImportOptions());
        var configured = HostConfiguration.Read();
        return configured.Postgres is { } postgres
            ? await OpenCatalogue.InPostgresAsync(postgres, new ImportOptions(), ct)
            : OpenCatalogue.InFolder(configured.DataFolder, new ImportOptions());
    }

    private static string Since(DateTimeOffset? at) => at is { } since ? " since " + TimeOf(since) : "";

    private static string TimeOf(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
