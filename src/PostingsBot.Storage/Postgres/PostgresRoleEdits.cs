using System.Data;
using NodaTime;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Postgres;

/// <summary>Edits of roles in the record that all bots on a database share.</summary>
public sealed class PostgresRoleEdits(PostgresDatabase database) : IRoleEdits
{
    public Task<EditableRole?> FindAsync(string role, CancellationToken ct) => ReadAsync(unit => new EditableRolesOfRecord(unit, ct).FindAsync(role), ct);

    public Task<EditResult> ApplyAsync(EditOrder order, DateTimeOffset now, CancellationToken ct)
    {
        OrderRules.Check(order);
        return WriteAsync(unit => new PostgresEdit(unit, now, ct).ApplyAsync(order), ct);
    }

    public Task<EditResult> UndoAsync(long batch, Actor by, string from, DateTimeOffset now, CancellationToken ct) =>
        WriteAsync(unit => new PostgresEdit(unit, now, ct).UndoAsync(batch, by, from), ct);

    public Task<IReadOnlyList<EditableRole>> OpenOfOwnerAsync(Actor owner, CancellationToken ct) => ReadAsync(
        """
        SELECT r.id FROM roles AS r
        WHERE r.is_open AND r.n IN (
            SELECT p.role FROM people AS o JOIN documents AS d ON d.owner = o.n JOIN postings AS p ON p.document = d.n
            WHERE o.channel = @channel AND o.user_id = @user)
        ORDER BY r.n
        """,
        ct, ("channel", owner.Channel), ("user", owner.User));

    public Task<IReadOnlyList<Actor>> OwnersAsync(CancellationToken ct) => ReadAsync<IReadOnlyList<Actor>>(
        async unit =>
        {
            const string sql = """
                SELECT o.channel, o.user_id, o.name FROM people AS o
                WHERE o.channel IS NOT NULL AND EXISTS (
                    SELECT 1 FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN roles AS r ON r.n = p.role WHERE d.owner = o.n AND r.is_open)
                ORDER BY o.n
                """;
            return await PostgresUnit.RowsAsync(unit.Command(sql), row => RecruitingRows.Person(row, 0), ct);
        },
        ct);

    public Task<IReadOnlyList<EditableRole>> ClosingAsync(LocalDate? first, LocalDate last, int take, CancellationToken ct) => ReadAsync(
        "SELECT id FROM roles WHERE closes BETWEEN @first AND @last ORDER BY closes, n LIMIT @take",
        ct, ("first", first is { } day ? DayText.Of(day) : ""), ("last", DayText.Of(last)), ("take", take));

    private Task<IReadOnlyList<EditableRole>> ReadAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters) => ReadAsync(
        async unit => await new EditableRolesOfRecord(unit, ct).ReadAsync([.. await PostgresUnit.RowsAsync(unit.Command(sql, parameters), row => row.GetString(0), ct)]), ct);

    private Task<T> ReadAsync<T>(Func<PostgresUnit, Task<T>> read, CancellationToken ct) => database.RunAsync(IsolationLevel.RepeatableRead, read, ct);

    private Task<EditResult> WriteAsync(Func<PostgresUnit, Task<EditResult>> write, CancellationToken ct) => database.RunAsync(
        IsolationLevel.ReadCommitted,
        async unit =>
        {
            var result = await write(unit);
            if (result is EditResult.Applied)
                await unit.CommitAsync(ct);
            return result;
        },
        ct);
}
