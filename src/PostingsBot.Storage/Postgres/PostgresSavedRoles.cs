using Npgsql;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Saved;

namespace PostingsBot.Storage.Postgres;

/// <summary>Saved roles that all bots on a database share.</summary>
public sealed class PostgresSavedRoles(PostgresDatabase database) : ISavedRoles
{
    private const string Columns = "SELECT n, due, owner_channel, owner_user, channel, conversation, kind, role, name, print, is_open FROM saved_roles ";

    public Task<SaveResult> SaveAsync(SavedRole saved, int mostOfOwner, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            var (owner, to) = (saved.Owner, saved.Destination);
            // One person's saves go one after another, or two at once would pass the limit.
            await PostgresUnit.ExecuteAsync(unit.Command("SELECT pg_advisory_xact_lock(hashtextextended(@owner, 0))", ("owner", $"saved {owner.Channel} {owner.User}")), ct);
            const string own = "SELECT role = @role FROM saved_roles WHERE owner_channel = @channel AND owner_user = @user";
            var before = await PostgresUnit.RowsAsync(unit.Command(own, ("role", saved.Role), ("channel", owner.Channel), ("user", owner.User)), row => row.GetBoolean(0), ct);
            if (!before.Contains(true) && before.Count >= mostOfOwner)
                return SaveResult.Full;
            // Due at once: the role may have changed between the look at it and now.
            const string sql = """
                INSERT INTO saved_roles AS s (owner_channel, owner_user, channel, conversation, kind, role, name, print, is_open, saved, due)
                VALUES(@owner_channel, @owner_user, @channel, @conversation, @kind, @role, @name, @print, @is_open, @now, (SELECT seq FROM head))
                ON CONFLICT(owner_channel, owner_user, role) DO UPDATE SET
                    channel = coalesce(excluded.channel, s.channel), conversation = coalesce(excluded.conversation, s.conversation), kind = coalesce(excluded.kind, s.kind),
                    name = excluded.name, print = excluded.print, is_open = excluded.is_open, due = excluded.due
                """;
            await PostgresUnit.ExecuteAsync(
                unit.Command(
                    sql,
                    ("owner_channel", owner.Channel), ("owner_user", owner.User), ("channel", TextOrNull(to?.Channel)), ("conversation", TextOrNull(to?.Conversation)), ("kind", TextOrNull(to?.Kind.ToString())),
                    ("role", saved.Role), ("name", saved.Name), ("print", saved.Print), ("is_open", saved.IsOpen), ("now", now.ToUnixTimeMilliseconds())),
                ct);
            return before.Contains(true) ? SaveResult.SavedBefore : SaveResult.Saved;
        },
        ct);

    public Task<int> RemoveAsync(Owner owner, IReadOnlyList<string> roles, CancellationToken ct) => database.WriteAsync(
        async unit => (await PostgresUnit.RowsAsync(
            unit.Command(
                "DELETE FROM saved_roles WHERE owner_channel = @channel AND owner_user = @user AND role = ANY(@roles) RETURNING n",
                ("channel", owner.Channel), ("user", owner.User), ("roles", roles.ToArray())),
            row => row.GetInt64(0), ct)).Count,
        ct);

    public Task<IReadOnlyList<SavedRole>> OfOwnerAsync(Owner owner, CancellationToken ct) => database.WriteAsync<IReadOnlyList<SavedRole>>(
        async unit => await PostgresUnit.RowsAsync(
            unit.Command(Columns + "WHERE owner_channel = @channel AND owner_user = @user ORDER BY n DESC", ("channel", owner.Channel), ("user", owner.User)), Saved, ct),
        ct);

    public Task<IReadOnlyList<DueSavedRole>> DueAsync(int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DueSavedRole>>(
        async unit =>
        {
            const string news = "SELECT (SELECT seq FROM head) > (SELECT change FROM saved_state)";
            if (await PostgresUnit.ValueAsync<bool>(unit.Command(news), ct))
                await MarkAsync(unit, ct);
            return await PostgresUnit.RowsAsync(
                unit.Command(Columns + "WHERE due IS NOT NULL ORDER BY due, n LIMIT @most", ("most", most)), row => new DueSavedRole(row.GetInt64(0), row.GetInt64(1), Saved(row)), ct);
        },
        ct);

    public Task<bool> SettleAsync(DueSavedRole due, SavedRole? known, NewDelivery? message, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            var settled = await PostgresUnit.RowsAsync(
                known is null
                    ? unit.Command("DELETE FROM saved_roles WHERE n = @n AND due = @due RETURNING n", ("n", due.Number), ("due", due.Change))
                    : unit.Command(
                        "UPDATE saved_roles SET due = NULL, name = @name, print = @print, is_open = @is_open WHERE n = @n AND due = @due RETURNING n",
                        ("name", known.Name), ("print", known.Print), ("is_open", known.IsOpen), ("n", due.Number), ("due", due.Change)),
                row => row.GetInt64(0), ct);
            if (settled.Count > 0 && message is not null)
                await PostgresOutbox.PutAsync(unit, message, now, ct);
            return settled.Count > 0;
        },
        ct);

    private static async Task MarkAsync(PostgresUnit unit, CancellationToken ct)
    {
        // Whoever comes second waits here and finds nothing more to mark.
        var from = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT change FROM saved_state FOR UPDATE"), ct);
        var head = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT seq FROM head"), ct);
        const string mark = "UPDATE saved_roles SET due = @head WHERE role IN (SELECT posting FROM changes WHERE seq > @from AND seq <= @head AND posting IS NOT NULL)";
        await PostgresUnit.ExecuteAsync(unit.Command(mark, ("head", head), ("from", from)), ct);
        await PostgresUnit.ExecuteAsync(unit.Command("UPDATE saved_state SET change = @head", ("head", head)), ct);
    }

    private static object TextOrNull(string? text) => text ?? (object)DBNull.Value;

    private static SavedRole Saved(NpgsqlDataReader row) => new(
        new Owner(row.GetString(2), row.GetString(3)),
        row.IsDBNull(4) ? null : new Destination(row.GetString(4), row.GetString(5), Enum.Parse<DestinationKind>(row.GetString(6))),
        row.GetString(7), row.GetString(8), row.GetString(9), row.GetBoolean(10));
}
