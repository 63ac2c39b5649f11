using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The audit in the embedded database.</summary>
public sealed class SqliteAudit(SqliteDatabase database) : IAudit
{
    public Task<IReadOnlyList<AuditEntry>> QueryAsync(AuditQuery query, CancellationToken ct) => database.ReadAsync(session => Query(session, query), ct);

    internal static IReadOnlyList<AuditEntry> Query(SqliteSession session, AuditQuery query)
    {
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT a.n, a.batch, b.at, w.channel, w.user_id, w.name, coalesce(a.file, p.name, ''), b.action, a.kind, a.role, a.title, a.employer, a.changes, b.undoes,
                a.subject, s.channel, s.user_id, s.name
            FROM audit AS a JOIN audit_batches AS b ON b.n = a.batch JOIN people AS w ON w.n = b.person
                LEFT JOIN audit_places AS p ON p.n = b.place LEFT JOIN people AS s ON s.n = a.subject
            WHERE {AuditSql.Where(query, $"coalesce((SELECT id FROM roles WHERE n = {RoleIds.RoleOfId.Replace("@id", "@role", StringComparison.Ordinal)}), @role)")}
            ORDER BY a.n DESC
            LIMIT @take
            """);
        using var reader = session.Statement(
            sql,
            ("@role", query.Role), ("@channel", query.Person?.Channel), ("@user", query.Person?.User), ("@batch", query.Batch), ("@before", query.Before), ("@take", query.Take)).ExecuteReader();
        var entries = new List<AuditEntry>();
        while (reader.Read())
            entries.Add(Entry(reader));
        return entries;
    }

    private static AuditEntry Entry(SqliteDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new AuditEntry(
            row.GetInt64(0),
            row.GetInt64(1),
            Instant.FromUnixTimeMilliseconds(row.GetInt64(2)),
            PeopleRows.Read(row, 3),
            row.GetString(6),
            Enum.Parse<AuditAction>(row.GetString(7)),
            Text(8) is { } kind ? Enum.Parse<ChangeKind>(kind) : null,
            Text(9),
            Text(10),
            Text(11),
            ChangesJson.Read(Text(12)),
            row.IsDBNull(13) ? null : row.GetInt64(13),
            row.IsDBNull(14) ? null : PeopleRows.Read(row, 15));
    }
}
