using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the audit of one transaction: one batch, and an entry for each role.</summary>
internal sealed class AuditWriter(SqliteSession session, DateTimeOffset now, AuditHeader header)
{
    private long? batch;

    public AuditHeader Header => header;

    /// <summary>The batch's number; it is written when it is first asked for.</summary>
    public long Batch => batch ??= session.Number(
        "INSERT INTO audit_batches(at, person, place, action, undoes, before) VALUES(@at, @person, @place, @action, @undoes, @before) RETURNING n",
        ("@at", now.ToUnixTimeMilliseconds()),
        ("@person", header.Person),
        ("@place", header.Place),
        ("@action", header.Action.ToString()),
        ("@undoes", header.Undoes),
        ("@before", header.Before));

    /// <returns>The entry's number.</returns>
    public long Write(AuditRow row) => session.Insert(
        """
        INSERT INTO audit(batch, kind, role, title, employer, file, changes, before)
        VALUES(@batch, @kind, @role, @title, @employer, @file, @changes, @before)
        """,
        ("@batch", Batch),
        ("@kind", row.Kind.ToString()),
        ("@role", row.Role),
        ("@title", row.Title),
        ("@employer", row.Employer),
        ("@file", row.File),
        ("@changes", row.Changes),
        ("@before", row.Before))!.Value;

    /// <summary>An entry about a person.</summary>
    public void Write(long subject, string title, string employers) => session.Execute(
        "INSERT INTO audit(batch, subject, title, employer) VALUES(@batch, @subject, @title, @employer)",
        ("@batch", Batch), ("@subject", subject), ("@title", title), ("@employer", employers));
}
