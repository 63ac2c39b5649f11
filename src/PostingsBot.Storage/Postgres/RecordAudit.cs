using Npgsql;
using PostingsBot.Storage.Recruiting;
using static PostingsBot.Storage.Postgres.RecordBatch;

namespace PostingsBot.Storage.Postgres;

/// <summary>The rows of the audit and of conflicts that are written with a batch of edits.</summary>
internal static class RecordAudit
{
    /// <param name="batch">What is sent.</param>
    /// <param name="header">Who does it.</param>
    /// <param name="number">The number of the batch in the audit; its entries have the next ones.</param>
    /// <param name="at">Milliseconds since 1970.</param>
    /// <param name="rows">The entries.</param>
    public static void Add(NpgsqlBatch batch, AuditHeader header, long number, long at, IReadOnlyList<AuditRow> rows)
    {
        AddHeader(batch, header, number, at);
        RecordBatch.Add(
            batch,
            """
            INSERT INTO audit(n, batch, kind, role, title, employer, file, changes, before)
            SELECT $1 + x.place, $1, x.kind, x.role, x.title, x.employer, x.file, x.changes, x.before
            FROM unnest($2, $3, $4, $5, $6, $7, $8) WITH ORDINALITY AS x(kind, role, title, employer, file, changes, before, place)
            """,
            Value(number),
            Texts(rows.Select(r => r.Kind.ToString())),
            Texts(rows.Select(r => r.Role)),
            Texts(rows.Select(r => r.Title)),
            Texts(rows.Select(r => r.Employer)),
            Texts(rows.Select(r => r.File)),
            Texts(rows.Select(r => r.Changes)),
            Texts(rows.Select(r => r.Before)));
    }

    /// <summary>What is to be told of edits. The bot's own edits and those of people who were forgotten are told to nobody.</summary>
    public static void Add(NpgsqlBatch batch, IReadOnlyList<RoleConflicts> roles, long at)
    {
        foreach (var role in roles)
        {
            RecordBatch.Add(batch, "DELETE FROM edit_conflicts WHERE role = $1 AND field IS NOT NULL AND field <> ALL($2)", Text(role.Role), Texts(role.Stays));
            foreach (var found in role.Found)
            {
                RecordBatch.Add(
                    batch,
                    """
                    INSERT INTO edit_conflicts(role, title, employer, person, field, under, edited, now, at, due, attempts)
                    SELECT $1, $2, $3, n, $4, $5, $6, $7, $8, $8, 0 FROM people WHERE n = $9 AND channel <> 'system'
                    """,
                    Text(role.Role), Text(role.Title), Text(role.Employer), Text(found.Field), Text(found.Under), Text(found.Edited), Text(found.Now), Value(at), Value(found.Person));
            }
        }
    }

    /// <summary>An entry about a person, in a transaction that has locked the record.</summary>
    public static async Task WriteAsync(PostgresUnit unit, AuditHeader header, RecordHead last, long at, long subject, string title, string employers, CancellationToken ct)
    {
        await unit.WriteAsync(
            batch =>
            {
                AddHeader(batch, header, last.Audit + 1, at);
                RecordBatch.Add(
                    batch, "INSERT INTO audit(n, batch, subject, title, employer) VALUES($1 + 1, $1, $2, $3, $4)", Value(last.Audit + 1), Value(subject), Text(title), Text(employers));
                RecordBatch.Add(batch, "UPDATE head SET audit = $1", Value(last.Audit + 2));
            },
            ct);
    }

    private static void AddHeader(NpgsqlBatch batch, AuditHeader header, long number, long at) => RecordBatch.Add(
        batch,
        "INSERT INTO audit_batches(n, at, person, place, action, undoes, before) VALUES($1, $2, $3, $4, $5, $6, $7)",
        Value(number), Value(at), Value(header.Person), Value(header.Place), Text(header.Action.ToString()), Value(header.Undoes), Text(header.Before));
}
