using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the rows of a role: which of its postings is shown, with what, and which are hidden behind it.</summary>
internal sealed class RoleRows(SqliteSession session, IndexWriter index)
{
    /// <param name="role">The role that goes on; null for a new one.</param>
    /// <param name="shown">What is shown of it.</param>
    /// <param name="json">The same as it is stored.</param>
    /// <param name="group">Its postings, the shown one first.</param>
    /// <param name="isChanged">What is shown is not what was shown before.</param>
    /// <param name="tokens">The shown posting's tokens where they are at hand.</param>
    public void Show(long? role, ShownRole shown, string json, IReadOnlyList<RoleMember> group, bool isChanged, PostingTokens? tokens)
    {
        var first = group[0];
        var n = role ?? session.Number("INSERT INTO roles(id, shown) VALUES(@id, @shown) RETURNING n", ("@id", shown.Id), ("@shown", first.Row));
        if (role is not null || !shown.IsOwn)
            session.Execute("UPDATE roles SET shown = @shown, json = @json WHERE n = @role", ("@shown", first.Row), ("@json", shown.IsOwn ? null : json), ("@role", n));
        foreach (var member in group.Where(m => m.Role != n))
            session.Execute("UPDATE postings SET role = @role WHERE n = @n", ("@role", n), ("@n", member.Row));
        foreach (var hidden in group.Skip(1).Where(m => m.IsIndexed || m.IsWritten))
            Hide(hidden);

        var posting = shown.Posting;
        if (!shown.IsOwn || !first.IsWritten)
        {
            session.Execute(
                "UPDATE postings SET is_open = @is_open, posted = @posted WHERE n = @n",
                ("@is_open", posting.IsOpen),
                ("@posted", posting.Posted is { } posted ? DayText.Of(posted.Value) : null),
                ("@n", first.Row));
        }

        if (first.IsIndexed && isChanged)
            index.RemovePosting(first.Row);
        if (posting.IsOpen && (isChanged || !first.IsIndexed))
            index.AddPosting(first.Row, tokens ?? PostingTokens.Of(posting));
    }

    private void Hide(RoleMember posting)
    {
        if (posting.IsIndexed)
            index.RemovePosting(posting.Row);
        session.Execute("UPDATE postings SET is_open = 0 WHERE n = @n AND is_open = 1", ("@n", posting.Row));
    }
}
