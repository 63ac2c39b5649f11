using Npgsql;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Postgres;

/// <summary>A posting's row as it stands before an edit.</summary>
internal sealed record StoredPosting(long Document, string Id, long Role, string Traits);

/// <summary>The numbers of the last change and of the last entry in the audit.</summary>
internal sealed record RecordHead(long Change, long Audit);

/// <summary>Reads what a batch of edits has to know, each thing for the whole batch at once, and nothing where nothing is asked: an edit touches few of them.</summary>
internal sealed class RecordState(PostgresUnit unit, CancellationToken ct)
{
    private const string Roles = """
        SELECT r.n, r.id, r.json, p.json, d.file, r.overlay, r.basis, coalesce(r.entry, 0)
        FROM roles AS r JOIN postings AS p ON p.n = r.shown JOIN documents AS d ON d.n = p.document

        """;

    /// <summary>Locks the catalogue for this transaction: other writers wait. Gives the numbers of the last change and the last entry in the audit.</summary>
    public async Task<RecordHead> LockAsync()
    {
        var command = unit.Command("SELECT seq, audit FROM head FOR UPDATE");
        command.CommandTimeout = RecordBatch.LongestSeconds;
        return (await PostgresUnit.RowsAsync(command, row => new RecordHead(row.GetInt64(0), row.GetInt64(1)), ct))[0];
    }

    /// <summary>The rows of the documents that exist, by their files.</summary>
    public async Task<Dictionary<string, long>> DocumentsAsync(string[] files)
    {
        if (files.Length == 0)
            return [];
        var rows = await PostgresUnit.RowsAsync(
            unit.Command("SELECT file, n FROM documents WHERE file = ANY(@files)", ("files", files)), row => (File: row.GetString(0), Row: row.GetInt64(1)), ct);
        return rows.ToDictionary(row => row.File, row => row.Row, StringComparer.Ordinal);
    }

    public async Task<ILookup<long, StoredPosting>> PostingsAsync(long[] documents)
    {
        if (documents.Length == 0)
            return Array.Empty<StoredPosting>().ToLookup(row => row.Document);
        const string sql = "SELECT document, id, role, traits FROM postings WHERE document = ANY(@documents) ORDER BY n";
        var rows = await PostgresUnit.RowsAsync(
            unit.Command(sql, ("documents", documents)), row => new StoredPosting(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3)), ct);
        return rows.ToLookup(row => row.Document);
    }

    /// <summary>The files that have a posting of one of the ids.</summary>
    public async Task<Dictionary<string, string>> HoldersAsync(string[] ids)
    {
        if (ids.Length == 0)
            return [];
        const string sql = "SELECT p.id, d.file FROM postings AS p JOIN documents AS d ON d.n = p.document WHERE p.id = ANY(@ids)";
        var rows = await PostgresUnit.RowsAsync(unit.Command(sql, ("ids", ids)), row => (Id: row.GetString(0), File: row.GetString(1)), ct);
        return rows.ToDictionary(row => row.Id, row => row.File, StringComparer.Ordinal);
    }

    /// <summary>Row numbers that nobody has or had.</summary>
    public async Task<List<long>> NewRowsAsync(string sequence, int count) => count == 0
        ? []
        : await PostgresUnit.RowsAsync(
            unit.Command("SELECT nextval(@sequence::regclass) FROM generate_series(1, @count)", ("sequence", sequence), ("count", count)), row => row.GetInt64(0), ct);

    /// <summary>The postings with one of the key hashes, but for those of the documents, in the order of their rows.</summary>
    public async Task<List<RoleMember>> MembersAsync(string[] keys, long[] except)
    {
        if (keys.Length == 0)
            return [];
        const string sql = "SELECT n, role, traits FROM postings WHERE role_key = ANY(@keys) AND document <> ALL(@except) ORDER BY n";
        return await PostgresUnit.RowsAsync(
            unit.Command(sql, ("keys", keys), ("except", except)), row => new RoleMember(row.GetInt64(0), row.GetInt64(1), TraitsJson.Read(row.GetString(2))), ct);
    }

    public async Task<Dictionary<long, string>> RoleIdsAsync(long[] roles)
    {
        if (roles.Length == 0)
            return [];
        var rows = await PostgresUnit.RowsAsync(
            unit.Command("SELECT n, id FROM roles WHERE n = ANY(@roles)", ("roles", roles)), row => (Row: row.GetInt64(0), Id: row.GetString(1)), ct);
        return rows.ToDictionary(row => row.Row, row => row.Id);
    }

    public async Task<Dictionary<long, RoleBefore>> RolesAsync(long[] roles) => roles.Length == 0
        ? []
        : (await PostgresUnit.RowsAsync(unit.Command(Roles + "WHERE r.n = ANY(@roles)", ("roles", roles)), Role, ct)).ToDictionary(role => role.Row);

    public async Task<List<RoleBefore>> RolesAsync(string[] ids) => ids.Length == 0
        ? []
        : await PostgresUnit.RowsAsync(unit.Command(Roles + "WHERE r.id = ANY(@ids) ORDER BY array_position(@ids, r.id)", ("ids", ids)), Role, ct);

    public async Task<Dictionary<long, Posting>> ContentsAsync(long[] postings)
    {
        if (postings.Length == 0)
            return [];
        var rows = await PostgresUnit.RowsAsync(
            unit.Command("SELECT n, json FROM postings WHERE n = ANY(@postings)", ("postings", postings)), row => (Row: row.GetInt64(0), Posting: PostingJson.Read(row.GetString(1))), ct);
        return rows.ToDictionary(row => row.Row, row => row.Posting);
    }

    public async Task<HashSet<string>> TakenIdsAsync(string[] ids) => ids.Length == 0
        ? []
        : [.. await PostgresUnit.RowsAsync(unit.Command("SELECT id FROM roles WHERE id = ANY(@ids)", ("ids", ids)), row => row.GetString(0), ct)];

    private static RoleBefore Role(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        row.GetInt64(7));
}
