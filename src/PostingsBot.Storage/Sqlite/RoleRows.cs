using PostingsBot.Storage.Index;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the rows of a role: which of its postings is shown, and with what.</summary>
internal sealed class RoleRows(SqliteSession session, IndexWriter index)
{
    /// <returns>The role's row.</returns>
    /// <param name="role">The role that goes on; null for a new one.</param>
    /// <param name="shown">What is shown of it.</param>
    /// <param name="json">The same as it is stored.</param>
    /// <param name="group">Its postings, the shown one first.</param>
    /// <param name="isChanged">What is shown is not what was shown before.</param>
    /// <param name="indexed">What the index keeps of it where that is at hand.</param>
    public long Show(long? role, ShownRole shown, string json, IReadOnlyList<RoleRow> group, bool isChanged, IndexedRole? indexed)
    {
        var first = group[0];
        var n = role ?? session.Number("INSERT INTO roles(id, shown) VALUES(@id, @shown) RETURNING n", ("@id", shown.Id), ("@shown", first.Row));
        if (role is not null || !shown.IsOwn)
            session.Execute("UPDATE roles SET shown = @shown, json = @json WHERE n = @role", ("@shown", first.Row), ("@json", shown.IsOwn ? null : json), ("@role", n));
        foreach (var member in group.Where(m => m.Role != n))
            session.Execute("UPDATE postings SET role = @role WHERE n = @n", ("@role", n), ("@n", member.Row));

        // What was written again is indexed again even when it says the same: another version of the program may make other tokens of it.
        if (isChanged || first.IsWritten)
            index.PutRole(shown.Id, indexed ?? IndexedRole.Of(shown.Posting), isNew: role is null);
        return n;
    }

    /// <summary>Takes a role away that has no posting any more.</summary>
    public void Delete(long role, string id)
    {
        session.Execute("DELETE FROM roles WHERE n = @role", ("@role", role));
        index.RemoveRole(id);
    }
}
