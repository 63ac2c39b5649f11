using System.Threading.Channels;

namespace PostingsBot.Storage.Importing;

/// <summary>How eagerly folders are watched.</summary>
public sealed record WatchOptions
{
    /// <summary>An import waits until nothing has changed for so long. Default: 300 ms.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>But never longer than this after the first change. Default: 1 s.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The net for changes that the file system does not report. Default: 10 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Off: polling alone, for file systems without notices. Default: on.</summary>
    public bool UseNotices { get; init; } = true;
}

/// <summary>Keeps the catalogue level with its files. Readers are never held up.</summary>
/// <param name="importer">Shared with whoever else imports.</param>
/// <param name="paths">Files and folders, as for the import.</param>
/// <param name="clock">For waiting.</param>
/// <param name="imported">Told of every import that changed something or left something out for the first time.</param>
/// <param name="failed">Told when an import failed as a whole; watching goes on.</param>
/// <param name="options">The defaults when null.</param>
public sealed class CatalogueWatcher(
    CatalogueImporter importer,
    IReadOnlyList<string> paths,
    TimeProvider clock,
    Action<ImportSummary> imported,
    Action<Exception> failed,
    WatchOptions? options = null)
{
    private readonly WatchOptions times = options ?? new WatchOptions();
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Imports when files change, until cancelled. The first import is the caller's.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var notices = times.UseNotices ? paths.Select(Notices).OfType<FileSystemWatcher>().ToList() : [];
        try
        {
            var told = new HashSet<SkippedFile>();
            while (true)
            {
                if (await SignalWithinAsync(times.Poll, ct))
                    await SettleAsync(ct);
                await ImportAsync(told, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: nothing is left half done, since an import's batches are transactions.
        }
        finally
        {
            notices.ForEach(notice => notice.Dispose());
        }
    }

    private async Task ImportAsync(HashSet<SkippedFile> told, CancellationToken ct)
    {
        try
        {
            var summary = await importer.ImportAsync(paths, progress: null, ct);
            if (summary.IsUnsettled)
                Signal();
            if (summary.HasChanges || !told.SetEquals(summary.Skipped))
                imported(summary);
            told.Clear();
            told.UnionWith(summary.Skipped);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            failed(error);
        }
    }

    private async Task SettleAsync(CancellationToken ct)
    {
        var first = clock.GetTimestamp();
        while (clock.GetElapsedTime(first) < times.LongestWait && await SignalWithinAsync(times.Quiet, ct))
        {
        }
    }

    private async Task<bool> SignalWithinAsync(TimeSpan time, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var signal = signals.Reader.ReadAsync(timeout.Token).AsTask();
        var delay = Task.Delay(time, clock, timeout.Token);
        var isSignalled = await Task.WhenAny(signal, delay) == signal;
        await timeout.CancelAsync();
        ct.ThrowIfCancellationRequested();
        return isSignalled;
    }

    private FileSystemWatcher? Notices(string path)
    {
        var isFolder = Directory.Exists(path);
        var folder = isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var watcher = isFolder ? new FileSystemWatcher(folder) { IncludeSubdirectories = true } : new FileSystemWatcher(folder, Path.GetFileName(path));
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
            watcher.Created += (_, _) => Signal();
            watcher.Changed += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, _) => Signal();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No more notices to be had from the system (its limit on watched folders, a folder it may not watch): polling remains.
            return null;
        }
    }

    private void Signal() => signals.Writer.TryWrite(true);
}
