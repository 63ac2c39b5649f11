using System.Data;
using System.Globalization;
using PostingsBot.Storage.State;

namespace PostingsBot.Storage.Postgres;

/// <summary>State that all bots on a database share.</summary>
public sealed class PostgresDocumentStore(PostgresDatabase database, TimeProvider? clock = null) : IDocumentStore
{
    public Task<IReadOnlyDictionary<string, StoredItem>> ReadAsync(IReadOnlyList<string> keys, CancellationToken ct) =>
        database.RunAsync<IReadOnlyDictionary<string, StoredItem>>(
            IsolationLevel.ReadCommitted,
            async unit =>
            {
                const string sql = "SELECT key, json, etag FROM state WHERE key = ANY(@keys)";
                var rows = await PostgresUnit.RowsAsync(
                    unit.Command(sql, ("keys", keys.ToArray())), row => (Key: row.GetString(0), Item: new StoredItem(row.GetString(1), TagOf(row.GetInt64(2)))), ct);
                return rows.ToDictionary(row => row.Key, row => row.Item, StringComparer.Ordinal);
            },
            ct);

    public Task<WriteResult> WriteAsync(IReadOnlyDictionary<string, StateChange> changes, CancellationToken ct) =>
        database.RunAsync<WriteResult>(
            IsolationLevel.ReadCommitted,
            async unit =>
            {
                var tags = new Dictionary<string, string>(StringComparer.Ordinal);
                // In one order for all, so that two writers of the same keys queue rather than block each other.
                foreach (var (key, change) in changes.OrderBy(change => change.Key, StringComparer.Ordinal))
                {
                    if (await PutAsync(unit, key, change, ct) is not { } etag)
                        return new WriteResult.Conflict(key);
                    tags[key] = TagOf(etag);
                }

                await unit.CommitAsync(ct);
                return new WriteResult.Written(tags);
            },
            ct);

    public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken ct) =>
        DeleteAsync("DELETE FROM state WHERE key = ANY(@keys)", ("keys", keys.ToArray()), ct);

    public Task DeleteBelowAsync(string prefix, CancellationToken ct) =>
        DeleteAsync("DELETE FROM state WHERE starts_with(key, @prefix)", ("prefix", prefix), ct);

    public Task<int> PruneAsync(string part, DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            await PostgresUnit.ExecuteAsync(unit.Command("UPDATE state SET written = @now WHERE written = 0", ("now", Now)), ct);
            const string sql = "WITH gone AS (DELETE FROM state WHERE strpos(key, @part) > 0 AND written < @before RETURNING 1) SELECT count(*)::int FROM gone";
            return await PostgresUnit.ValueAsync<int>(unit.Command(sql, ("part", part), ("before", before.ToUnixTimeMilliseconds())), ct);
        },
        ct);

    private long Now => (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds();

    private Task DeleteAsync(string sql, (string Name, object Value) parameter, CancellationToken ct) =>
        database.RunAsync(
            IsolationLevel.ReadCommitted,
            async unit =>
            {
                await PostgresUnit.ExecuteAsync(unit.Command(sql, parameter), ct);
                await unit.CommitAsync(ct);
                return true;
            },
            ct);

    /// <summary>The new ETag, or null when the expected one is not the stored one.</summary>
    private async Task<long?> PutAsync(PostgresUnit unit, string key, StateChange change, CancellationToken ct)
    {
        const string insert = "INSERT INTO state(key, etag, json, written) VALUES(@key, nextval('state_etags'), @json, @now) ON CONFLICT(key) DO NOTHING RETURNING etag";
        const string upsert = """
            INSERT INTO state(key, etag, json, written) VALUES(@key, nextval('state_etags'), @json, @now)
            ON CONFLICT(key) DO UPDATE SET etag = excluded.etag, json = excluded.json, written = excluded.written
            RETURNING etag
            """;
        const string update = "UPDATE state SET etag = nextval('state_etags'), json = @json, written = @now WHERE key = @key AND etag = @expected RETURNING etag";
        return change.ExpectedETag switch
        {
            null => await PostgresUnit.ValueAsync<long?>(unit.Command(insert, ("key", key), ("json", change.Json), ("now", Now)), ct),
            "*" => await PostgresUnit.ValueAsync<long?>(unit.Command(upsert, ("key", key), ("json", change.Json), ("now", Now)), ct),
            var tag when long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var expected) =>
                await PostgresUnit.ValueAsync<long?>(unit.Command(update, ("key", key), ("json", change.Json), ("now", Now), ("expected", expected)), ct),
            _ => null,
        };
    }

    private static string TagOf(long etag) => etag.ToString(CultureInfo.InvariantCulture);
}
