using Microsoft.Data.Sqlite;
using NodaTime;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Drafts in the embedded database.</summary>
public sealed class SqliteDrafts(SqliteDatabase database) : IDrafts
{
    private const string Columns = """
        SELECT d.id, p.channel, p.user_id, p.name, d.json, d.publishes, d.version, d.changed
        FROM drafts AS d JOIN people AS p ON p.n = d.person

        """;

    public Task<bool> CreateAsync(Draft draft, int mostOfOwner, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var person = new PeopleRows(session).NumberOf(draft.Owner);
            const string sql = """
                INSERT INTO drafts(id, version, person, json, publishes, due, changed)
                SELECT @id, 1, @person, @json, @due, @due, @now WHERE (SELECT count(*) FROM drafts WHERE person = @person) < @most
                ON CONFLICT(id) DO NOTHING
                """;
            return session.Execute(
                sql, ("@id", draft.Id), ("@person", person), ("@json", draft.Json), ("@due", draft.Due?.ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@most", mostOfOwner)) > 0;
        },
        ct);

    public async Task<StoredDraft?> FindAsync(string id, CancellationToken ct) =>
        (await database.ReadAsync(session => Rows(session.Statement(Columns + "WHERE d.id = @id", ("@id", id))), ct)).SingleOrDefault();

    public Task<IReadOnlyList<StoredDraft>> OfOwnerAsync(Actor owner, CancellationToken ct) => database.ReadAsync(session => OfOwner(session, owner), ct);

    internal static IReadOnlyList<StoredDraft> OfOwner(SqliteSession session, Actor owner) =>
        Rows(session.Statement(Columns + "WHERE p.channel = @channel AND p.user_id = @user ORDER BY d.n", ("@channel", owner.Channel), ("@user", owner.User)));

    public Task<bool> UpdateAsync(StoredDraft stored, Draft changed, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            const string sql = """
                UPDATE drafts SET version = version + 1, person = @person, json = @json, publishes = @due, due = @due, changed = @now
                WHERE id = @id AND version = @version
                """;
            return session.Execute(
                sql,
                ("@person", new PeopleRows(session).NumberOf(changed.Owner)), ("@json", changed.Json), ("@due", changed.Due?.ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()),
                ("@id", changed.Id), ("@version", stored.Version)) > 0;
        },
        ct);

    public Task<bool> DeleteAsync(StoredDraft stored, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("DELETE FROM drafts WHERE id = @id AND version = @version", ("@id", stored.Draft.Id), ("@version", stored.Version)) > 0, ct);

    public async Task<IReadOnlyList<StoredDraft>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        if (await database.ReadAsync(session => session.Number("SELECT EXISTS(SELECT 1 FROM drafts WHERE due <= @now)", ("@now", now.ToUnixTimeMilliseconds())), ct) == 0)
            return [];
        return await database.WriteAsync<IReadOnlyList<StoredDraft>>(
            session =>
            {
                var due = Rows(session.Statement(Columns + "WHERE d.due <= @now ORDER BY d.due, d.n LIMIT @most", ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)));
                foreach (var draft in due)
                    session.Execute("UPDATE drafts SET version = version + 1, due = @until WHERE id = @id", ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@id", draft.Draft.Id));
                return [.. due.Select(draft => draft with { Version = draft.Version + 1 })];
            },
            ct);
    }

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("DELETE FROM drafts WHERE changed < @before AND publishes IS NULL", ("@before", before.ToUnixTimeMilliseconds())), ct);

    private static IReadOnlyList<StoredDraft> Rows(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var drafts = new List<StoredDraft>();
        while (row.Read())
        {
            var due = row.IsDBNull(5) ? (Instant?)null : Instant.FromUnixTimeMilliseconds(row.GetInt64(5));
            drafts.Add(new StoredDraft(
                new Draft(row.GetString(0), RecruitingRows.Person(row, 1), row.GetString(4), due), row.GetInt64(6), Instant.FromUnixTimeMilliseconds(row.GetInt64(7))));
        }

        return drafts;
    }
}
