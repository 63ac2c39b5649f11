using Npgsql;
using NpgsqlTypes;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

internal sealed record DocumentRow(long Row, string File, string Root, string Hash, DocumentOrigin Origin, string Json, PostedText? Posted, bool IsNew);

internal sealed record PostingRow(long Row, string Id, long Document, long Role, string? KeyHash, string Traits, string Json);

/// <summary>A role's row. <paramref name="Shown"/> is null when its postings are as they were; <paramref name="Entry"/> is the place of its entry in the batch's audit, if it has one.</summary>
internal sealed record RoleWrite(
    long Row, string Id, long? Shown, bool IsOpen, string? Json, string? Overlay, string? Basis, string? Closes, int? Entry, bool IsNew);

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

    public List<AuditRow> Audit { get; } = [];

    public List<RoleConflicts> Conflicts { get; } = [];

    /// <param name="connection">In its transaction.</param>
    /// <param name="last">The numbers of the last change and entry before these.</param>
    /// <param name="header">Who does it.</param>
    /// <param name="at">Milliseconds since 1970.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The number of the last change.</returns>
    public async Task<long> WriteAsync(NpgsqlConnection connection, RecordHead last, AuditHeader header, long at, CancellationToken ct)
    {
        var head = last.Change + Changes.Count;
        var number = last.Audit + 1;
        await using var batch = new NpgsqlBatch(connection) { Timeout = LongestSeconds };
        if (Cleared.Count > 0)
            Add(batch, "DELETE FROM postings WHERE document = ANY($1)", Numbers(Cleared));
        if (Withdrawn.Count > 0)
            Add(batch, "DELETE FROM documents WHERE n = ANY($1)", Numbers(Withdrawn));
        if (Audit.Count + Postings.Count > 0)
            RecordAudit.Add(batch, header, number, at, Audit);
        AddDocuments(batch, head);
        AddRoles(batch, head, number + 1);
        AddPostings(batch, number);
        if (Retired.Count > 0)
            Add(batch, "DELETE FROM roles WHERE n = ANY($1)", Numbers(Retired));
        Add(
            batch,
            "INSERT INTO changes(seq, at, kind, posting, file) SELECT $1 + x.place, $2, x.kind, x.posting, x.file FROM unnest($3, $4, $5) WITH ORDINALITY AS x(kind, posting, file, place)",
            Value(last.Change),
            Value(at),
            Texts(Changes.Select(c => c.Kind.ToString())),
            Texts(Changes.Select(c => c.Role)),
            Texts(Changes.Select(c => c.File)));
        RecordAudit.Add(batch, Conflicts, at);
        Add(batch, "UPDATE head SET seq = $1, audit = $2", Value(head), Value(last.Audit + 1 + Audit.Count));
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
                        INSERT INTO documents(n, file, root, hash, origin, json, text, owner, version)
                        SELECT x.n, x.file, x.root, x.hash, x.origin, x.json, x.text, x.owner, $9
                        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS x(n, file, root, hash, origin, json, text, owner)
                        """
                    : """
                        UPDATE documents AS d SET root = x.root, hash = x.hash, origin = x.origin, json = x.json, text = x.text, owner = x.owner, version = $9
                        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS x(n, file, root, hash, origin, json, text, owner)
                        WHERE d.n = x.n
                        """,
                Numbers(rows.Select(d => d.Row)),
                Texts(rows.Select(d => d.File)),
                Texts(rows.Select(d => d.Root)),
                Texts(rows.Select(d => d.Hash)),
                Numbers(rows.Select(d => (long?)d.Origin)),
                Texts(rows.Select(d => d.Json)),
                Texts(rows.Select(d => d.Posted?.Text)),
                Numbers(rows.Select(d => d.Posted?.Owner)),
                Value(head));
        }
    }

    /// <param name="batch">What is sent.</param>
    /// <param name="head">The number of the last change.</param>
    /// <param name="first">The number of the first entry in the audit.</param>
    private void AddRoles(NpgsqlBatch batch, long head, long first)
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
                        INSERT INTO roles(n, id, shown, is_open, json, overlay, basis, closes, entry, version)
                        SELECT x.n, x.id, x.shown, x.is_open, x.json, x.overlay, x.basis, x.closes, x.entry, $10
                        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS x(n, id, shown, is_open, json, overlay, basis, closes, entry)
                        """
                    : """
                        UPDATE roles AS r SET shown = coalesce(x.shown, r.shown), is_open = x.is_open, json = x.json, overlay = x.overlay, basis = x.basis, closes = x.closes,
                            entry = coalesce(x.entry, r.entry), version = $10
                        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS x(n, id, shown, is_open, json, overlay, basis, closes, entry)
                        WHERE r.n = x.n
                        """,
                Numbers(rows.Select(r => r.Row)),
                Texts(rows.Select(r => r.Id)),
                Numbers(rows.Select(r => r.Shown)),
                Flags(rows.Select(r => r.IsOpen)),
                Texts(rows.Select(r => r.Json)),
                Texts(rows.Select(r => r.Overlay)),
                Texts(rows.Select(r => r.Basis)),
                Texts(rows.Select(r => r.Closes)),
                Numbers(rows.Select(r => first + r.Entry)),
                Value(head));
        }
    }

    private void AddPostings(NpgsqlBatch batch, long audited)
    {
        if (Postings.Count + Moves.Count == 0)
            return;
        Add(
            batch,
            """
            INSERT INTO postings(n, id, document, role, role_key, traits, json, batch)
            SELECT x.n, x.id, x.document, x.role, x.role_key, x.traits, x.json, $8
            FROM unnest($1, $2, $3, $4, $5, $6, $7) AS x(n, id, document, role, role_key, traits, json)
            """,
            Numbers(Postings.Select(p => p.Row)),
            Texts(Postings.Select(p => p.Id)),
            Numbers(Postings.Select(p => p.Document)),
            Numbers(Postings.Select(p => p.Role)),
            Texts(Postings.Select(p => p.KeyHash)),
            Texts(Postings.Select(p => p.Traits)),
            Texts(Postings.Select(p => p.Json)),
            Value(audited));
        Add(
            batch,
            "UPDATE postings AS p SET role = x.role FROM unnest($1, $2) AS x(n, role) WHERE p.n = x.n",
            Numbers(Moves.Select(m => m.Posting)),
            Numbers(Moves.Select(m => m.Role)));
    }

    internal static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Numbers(IEnumerable<long> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    internal static NpgsqlParameter Numbers(IEnumerable<long?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter Flags(IEnumerable<bool> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean };

    internal static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    internal static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    internal static NpgsqlParameter Value(long? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };
}
