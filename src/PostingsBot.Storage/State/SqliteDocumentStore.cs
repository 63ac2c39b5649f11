using System.Globalization;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.State;

/// <summary>The embedded state store.</summary>
public sealed class SqliteDocumentStore(SqliteDatabase database, TimeProvider? clock = null) : IDocumentStore
{
    public Task<IReadOnlyDictionary<string, StoredItem>> ReadAsync(IReadOnlyList<string> keys, CancellationToken ct) => database.ReadAsync<IReadOnlyDictionary<string, StoredItem>>(
        session =>
        {
            using var unit = session.Reading();
            var items = new Dictionary<string, StoredItem>(StringComparer.Ordinal);
            foreach (var key in keys)
            {
                using var reader = session.Statement("SELECT json, etag FROM state WHERE key = @key", ("@key", key)).ExecuteReader();
                if (reader.Read())
                    items[key] = new StoredItem(reader.GetString(0), TagOf(reader.GetInt64(1)));
            }

            return items;
        },
        ct);

    public Task<WriteResult> WriteAsync(IReadOnlyDictionary<string, StateChange> changes, CancellationToken ct) => database.WriteAsync<WriteResult>(
        session =>
        {
            var tags = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, change) in changes)
            {
                if (change.ExpectedETag is not "*" && StoredTag(session, key) != change.ExpectedETag)
                    return new WriteResult.Conflict(key);
                tags[key] = Put(session, key, change.Json);
            }

            return new WriteResult.Written(tags);
        },
        ct,
        isKept: result => result is WriteResult.Written);

    public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken ct) => database.WriteAsync(
        session => keys.Sum(key => session.Execute("DELETE FROM state WHERE key = @key", ("@key", key))), ct);

    public Task DeleteBelowAsync(string prefix, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("DELETE FROM state WHERE key >= @prefix AND substr(key, 1, length(@prefix)) = @prefix", ("@prefix", prefix)), ct);

    public Task<int> PruneAsync(string part, DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Execute("UPDATE state SET written = @now WHERE written = 0", ("@now", Now));
            return session.Execute("DELETE FROM state WHERE instr(key, @part) > 0 AND written < @before", ("@part", part), ("@before", before.ToUnixTimeMilliseconds()));
        },
        ct);

    private long Now => (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds();

    private static string? StoredTag(SqliteSession session, string key) =>
        session.Statement("SELECT etag FROM state WHERE key = @key", ("@key", key)).ExecuteScalar() is long etag ? TagOf(etag) : null;

    private string Put(SqliteSession session, string key, string json)
    {
        var etag = session.Number("UPDATE state_sequence SET last = last + 1 RETURNING last");
        const string sql = """
            INSERT INTO state(key, etag, json, written) VALUES(@key, @etag, @json, @now)
            ON CONFLICT(key) DO UPDATE SET etag = excluded.etag, json = excluded.json, written = excluded.written
            """;
        session.Execute(sql, ("@key", key), ("@etag", etag), ("@json", json), ("@now", Now));
        return TagOf(etag);
    }

    private static string TagOf(long etag) => etag.ToString(CultureInfo.InvariantCulture);
}
