using PostingsBot.Storage.Index;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Reads and writes the rows of a role: which of its postings is shown, and with what.</summary>
internal sealed class RoleRows(SqliteSession session, IndexWriter index)
{
    public static RoleBefore? Find(SqliteSession session, long role)
    {
        const string sql = """
            SELECT r.id, r.json, c.json, d.file, r.overlay, r.basis, coalesce(r.entry, 0)
            FROM roles AS r JOIN postings AS p ON p.n = r.shown JOIN posting_contents AS c ON c.n = p.n JOIN documents AS d ON d.n = p.document
            WHERE r.n = @role
            """;
        using var reader = session.Statement(sql, ("@role", role)).ExecuteReader();
        return !reader.Read()
            ? null
            : new RoleBefore(
                role,
                reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.GetInt64(6));
    }

    /// <returns>The role's row.</returns>
    /// <param name="role">The role that goes on; null for a new one.</param>
    /// <param name="laid">What is shown of it.</param>
    /// <param name="entry">Its entry in the audit; null when there is none: nothing changed, or this is a copy.</param>
    /// <param name="group">Its postings, the shown one first; none when they are as they were.</param>
    /// <param name="isChanged">What is shown is not what was shown before.</param>
    /// <param name="indexed">What the index keeps of it where that is at hand.</param>
    public long Show(long? role, LaidRole laid, long? entry, IReadOnlyList<RoleRow> group, bool isChanged, IndexedRole? indexed)
    {
        var n = role is { } known ? Update(known, laid, entry, group) : Insert(laid, entry, group[0].Row);
        foreach (var member in group.Where(m => m.Role != n))
            session.Execute("UPDATE postings SET role = @role WHERE n = @n", ("@role", n), ("@n", member.Row));

        // What was written again is indexed again even when it says the same: another version of the program may make other tokens of it.
        if (isChanged || (group.Count > 0 && group[0].IsWritten))
            index.PutRole(laid.Shown.Id, indexed ?? IndexedRole.Of(laid.Shown.Posting), isNew: role is null);
        return n;
    }

    /// <summary>Takes a role away that has no posting any more.</summary>
    public void Delete(long role, string id)
    {
        session.Execute("DELETE FROM roles WHERE n = @role", ("@role", role));
        index.RemoveRole(id);
    }

    private long Insert(LaidRole laid, long? entry, long shown) => session.Insert(
        "INSERT INTO roles(id, shown, json, overlay, basis, closes, entry) VALUES(@id, @shown, @json, @overlay, @basis, @closes, @entry)",
        ("@id", laid.Shown.Id), ("@shown", shown), ("@json", laid.OwnRowJson), ("@overlay", laid.OverlayText), ("@basis", laid.BasisText), ("@closes", laid.Closes), ("@entry", entry))!.Value;

    private long Update(long role, LaidRole laid, long? entry, IReadOnlyList<RoleRow> group)
    {
        const string sql = """
            UPDATE roles SET shown = coalesce(@shown, shown), json = @json, overlay = @overlay, basis = @basis, closes = @closes, entry = coalesce(@entry, entry)
            WHERE n = @role
            """;
        session.Execute(
            sql,
            ("@shown", group.Count > 0 ? group[0].Row : null), ("@json", laid.OwnRowJson), ("@overlay", laid.OverlayText), ("@basis", laid.BasisText), ("@closes", laid.Closes),
            ("@entry", entry), ("@role", role));
        return role;
    }
}
