using Npgsql;
using NpgsqlTypes;

namespace PostingsBot.Storage.Postgres;

internal sealed record DocumentRow(long Row, string File, string Root, string Hash, bool IsImported, string Json, bool IsNew);

internal sealed record PostingRow(long Row, string Id, long Document, long Role, string? KeyHash, string Traits, string Json);

internal sealed record RoleWrite(long Row, string Id, long Shown, bool IsOpen, string? Json, bool IsNew);

internal sealed record ChangeRow(ChangeKind Kind, string? Role, string File);

/// <summary>The rows of one batch of edits, written in one round trip.</summary>
internal sealed class RecordBatch
{
    /// <summary>What bots that follow the catalogue listen to.</summary>
    public const string Channel = "postingsbot";

    /// <summary>A batch may hold a file with a hundred thousand postings.</summary>
    public const int LongestSeconds = 600;

    public List<long> Cleared { get; } = [];

    public List<long> Withdrawn { get; } = [];

    public List<DocumentRow> Documents { get; } = [];

    public List<PostingRow> Postings { get; } = [];

    public List<(long Posting, long Role)> Moves { get; } = [];

    public List<RoleWrite> Roles { get; } = [];

    public List<long> Retired { get; } = [];

    public List<ChangeRow> Changes { get; } = [];

    /// <param name="connection">In its transaction.</param>
    /// <param name="last">The number of the last change before these.</param>
    /// <param name="at">Milliseconds since 1970.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The number of the last change.</returns>
    public async Task<long> WriteAsync(NpgsqlConnection connection, long last, long at, CancellationToken ct)
    {
        var head = last + Changes.Count;
        await using var batch = new NpgsqlBatch(connection) { Timeout = LongestSeconds };
        Add(batch, "DELETE FROM postings WHERE document = ANY($1)", Numbers(Cleared));
        Add(batch, "DELETE FROM documents WHERE n = ANY($1)", Numbers(Withdrawn));
        AddDocuments(batch, head);
        AddRoles(batch, head);
        AddPostings(batch);
        Add(batch, "DELETE FROM roles WHERE n = ANY($1)", Numbers(Retired));
        Add(
            batch,
            "INSERT INTO changes(seq, at, kind, posting, file) SELECT $1 + x.place, $2, x.kind, x.posting, x.file FROM unnest($3, $4, $5) WITH ORDINALITY AS x(kind, posting, file, place)",
            Value(last),
            Value(at),
            Texts(Changes.Select(c => c.Kind.ToString())),
            Texts(Changes.Select(c => c.Role)),
            Texts(Changes.Select(c => c.File)));
        Add(batch, "UPDATE head SET seq = $1", Value(head));
        Add(batch, $"NOTIFY {Channel}");
        await batch.ExecuteNonQueryAsync(ct);
        return head;
    }

    private void AddDocuments(NpgsqlBatch batch, long head)
    {
        foreach (var isNew in new[] { true, false })
        {
            var rows = Documents.Where(d => d.IsNew == isNew).ToList();
            if (rows.Count == 0)
                continue;
            Add(
                batch,
                isNew
                    ? """
                        INSERT INTO documents(n, file, root, hash, is_imported, json, version)
                        SELECT x.n, x.file, x.root, x.hash, x.is_imported, x.json, $7
                        FROM unnest($1, $2, $3, $4, $5, $6) AS x(n, file, root, hash, is_imported, json)
                        """
                    : """
                        UPDATE documents AS d SET root = x.root, hash = x.hash, is_imported = x.is_imported, json = x.json, version = $7
                        FROM unnest($1, $2, $3, $4, $5, $6) AS x(n, file, root, hash, is_imported, json)
                        WHERE d.n = x.n
                        """,
                Numbers(rows.Select(d => d.Row)),
                Texts(rows.Select(d => d.File)),
                Texts(rows.Select(d => d.Root)),
                Texts(rows.Select(d => d.Hash)),
                Flags(rows.Select(d => d.IsImported)),
                Texts(rows.Select(d => d.Json)),
                Value(head));
        }
    }

    private void AddRoles(NpgsqlBatch batch, long head)
    {
        foreach (var isNew in new[] { true, false })
        {
            var rows = Roles.Where(r => r.IsNew == isNew).ToList();
            if (rows.Count == 0)
                continue;
            Add(
                batch,
                isNew
                    ? """
                        INSERT INTO roles(n, id, shown, is_open, json, version)
                        SELECT x.n, x.id, x.shown, x.is_open, x.json, $6
                        FROM unnest($1, $2, $3, $4, $5) AS x(n, id, shown, is_open, json)
                        """
                    : """
                        UPDATE roles AS r SET shown = x.shown, is_open = x.is_open, json = x.json, version = $6
                        FROM unnest($1, $2, $3, $4, $5) AS x(n, id, shown, is_open, json)
                        WHERE r.n = x.n
                        """,
                Numbers(rows.Select(r => r.Row)),
                Texts(rows.Select(r => r.Id)),
                Numbers(rows.Select(r => r.Shown)),
                Flags(rows.Select(r => r.IsOpen)),
                Texts(rows.Select(r => r.Json)),
                Value(head));
        }
    }

    private void AddPostings(NpgsqlBatch batch)
    {
        Add(
            batch,
            """
            INSERT INTO postings(n, id, document, role, role_key, traits, json)
            SELECT x.n, x.id, x.document, x.role, x.role_key, x.traits, x.json
            FROM unnest($1, $2, $3, $4, $5, $6, $7) AS x(n, id, document, role, role_key, traits, json)
            """,
            Numbers(Postings.Select(p => p.Row)),
            Texts(Postings.Select(p => p.Id)),
            Numbers(Postings.Select(p => p.Document)),
            Numbers(Postings.Select(p => p.Role)),
            Texts(Postings.Select(p => p.KeyHash)),
            Texts(Postings.Select(p => p.Traits)),
            Texts(Postings.Select(p => p.Json)));
        Add(
            batch,
            "UPDATE postings AS p SET role = x.role FROM unnest($1, $2) AS x(n, role) WHERE p.n = x.n",
            Numbers(Moves.Select(m => m.Posting)),
            Numbers(Moves.Select(m => m.Role)));
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Numbers(IEnumerable<long> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter Flags(IEnumerable<bool> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean };

    private static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter Value(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };
}
