using System.Data;
using Npgsql;
using NodaTime;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>The audit of all bots on a database.</summary>
public sealed class PostgresAudit(PostgresDatabase database) : IAudit
{
    public Task<IReadOnlyList<AuditEntry>> QueryAsync(AuditQuery query, CancellationToken ct) =>
        database.RunAsync(IsolationLevel.ReadCommitted, unit => QueryAsync(unit, query, ct), ct);

    internal static async Task<IReadOnlyList<AuditEntry>> QueryAsync(PostgresUnit unit, AuditQuery query, CancellationToken ct)
    {
        const string role = "coalesce((SELECT id FROM roles WHERE id = @role), (SELECT r.id FROM postings AS p JOIN roles AS r ON r.n = p.role WHERE p.id = @role), @role)";
        var sql = $"""
            SELECT a.n, a.batch, b.at, w.channel, w.user_id, w.name, coalesce(a.file, p.name, ''), b.action, a.kind, a.role, a.title, a.employer, a.changes, b.undoes,
                a.subject, s.channel, s.user_id, s.name
            FROM audit AS a JOIN audit_batches AS b ON b.n = a.batch JOIN people AS w ON w.n = b.person
                LEFT JOIN audit_places AS p ON p.n = b.place LEFT JOIN people AS s ON s.n = a.subject
            WHERE {AuditSql.Where(query, role)}
            ORDER BY a.n DESC
            LIMIT @take
            """;
        var parameters = new List<(string, object)> { ("take", query.Take) };
        if (query.Role is not null)
            parameters.Add(("role", query.Role));
        if (query.Person is not null)
            parameters.AddRange([("channel", query.Person.Channel), ("user", query.Person.User)]);
        if (query.Batch is { } batch)
            parameters.Add(("batch", batch));
        if (query.Before is { } before)
            parameters.Add(("before", before));
        return await PostgresUnit.RowsAsync(unit.Command(sql, parameters.ToArray()), Entry, ct);
    }

    private static AuditEntry Entry(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new AuditEntry(
            row.GetInt64(0),
            row.GetInt64(1),
            Instant.FromUnixTimeMilliseconds(row.GetInt64(2)),
            PeopleOfRecord.Read(row, 3),
            row.GetString(6),
            Enum.Parse<AuditAction>(row.GetString(7)),
            Text(8) is { } kind ? Enum.Parse<ChangeKind>(kind) : null,
            Text(9),
            Text(10),
            Text(11),
            ChangesJson.Read(Text(12)),
            row.IsDBNull(13) ? null : row.GetInt64(13),
            row.IsDBNull(14) ? null : PeopleOfRecord.Read(row, 15));
    }
}
