using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>Reads documents that people posted.</summary>
internal sealed class PostedDocumentsOfRecord(PostgresUnit unit, CancellationToken ct)
{
    /// <summary>Those of the files that are there.</summary>
    public async Task<HashSet<string>> ThereAsync(IEnumerable<string> files) => [.. (await new RecordState(unit, ct).DocumentsAsync([.. files])).Keys];

    /// <summary>The documents as they are, for an order that changes them.</summary>
    public async Task<IReadOnlyList<DocumentBefore>> BeforeAsync(IEnumerable<string> files)
    {
        string[] asked = [.. files];
        if (asked.Length == 0)
            return [];
        var documents = await PostgresUnit.RowsAsync(
            unit.Command("SELECT n, file, json, text, owner FROM documents WHERE file = ANY(@files)", ("files", asked)),
            row => (Row: row.GetInt64(0), File: row.GetString(1), Json: row.GetString(2), Text: row.GetString(3), Owner: row.IsDBNull(4) ? (long?)null : row.GetInt64(4)),
            ct);
        const string sql = "SELECT p.document, p.json, r.id FROM postings AS p JOIN roles AS r ON r.n = p.role WHERE p.document = ANY(@documents) ORDER BY p.n";
        var postings = (await PostgresUnit.RowsAsync(
            unit.Command(sql, ("documents", documents.Select(document => document.Row).ToArray())), row => (Document: row.GetInt64(0), Posting: (Json: row.GetString(1), Role: row.GetString(2))), ct))
            .ToLookup(row => row.Document, row => row.Posting);
        var known = documents.ToDictionary(
            document => document.File, document => new DocumentContent(document.Json, [.. postings[document.Row]], document.Text, document.Owner), StringComparer.Ordinal);
        return [.. asked.Select(file => new DocumentBefore(file, known.GetValueOrDefault(file)))];
    }

    /// <summary>The ids of the roles that stand in files.</summary>
    public Task<List<string>> RolesOfAsync(IEnumerable<string> files)
    {
        const string sql = """
            SELECT DISTINCT r.id FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN roles AS r ON r.n = p.role WHERE d.file = ANY(@files)
            """;
        return PostgresUnit.RowsAsync(unit.Command(sql, ("files", files.ToArray())), row => row.GetString(0), ct);
    }
}
