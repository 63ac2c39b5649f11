namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the change log of one transaction and counts the roles in it.</summary>
internal sealed class ChangeLog(SqliteSession session, DateTimeOffset now)
{
    private readonly Dictionary<ChangeKind, int> roles = [];

    public int this[ChangeKind kind] => roles.GetValueOrDefault(kind);

    /// <summary>The sequence number of the last change written, 0 before the first.</summary>
    public long Last { get; private set; }

    public void Document(ChangeKind kind, string file) => Write(kind, role: null, file);

    public void Role(ChangeKind kind, string role, string file)
    {
        Write(kind, role, file);
        roles[kind] = this[kind] + 1;
    }

    private void Write(ChangeKind kind, string? role, string file) => Last = session.Insert(
        "INSERT INTO changes(at, kind, posting, file) VALUES(@at, @kind, @posting, @file)",
        ("@at", now.ToUnixTimeMilliseconds()),
        ("@kind", kind.ToString()),
        ("@posting", role),
        ("@file", file))!.Value;
}
