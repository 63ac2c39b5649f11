using NodaTime;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>Edits to tell people of, shared by all bots on a database.</summary>
public sealed class PostgresEditConflicts(PostgresDatabase database) : IEditConflicts
{
    public Task<IReadOnlyList<EditConflict>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<EditConflict>>(
        async unit =>
        {
            const string sql = """
                UPDATE edit_conflicts AS c SET due = @until, attempts = c.attempts + 1
                FROM people AS p
                WHERE p.n = c.person AND c.n IN (SELECT n FROM edit_conflicts WHERE due <= @now ORDER BY n LIMIT @most FOR UPDATE SKIP LOCKED)
                RETURNING c.n, c.attempts, c.role, c.title, c.employer, p.channel, p.user_id, p.name, c.field, c.under, c.edited, c.now, c.at
                """;
            var claimed = await PostgresUnit.RowsAsync(
                unit.Command(sql, ("until", (now + lease).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()), ("most", most)),
                row => new EditConflict(
                    row.GetInt64(0),
                    row.GetInt32(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    RecruitingRows.Person(row, 5),
                    row.IsDBNull(8) ? null : Enum.Parse<RoleField>(row.GetString(8)),
                    row.GetString(9),
                    row.GetString(10),
                    row.GetString(11),
                    Instant.FromUnixTimeMilliseconds(row.GetInt64(12))),
                ct);
            return [.. claimed.OrderBy(conflict => conflict.Number)];
        },
        ct);

    public Task SettleAsync(EditConflict told, CancellationToken ct) => database.ExecuteAsync(
        "DELETE FROM edit_conflicts WHERE n = @n AND attempts = @attempt", ct, ("n", told.Number), ("attempt", told.Attempt));

    public Task PostponeAsync(EditConflict claimed, DateTimeOffset until, CancellationToken ct) => database.ExecuteAsync(
        "UPDATE edit_conflicts SET due = @until WHERE n = @n AND attempts = @attempt",
        ct, ("until", until.ToUnixTimeMilliseconds()), ("n", claimed.Number), ("attempt", claimed.Attempt));
}
