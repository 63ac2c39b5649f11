using System.Globalization;
using PostingsBot.Storage;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.After;

/// <summary>
/// Keeps the write-back folder level with what is posted and edited in chat, by the change log. How far it got stands in this bot's data folder: each bot may have a folder of
/// its own, and one that was away writes what it missed.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="cursorFile">Where it is noted how far the log was read.</param>
/// <param name="changes">The change log.</param>
/// <param name="edits">The roles.</param>
/// <param name="clock">For pauses.</param>
/// <param name="logger">For failures.</param>
internal sealed class WriteBackWorker(WriteBackFolder folder, string cursorFile, ICatalogueStore changes, IRoleEdits edits, TimeProvider clock, ILogger<WriteBackWorker> logger) : BackgroundService
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private long? read;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        read ??= File.Exists(cursorFile) && long.TryParse(await File.ReadAllTextAsync(cursorFile, ct), NumberStyles.None, CultureInfo.InvariantCulture, out var kept) ? kept : 0;
        var log = await changes.ChangesAsync(read.Value, AtOnce, ct);
        if (log.Count == 0)
            return false;
        foreach (var id in log.Select(change => change.PostingId).OfType<string>().Distinct(StringComparer.Ordinal))
            folder.Write(id, await edits.FindAsync(id, ct));
        await File.WriteAllTextAsync(cursorFile, log[^1].Sequence.ToString(CultureInfo.InvariantCulture), ct);
        read = log[^1].Sequence;
        return log.Count == AtOnce;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var pause = Look;
                try
                {
                    if (await StepAsync(stoppingToken))
                        continue;
                }
                catch (Exception error) when (error is StorageException or IOException or UnauthorizedAccessException)
                {
                    HostLog.NotWrittenBack(logger, error.Message);
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
