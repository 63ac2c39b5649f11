using System.Data;
using Npgsql;
using PostingsBot.Storage.Postgres;

namespace PostingsBot.Storage.Following;

/// <summary>Keeps the local index level with the record: woken by notices, with a poll as the net. Makes the index anew when it is of no use.</summary>
internal sealed class IndexFollower(
    PostgresDatabase database, IndexShelf shelf, LocalIndex opened, string path, TimeProvider clock, Action<FollowNews> news, FollowOptions options)
{
    /// <summary>Documents or roles in one transaction while an index is made.</summary>
    private const int Portion = 500;

    private LocalIndex index = opened;
    private bool isLevel;
    private bool isTold;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                try
                {
                    await FollowAsync(ct);
                }
                catch (Exception error) when (!ct.IsCancellationRequested)
                {
                    if (IndexDamage.Is(error))
                        shelf.Suspect();
                    Fail(error);
                    await Task.Delay(options.Pause, clock, ct);
                }
            }
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // Asked to stop: what was copied last stands in whole transactions.
        }
        finally
        {
            await shelf.ClearAsync();
            index.Dispose();
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        var isNotified = false;
        connection.Notification += (_, _) => isNotified = true;
        await using (var listen = new NpgsqlCommand($"LISTEN {RecordBatch.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        while (true)
        {
            isNotified = false;
            await CatchUpAsync(connection, ct);
            // A notice may also come in while the index catches up.
            if (!isNotified)
                await connection.WaitAsync(options.Poll, ct);
        }
    }

    private async Task CatchUpAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var record = new RecordReader(connection, ct);
        if (shelf.IsSuspect || !File.Exists(path) || index.Position is not { } position || !await record.ContainsAsync(position))
            await RebuildAsync(record, ct);
        else
            await CopyChangesAsync(record, position, ct);
        if (!isLevel)
            news(new FollowNews.Level(index.Position!.Sequence));
        (isLevel, isTold) = (true, false);
    }

    private async Task CopyChangesAsync(RecordReader record, IndexPosition position, CancellationToken ct)
    {
        var head = await record.HeadAsync();
        if (head != position)
        {
            var after = position.Sequence;
            await index.WriteAsync(
                async copier =>
                {
                    foreach (var file in await record.WithdrawnAsync(after))
                        copier.Withdraw(file);
                    foreach (var file in await record.WrittenAsync(after))
                        copier.Clear(file);
                    await foreach (var document in record.DocumentsAsync(after))
                        copier.Put(document);
                    await foreach (var role in record.RolesAsync(after))
                        copier.Put(role);
                    foreach (var role in await record.RetiredAsync(after))
                        copier.Retire(role);
                },
                head,
                ct);
        }

        if (head != position || !isLevel)
            shelf.Show(index);
    }

    private async Task RebuildAsync(RecordReader record, CancellationToken ct)
    {
        news(new FollowNews.Rebuilding());
        isLevel = false;
        await shelf.ClearAsync();
        index.Dispose();
        index = await LocalIndex.EmptyAsync(path, clock, ct);
        await foreach (var documents in InPortions(record.DocumentsAsync(0)))
            await index.WriteAsync(copier => Each(documents, copier.Put), reached: null, ct);
        await foreach (var roles in InPortions(record.RolesAsync(0)))
            await index.WriteAsync(copier => Each(roles, copier.Put), reached: null, ct);
        await index.WriteAsync(_ => Task.CompletedTask, await record.HeadAsync(), ct);
        shelf.Show(index);
    }

    private void Fail(Exception error)
    {
        isLevel = false;
        if (isTold)
            return;
        isTold = true;
        news(new FollowNews.Behind(PostgresErrors.IsPassing(error) || error is NpgsqlException ? PostgresErrors.Of(database.Place, error) : error));
    }

    private static Task Each<T>(List<T> items, Action<T> copy)
    {
        items.ForEach(copy);
        return Task.CompletedTask;
    }

    private static async IAsyncEnumerable<List<T>> InPortions<T>(IAsyncEnumerable<T> items)
    {
        var portion = new List<T>(Portion);
        await foreach (var item in items)
        {
            portion.Add(item);
            if (portion.Count < Portion)
                continue;
            yield return portion;
            portion = new List<T>(Portion);
        }

        if (portion.Count > 0)
            yield return portion;
    }
}
