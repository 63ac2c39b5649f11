using Microsoft.Data.Sqlite;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// What no transaction shall pay for, in small steps beside all else: the write-ahead log is copied into the file, and pieces of the search index that many
/// writes have left become one. At its end the writer gives back the pages that it has kept in memory. It runs after enough was written and ends when nothing is left to do.
/// </summary>
/// <param name="connect">Opens a connection that may write, for itself alone.</param>
internal sealed class SqliteUpkeep(Func<SqliteSession> connect) : IDisposable
{
    /// <summary>Pages of 4 KB that are written before it is worth while.</summary>
    private const int LeastWritten = 1_000;

    /// <summary>Pages of the index in a step, for which other writers wait: about 2 ms.</summary>
    private const int LeastMerged = 32;

    /// <summary>Behind an import, whose transactions take longer anyway, steps are larger: they get one turn for each of its batches.</summary>
    private const int ShareMerged = 16;

    /// <summary>Between steps, so that of many small transactions one after the other few wait for a step.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private bool isStopped;
    private long written;

    /// <summary>Done when nothing is left to do of what is under way.</summary>
    public Task Running
    {
        get
        {
            lock (gate)
                return running;
        }
    }

    /// <summary>Call after each use of a writer, while it is still held.</summary>
    public void Note(SqliteSession session, SqlitePool writer)
    {
        var all = Interlocked.Add(ref written, session.TakePagesWritten());
        if (all < LeastWritten)
            return;
        lock (gate)
        {
            if (running.IsCompleted && !isStopped)
                running = Task.Run(() => RunAsync(writer));
        }
    }

    /// <summary>Waits for the step under way.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isStopped)
                return;
            isStopped = true;
        }

        stop.Cancel();
        running.GetAwaiter().GetResult();
        stop.Dispose();
    }

    private async Task RunAsync(SqlitePool writer)
    {
        try
        {
            using var checkpoints = connect();
            bool isMore;
            do
            {
                isMore = await MergeAsync(writer, (int)Math.Max(LeastMerged, Interlocked.Read(ref written) / ShareMerged));
                if (isMore && Interlocked.Read(ref written) < LeastWritten)
                    continue;
                Interlocked.Exchange(ref written, 0);
                // Passive: waits for nobody, and nobody waits for it.
                checkpoints.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
            while (isMore);
            await ShrinkAsync(writer);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on with it.
        }
        catch (Exception error) when (error is SqliteException or StorageException)
        {
            // Another process writes, or something is wrong that the next transaction will tell.
        }
    }

    private async Task ShrinkAsync(SqlitePool writer)
    {
        using (var lease = await writer.RentAsync(stop.Token))
            lease.Session.ShrinkMemory();
        NativeHeap.Trim();
    }

    /// <returns>Whether there may be more to merge.</returns>
    private async Task<bool> MergeAsync(SqlitePool writer, int pages)
    {
        await Task.Delay(Pause, TimeProvider.System, stop.Token);
        using var lease = await writer.RentAsync(stop.Token);
        using var unit = lease.Session.Writing();
        const string changes = "SELECT total_changes()";
        var before = lease.Session.Number(changes);
        lease.Session.Execute("INSERT INTO search(search, rank) VALUES('merge', @pages)", ("@pages", pages));
        // FTS5 documents less than two as: there was nothing to merge.
        var isMore = lease.Session.Number(changes) - before >= 2;
        unit.Commit();
        return isMore;
    }
}
