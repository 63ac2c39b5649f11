using System.Data;
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
            {AuditSql.Select}
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
        return await PostgresUnit.RowsAsync(unit.Command(sql, parameters.ToArray()), RecruitingRows.Entry, ct);
    }
}
