using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes which edits are to be told of. The bot's own edits and those of people who were forgotten are told to nobody.</summary>
internal sealed class ConflictRows(SqliteSession session, DateTimeOffset now)
{
    /// <summary>What a field's documents say now is told in place of what they said before.</summary>
    public void Update(RoleBefore before, LaidRole laid)
    {
        if (before.Overlay.IsEmpty && laid.Overlay.IsEmpty)
            return;
        var found = ConflictRow.Of(before, laid);
        var stays = ConflictRow.Open(laid).Except(found.Select(conflict => conflict.Field!)).ToList();
        session.Execute(
            "DELETE FROM edit_conflicts WHERE role = @role AND field NOT IN (SELECT value FROM json_each(@stays))", ("@role", before.Id), ("@stays", JsonOut.Strings(stays)));
        Write(before.Id, laid.Shown.Posting.Title.Value, laid.Shown.Posting.Company?.Value, found);
    }

    public void Gone(RoleBefore before)
    {
        session.Execute("DELETE FROM edit_conflicts WHERE role = @role", ("@role", before.Id));
        var shown = PostingJson.Read(before.Shown);
        Write(before.Id, shown.Title.Value, shown.Company?.Value, ConflictRow.OfGone(before));
    }

    private void Write(string role, string title, string? employer, IReadOnlyList<ConflictRow> conflicts)
    {
        const string sql = """
            INSERT INTO edit_conflicts(role, title, employer, person, field, under, edited, now, at, due, attempts)
            SELECT @role, @title, @employer, n, @field, @under, @edited, @said, @at, @at, 0 FROM people WHERE n = @person AND channel <> 'system'
            """;
        foreach (var conflict in conflicts)
        {
            session.Execute(
                sql,
                ("@role", role), ("@title", title), ("@employer", employer), ("@field", conflict.Field), ("@under", conflict.Under), ("@edited", conflict.Edited), ("@said", conflict.Now),
                ("@at", now.ToUnixTimeMilliseconds()), ("@person", conflict.Person));
        }
    }
}
