using Microsoft.Data.Sqlite;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Saved;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Saved roles beside the catalogue, in the embedded database.</summary>
public sealed class SqliteSavedRoles(SqliteDatabase database) : ISavedRoles
{
    private const string Columns = "SELECT n, due, owner_channel, owner_user, channel, conversation, kind, role, name, print, is_open FROM saved_roles ";

    public Task<SaveResult> SaveAsync(SavedRole saved, int mostOfOwner, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var (owner, to) = (saved.Owner, saved.Destination);
            const string own = "SELECT count(*) FROM saved_roles WHERE owner_channel = @channel AND owner_user = @user";
            var isKnown = session.Number(own + " AND role = @role", ("@channel", owner.Channel), ("@user", owner.User), ("@role", saved.Role)) > 0;
            if (!isKnown && session.Number(own, ("@channel", owner.Channel), ("@user", owner.User)) >= mostOfOwner)
                return SaveResult.Full;
            // Due at once: the role may have changed between the look at it and now.
            const string sql = """
                INSERT INTO saved_roles(owner_channel, owner_user, channel, conversation, kind, role, name, print, is_open, saved, due)
                VALUES(@owner_channel, @owner_user, @channel, @conversation, @kind, @role, @name, @print, @is_open, @now, (SELECT coalesce(max(seq), 0) FROM changes))
                ON CONFLICT(owner_channel, owner_user, role) DO UPDATE SET
                    channel = coalesce(excluded.channel, channel), conversation = coalesce(excluded.conversation, conversation), kind = coalesce(excluded.kind, kind),
                    name = excluded.name, print = excluded.print, is_open = excluded.is_open, due = excluded.due
                """;
            session.Execute(
                sql,
                ("@owner_channel", owner.Channel), ("@owner_user", owner.User), ("@channel", to?.Channel), ("@conversation", to?.Conversation), ("@kind", to?.Kind.ToString()),
                ("@role", saved.Role), ("@name", saved.Name), ("@print", saved.Print), ("@is_open", saved.IsOpen), ("@now", now.ToUnixTimeMilliseconds()));
            return isKnown ? SaveResult.SavedBefore : SaveResult.Saved;
        },
        ct);

    public Task<int> RemoveAsync(Owner owner, IReadOnlyList<string> roles, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            "DELETE FROM saved_roles WHERE owner_channel = @channel AND owner_user = @user AND role IN (SELECT value FROM json_each(@roles))",
            ("@channel", owner.Channel), ("@user", owner.User), ("@roles", JsonOut.Strings(roles))),
        ct);

    public Task<IReadOnlyList<SavedRole>> OfOwnerAsync(Owner owner, CancellationToken ct) => database.ReadAsync<IReadOnlyList<SavedRole>>(
        session => Rows(
            session.Statement(Columns + "WHERE owner_channel = @channel AND owner_user = @user ORDER BY n DESC", ("@channel", owner.Channel), ("@user", owner.User)), row => Saved(row)),
        ct);

    public async Task<IReadOnlyList<DueSavedRole>> DueAsync(int most, CancellationToken ct)
    {
        // Nothing is written, and no writer waited for, while nothing changes.
        const string news = "SELECT (SELECT coalesce(max(seq), 0) FROM changes) > (SELECT change FROM saved_state)";
        if (await database.ReadAsync(session => session.Number(news), ct) > 0)
            await database.WriteAsync(Mark, ct);
        return await database.ReadAsync<IReadOnlyList<DueSavedRole>>(
            session => Rows(session.Statement(Columns + "WHERE due IS NOT NULL ORDER BY due, n LIMIT @most", ("@most", most)), row => new DueSavedRole(row.GetInt64(0), row.GetInt64(1), Saved(row))),
            ct);
    }

    public Task<bool> SettleAsync(DueSavedRole due, SavedRole? known, NewDelivery? message, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var settled = known is null
                ? session.Execute("DELETE FROM saved_roles WHERE n = @n AND due = @due", ("@n", due.Number), ("@due", due.Change))
                : session.Execute(
                    "UPDATE saved_roles SET due = NULL, name = @name, print = @print, is_open = @is_open WHERE n = @n AND due = @due",
                    ("@name", known.Name), ("@print", known.Print), ("@is_open", known.IsOpen), ("@n", due.Number), ("@due", due.Change));
            if (settled > 0 && message is not null)
                SqliteOutbox.Put(session, message, now);
            return settled > 0;
        },
        ct);

    private static int Mark(SqliteSession session)
    {
        var head = session.Number("SELECT coalesce(max(seq), 0) FROM changes");
        const string mark = """
            UPDATE saved_roles SET due = @head
            WHERE role IN (SELECT posting FROM changes WHERE seq > (SELECT change FROM saved_state) AND seq <= @head AND posting IS NOT NULL)
            """;
        session.Execute(mark, ("@head", head));
        return session.Execute("UPDATE saved_state SET change = @head", ("@head", head));
    }

    private static SavedRole Saved(SqliteDataReader row) => new(
        new Owner(row.GetString(2), row.GetString(3)),
        row.IsDBNull(4) ? null : new Destination(row.GetString(4), row.GetString(5), Enum.Parse<DestinationKind>(row.GetString(6))),
        row.GetString(7), row.GetString(8), row.GetString(9), row.GetBoolean(10));

    private static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
