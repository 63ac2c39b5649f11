using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes which edits are to be told of. The bot's own edits and those of people who were forgotten are told to nobody.</summary>
internal sealed class ConflictRows(SqliteSession session, DateTimeOffset now)
{
    public void Write(RoleConflicts conflicts)
    {
        session.Execute(
            "DELETE FROM edit_conflicts WHERE role = @role AND field IS NOT NULL AND field NOT IN (SELECT value FROM json_each(@stays))",
            ("@role", conflicts.Role), ("@stays", JsonOut.Strings(conflicts.Stays)));
        const string sql = """
            INSERT INTO edit_conflicts(role, title, employer, person, field, under, edited, now, at, due, attempts)
            SELECT @role, @title, @employer, n, @field, @under, @edited, @said, @at, @at, 0 FROM people WHERE n = @person AND channel <> 'system'
            """;
        foreach (var found in conflicts.Found)
        {
            session.Execute(
                sql,
                ("@role", conflicts.Role), ("@title", conflicts.Title), ("@employer", conflicts.Employer), ("@field", found.Field), ("@under", found.Under), ("@edited", found.Edited),
                ("@said", found.Now), ("@at", now.ToUnixTimeMilliseconds()), ("@person", found.Person));
        }
    }
}
