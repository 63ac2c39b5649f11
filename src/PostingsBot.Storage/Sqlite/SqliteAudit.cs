using System.Globalization;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The audit in the embedded database.</summary>
public sealed class SqliteAudit(SqliteDatabase database) : IAudit
{
    public Task<IReadOnlyList<AuditEntry>> QueryAsync(AuditQuery query, CancellationToken ct) => database.ReadAsync(session => Query(session, query), ct);

    internal static IReadOnlyList<AuditEntry> Query(SqliteSession session, AuditQuery query)
    {
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            {AuditSql.Select}
            WHERE {AuditSql.Where(query, $"coalesce((SELECT id FROM roles WHERE n = {RoleIds.RoleOfId.Replace("@id", "@role", StringComparison.Ordinal)}), @role)")}
            ORDER BY a.n DESC
            LIMIT @take
            """);
        using var reader = session.Statement(
            sql,
            ("@role", query.Role), ("@channel", query.Person?.Channel), ("@user", query.Person?.User), ("@batch", query.Batch), ("@before", query.Before), ("@take", query.Take)).ExecuteReader();
        var entries = new List<AuditEntry>();
        while (reader.Read())
            entries.Add(RecruitingRows.Entry(reader));
        return entries;
    }
}
