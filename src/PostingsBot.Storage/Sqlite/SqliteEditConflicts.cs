using NodaTime;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Edits to tell people of, in the embedded database.</summary>
public sealed class SqliteEditConflicts(SqliteDatabase database) : IEditConflicts
{
    public async Task<IReadOnlyList<EditConflict>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        if (await database.ReadAsync(session => session.Number("SELECT EXISTS(SELECT 1 FROM edit_conflicts WHERE due <= @now)", ("@now", now.ToUnixTimeMilliseconds())), ct) == 0)
            return [];
        return await database.WriteAsync<IReadOnlyList<EditConflict>>(
            session =>
            {
                const string claim = """
                    UPDATE edit_conflicts SET due = @until, attempts = attempts + 1
                    WHERE n IN (SELECT n FROM edit_conflicts WHERE due <= @now ORDER BY n LIMIT @most)
                    """;
                const string read = """
                    SELECT c.n, c.attempts, c.role, c.title, c.employer, p.channel, p.user_id, p.name, c.field, c.under, c.edited, c.now, c.at
                    FROM edit_conflicts AS c JOIN people AS p ON p.n = c.person
                    WHERE c.n IN (SELECT n FROM edit_conflicts WHERE due <= @now ORDER BY n LIMIT @most)
                    ORDER BY c.n
                    """;
                var claimed = new List<EditConflict>();
                using (var row = session.Statement(read, ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)).ExecuteReader())
                {
                    while (row.Read())
                    {
                        claimed.Add(new EditConflict(
                            row.GetInt64(0),
                            row.GetInt32(1) + 1,
                            row.GetString(2),
                            row.GetString(3),
                            row.IsDBNull(4) ? null : row.GetString(4),
                            RecruitingRows.Person(row, 5),
                            row.IsDBNull(8) ? null : Enum.Parse<RoleField>(row.GetString(8)),
                            row.GetString(9),
                            row.GetString(10),
                            row.GetString(11),
                            Instant.FromUnixTimeMilliseconds(row.GetInt64(12))));
                    }
                }

                session.Execute(claim, ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@most", most));
                return claimed;
            },
            ct);
    }

    public Task SettleAsync(EditConflict told, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("DELETE FROM edit_conflicts WHERE n = @n AND attempts = @attempt", ("@n", told.Number), ("@attempt", told.Attempt)), ct);

    public Task PostponeAsync(EditConflict claimed, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            "UPDATE edit_conflicts SET due = @until WHERE n = @n AND attempts = @attempt",
            ("@until", until.ToUnixTimeMilliseconds()), ("@n", claimed.Number), ("@attempt", claimed.Attempt)),
        ct);
}
