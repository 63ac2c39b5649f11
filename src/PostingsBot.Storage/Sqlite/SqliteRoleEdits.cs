using NodaTime;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Edits of roles in the embedded database.</summary>
public sealed class SqliteRoleEdits(SqliteDatabase database) : IRoleEdits
{
    public Task<EditableRole?> FindAsync(string role, CancellationToken ct) => ReadAsync((_, roles) => roles.Find(role), ct);

    public Task<EditResult> ApplyAsync(EditOrder order, DateTimeOffset now, CancellationToken ct)
    {
        OrderRules.Check(order);
        return database.WriteAsync(session => new SqliteEdit(session, now, ct).Apply(order), ct, isKept: result => result is EditResult.Applied);
    }

    public Task<EditResult> UndoAsync(long batch, Actor by, string from, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(session => new SqliteEdit(session, now, ct).Undo(batch, by, from), ct, isKept: result => result is EditResult.Applied);

    public Task<IReadOnlyList<EditableRole>> OpenOfOwnerAsync(Actor owner, CancellationToken ct) => ReadAsync<IReadOnlyList<EditableRole>>(
        (session, roles) =>
        {
            const string sql = """
                SELECT DISTINCT p.role FROM people AS o JOIN documents AS d ON d.owner = o.n JOIN postings AS p ON p.document = d.n
                WHERE o.channel = @channel AND o.user_id = @user ORDER BY p.role
                """;
            return [.. Read(session, roles, sql, ("@channel", owner.Channel), ("@user", owner.User)).Where(role => role.Shown.IsOpen)];
        },
        ct);

    public Task<IReadOnlyList<Actor>> OwnersAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<Actor>>(
        session =>
        {
            const string sql = """
                SELECT o.channel, o.user_id, o.name FROM people AS o
                WHERE o.channel IS NOT NULL AND EXISTS (
                    SELECT 1 FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN roles AS r ON r.n = p.role JOIN search_rows AS s ON s.id = r.id
                    WHERE d.owner = o.n AND s.removed IS NULL AND s.kind = @open)
                ORDER BY o.n
                """;
            using var reader = session.Statement(sql, ("@open", (int)Index.RowKind.Open)).ExecuteReader();
            var owners = new List<Actor>();
            while (reader.Read())
                owners.Add(RecruitingRows.Person(reader, 0));
            return owners;
        },
        ct);

    public Task<IReadOnlyList<EditableRole>> ClosingAsync(LocalDate? first, LocalDate last, int take, CancellationToken ct) => ReadAsync<IReadOnlyList<EditableRole>>(
        (session, roles) => Read(
            session, roles, "SELECT n FROM roles WHERE closes BETWEEN @first AND @last ORDER BY closes, n LIMIT @take",
            ("@first", first is { } day ? DayText.Of(day) : ""), ("@last", DayText.Of(last)), ("@take", take)),
        ct);

    private Task<T> ReadAsync<T>(Func<SqliteSession, EditableRoles, T> read, CancellationToken ct) => database.ReadAsync(
        session =>
        {
            using var unit = session.Reading();
            return read(session, new EditableRoles(session));
        },
        ct);

    private static List<EditableRole> Read(SqliteSession session, EditableRoles roles, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var rows = new List<long>();
        using (var reader = session.Statement(sql, parameters).ExecuteReader())
        {
            while (reader.Read())
                rows.Add(reader.GetInt64(0));
        }

        return [.. rows.Select(row => roles.Read(row)!)];
    }
}
