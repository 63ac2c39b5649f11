using PostingsBot.Storage.Delivered;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Delivered cards beside the catalogue, in the embedded database.</summary>
public sealed class SqliteDeliveredCards(SqliteDatabase database, int mostPerRole = DeliveredLimits.MostPerRole) : IDeliveredCards
{
    public Task RememberAsync(DeliveredCard card, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            const string sql = """
                INSERT INTO delivered_cards(channel, conversation, activity, reference, card, delivered, change, due, attempts)
                VALUES(@channel, @conversation, @activity, @reference, @card, @now, (SELECT change FROM delivered_state), @now, 0)
                ON CONFLICT(channel, conversation, activity) DO UPDATE SET
                    reference = excluded.reference, card = excluded.card, delivered = excluded.delivered, change = excluded.change, due = excluded.due, attempts = 0
                RETURNING n
                """;
            var n = session.Number(
                sql,
                ("@channel", card.Channel), ("@conversation", card.Conversation), ("@activity", card.Activity), ("@reference", card.Reference), ("@card", card.Card), ("@now", now.ToUnixTimeMilliseconds()));
            session.Execute("DELETE FROM delivered_roles WHERE card = @n", ("@n", n));
            foreach (var role in card.Roles.Distinct(StringComparer.Ordinal))
            {
                session.Execute("INSERT INTO delivered_roles(role, card) VALUES(@role, @n)", ("@role", role), ("@n", n));
                const string bound = "DELETE FROM delivered_cards WHERE n IN (SELECT card FROM delivered_roles WHERE role = @role ORDER BY card DESC LIMIT -1 OFFSET @most)";
                session.Execute(bound, ("@role", role), ("@most", mostPerRole));
            }

            return n;
        },
        ct);

    public Task<string?> FindAsync(string channel, string conversation, string activity, CancellationToken ct) => database.ReadAsync(
        session => session.Statement(
            "SELECT card FROM delivered_cards WHERE channel = @channel AND conversation = @conversation AND activity = @activity",
            ("@channel", channel), ("@conversation", conversation), ("@activity", activity)).ExecuteScalar() as string,
        ct);

    public async Task<int> MarkAsync(DateTimeOffset now, CancellationToken ct)
    {
        // Nothing is written, and no writer waited for, while nothing changes.
        const string news = "SELECT (SELECT coalesce(max(seq), 0) FROM changes) > (SELECT change FROM delivered_state)";
        if (await database.ReadAsync(session => session.Number(news), ct) == 0)
            return 0;
        return await database.WriteAsync(
            session =>
            {
                var head = session.Number("SELECT coalesce(max(seq), 0) FROM changes");
                const string mark = """
                    UPDATE delivered_cards SET change = @head, due = max(coalesce(due, 0), @now)
                    WHERE n IN (
                        SELECT r.card FROM changes AS c JOIN delivered_roles AS r ON r.role = c.posting
                        WHERE c.seq > (SELECT change FROM delivered_state) AND c.seq <= @head)
                    """;
                var marked = session.Execute(mark, ("@head", head), ("@now", now.ToUnixTimeMilliseconds()));
                session.Execute("UPDATE delivered_state SET change = @head", ("@head", head));
                return marked;
            },
            ct);
    }

    public async Task<IReadOnlyList<DueCard>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        if (await database.ReadAsync(session => session.Number("SELECT EXISTS(SELECT 1 FROM delivered_cards WHERE due <= @now)", ("@now", now.ToUnixTimeMilliseconds())), ct) == 0)
            return [];
        return await database.WriteAsync<IReadOnlyList<DueCard>>(
            session =>
            {
                const string sql = """
                    UPDATE delivered_cards SET due = @until, attempts = attempts + 1
                    WHERE n IN (SELECT n FROM delivered_cards WHERE due <= @now ORDER BY due, n LIMIT @most)
                    RETURNING n, change, attempts, channel, conversation, activity, reference, card
                    """;
                var claimed = new List<DueCard>();
                using var reader = session.Statement(
                    sql, ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)).ExecuteReader();
                while (reader.Read())
                {
                    var card = new DeliveredCard(reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetString(7), []);
                    claimed.Add(new DueCard(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), card));
                }

                return claimed;
            },
            ct);
    }

    public Task SettleAsync(DueCard due, string card, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            "UPDATE delivered_cards SET card = @card, attempts = 0, due = CASE WHEN change = @change THEN NULL ELSE @now END WHERE n = @n AND attempts = @attempt",
            ("@card", card), ("@change", due.Change), ("@now", now.ToUnixTimeMilliseconds()), ("@n", due.Number), ("@attempt", due.Attempt)),
        ct);

    public Task PostponeAsync(DueCard due, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            "UPDATE delivered_cards SET due = @until WHERE n = @n AND attempts = @attempt",
            ("@until", until.ToUnixTimeMilliseconds()), ("@n", due.Number), ("@attempt", due.Attempt)),
        ct);

    public Task ForgetAsync(DueCard due, CancellationToken ct) =>
        database.WriteAsync(session => session.Execute("DELETE FROM delivered_cards WHERE n = @n", ("@n", due.Number)), ct);

    public Task ForgetAsync(string channel, string conversation, string activity, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            "DELETE FROM delivered_cards WHERE channel = @channel AND conversation = @conversation AND activity = @activity",
            ("@channel", channel), ("@conversation", conversation), ("@activity", activity)),
        ct);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) =>
        database.WriteAsync(session => session.Execute("DELETE FROM delivered_cards WHERE delivered < @before", ("@before", before.ToUnixTimeMilliseconds())), ct);
}
