using Npgsql;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Following;

/// <summary>Reads from one snapshot of the record what changed after a change number; after 0, everything.</summary>
internal sealed class RecordReader(NpgsqlConnection connection, CancellationToken ct)
{
    public async Task<IndexPosition> HeadAsync()
    {
        const string sql = "SELECT h.record, h.seq, coalesce(c.at, 0) FROM head AS h LEFT JOIN changes AS c ON c.seq = h.seq";
        return (await RowsAsync(sql, after: 0, row => new IndexPosition(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2))))[0];
    }

    /// <summary>The record has this very change: it is neither another record nor one that was set back to a backup.</summary>
    public async Task<bool> ContainsAsync(IndexPosition position)
    {
        const string sql = "SELECT h.record, @after, coalesce(c.at, 0) FROM head AS h LEFT JOIN changes AS c ON c.seq = @after WHERE h.seq >= @after";
        var found = await RowsAsync(sql, position.Sequence, row => new IndexPosition(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2)));
        return found.Count == 1 && found[0] == position;
    }

    /// <summary>The files of documents that were written.</summary>
    public Task<List<string>> WrittenAsync(long after) => RowsAsync("SELECT file FROM documents WHERE version > @after", after, row => row.GetString(0));

    /// <summary>The files of documents that went and did not come back.</summary>
    public Task<List<string>> WithdrawnAsync(long after) => RowsAsync(
        """
        SELECT DISTINCT c.file
        FROM changes AS c
        WHERE c.seq > @after AND c.kind = 'Withdrawn' AND c.posting IS NULL AND NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.file = c.file)
        """,
        after,
        row => row.GetString(0));

    /// <summary>The ids of roles that went and did not come back.</summary>
    public Task<List<string>> RetiredAsync(long after) => RowsAsync(
        """
        SELECT DISTINCT c.posting
        FROM changes AS c
        WHERE c.seq > @after AND c.kind = 'Withdrawn' AND c.posting IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roles AS r WHERE r.id = c.posting)
        """,
        after,
        row => row.GetString(0));

    public IAsyncEnumerable<CopiedDocument> DocumentsAsync(long after) => StreamAsync(
        """
        SELECT d.file, d.root, d.hash, d.origin, d.json, ARRAY(SELECT p.json FROM postings AS p WHERE p.document = d.n ORDER BY p.n)
        FROM documents AS d
        WHERE d.version > @after
        ORDER BY d.n
        """,
        after,
        row => new CopiedDocument(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            (DocumentOrigin)row.GetInt32(3),
            row.GetString(4),
            row.GetFieldValue<string[]>(5)));

    public IAsyncEnumerable<CopiedRole> RolesAsync(long after) => StreamAsync(
        """
        SELECT r.id, r.json, s.id, ARRAY(SELECT p.id FROM postings AS p WHERE p.role = r.n AND p.n <> r.shown ORDER BY p.n)
        FROM roles AS r JOIN postings AS s ON s.n = r.shown
        WHERE r.version > @after
        ORDER BY r.n
        """,
        after,
        row => new CopiedRole(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3)));

    private async Task<List<T>> RowsAsync<T>(string sql, long after, Func<NpgsqlDataReader, T> row)
    {
        var rows = new List<T>();
        await foreach (var item in StreamAsync(sql, after, row))
            rows.Add(item);
        return rows;
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(string sql, long after, Func<NpgsqlDataReader, T> row)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("after", after);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return row(reader);
    }
}
