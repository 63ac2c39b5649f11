using System.Data;
using PostingsBot.Storage.Delivered;

namespace PostingsBot.Storage.Postgres;

/// <summary>Delivered cards that all bots on a database share.</summary>
public sealed class PostgresDeliveredCards(PostgresDatabase database, int mostPerRole = DeliveredLimits.MostPerRole) : IDeliveredCards
{
    public Task RememberAsync(DeliveredCard card, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            const string sql = """
                INSERT INTO delivered_cards(channel, conversation, activity, reference, card, delivered, change, due, attempts)
                VALUES(@channel, @conversation, @activity, @reference, @card, @now, (SELECT change FROM delivered_state), @now, 0)
                ON CONFLICT(channel, conversation, activity) DO UPDATE SET
                    reference = excluded.reference, card = excluded.card, delivered = excluded.delivered, change = excluded.change, due = excluded.due, attempts = 0
                RETURNING n
                """;
            var n = await PostgresUnit.ValueAsync<long>(
                unit.Command(
                    sql,
                    ("channel", card.Channel), ("conversation", card.Conversation), ("activity", card.Activity), ("reference", card.Reference), ("card", card.Card), ("now", now.ToUnixTimeMilliseconds())),
                ct);
            await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM delivered_roles WHERE card = @n", ("n", n)), ct);
            string[] roles = [.. card.Roles.Distinct(StringComparer.Ordinal)];
            await PostgresUnit.ExecuteAsync(unit.Command("INSERT INTO delivered_roles(role, card) SELECT role, @n FROM unnest(@roles) AS role", ("n", n), ("roles", roles)), ct);
            // Locked in the order of their numbers, so that two bots that bound the same role queue rather than block each other.
            const string bound = """
                DELETE FROM delivered_cards WHERE n IN (
                    SELECT n FROM delivered_cards WHERE n IN (
                        SELECT older.card FROM unnest(@roles) AS role
                        CROSS JOIN LATERAL (SELECT card FROM delivered_roles AS r WHERE r.role = role.role ORDER BY card DESC OFFSET @most) AS older)
                    ORDER BY n FOR UPDATE)
                """;
            await PostgresUnit.ExecuteAsync(unit.Command(bound, ("roles", roles), ("most", mostPerRole)), ct);
            return true;
        },
        ct);

    public Task<string?> FindAsync(string channel, string conversation, string activity, CancellationToken ct) => database.RunAsync(
        IsolationLevel.ReadCommitted,
        unit => PostgresUnit.ValueAsync<string>(
            unit.Command(
                "SELECT card FROM delivered_cards WHERE channel = @channel AND conversation = @conversation AND activity = @activity",
                ("channel", channel), ("conversation", conversation), ("activity", activity)),
            ct),
        ct);

    public Task<int> MarkAsync(DateTimeOffset now, CancellationToken ct) => database.RunAsync(
        IsolationLevel.ReadCommitted,
        async unit =>
        {
            const string news = "SELECT (SELECT seq FROM head) > (SELECT change FROM delivered_state)";
            if (!await PostgresUnit.ValueAsync<bool>(unit.Command(news), ct))
                return 0;
            // Whoever holds this row marks; the others wait for it and then find nothing new.
            var after = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT change FROM delivered_state FOR UPDATE"), ct);
            var head = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT seq FROM head"), ct);
            const string mark = """
                UPDATE delivered_cards SET change = @head, due = greatest(coalesce(due, 0), @now)
                WHERE n IN (
                    SELECT r.card FROM changes AS c JOIN delivered_roles AS r ON r.role = c.posting
                    WHERE c.seq > @after AND c.seq <= @head)
                RETURNING n
                """;
            var marked = await PostgresUnit.RowsAsync(unit.Command(mark, ("head", head), ("now", now.ToUnixTimeMilliseconds()), ("after", after)), row => row.GetInt64(0), ct);
            await PostgresUnit.ExecuteAsync(unit.Command("UPDATE delivered_state SET change = @head", ("head", head)), ct);
            await unit.CommitAsync(ct);
            return marked.Count;
        },
        ct);

    public Task<IReadOnlyList<DueCard>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DueCard>>(
        async unit =>
        {
            const string sql = """
                UPDATE delivered_cards SET due = @until, attempts = attempts + 1
                WHERE n IN (SELECT n FROM delivered_cards WHERE due <= @now ORDER BY due, n LIMIT @most FOR UPDATE SKIP LOCKED)
                RETURNING n, change, attempts, channel, conversation, activity, reference, card
                """;
            return await PostgresUnit.RowsAsync(
                unit.Command(sql, ("until", (now + lease).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()), ("most", most)),
                row => new DueCard(
                    row.GetInt64(0), row.GetInt64(1), row.GetInt32(2),
                    new DeliveredCard(row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), [])),
                ct);
        },
        ct);

    public Task SettleAsync(DueCard due, string card, DateTimeOffset now, CancellationToken ct) => ExecuteAsync(
        "UPDATE delivered_cards SET card = @card, attempts = 0, due = CASE WHEN change = @change THEN NULL ELSE @now END WHERE n = @n AND attempts = @attempt",
        ct, ("card", card), ("change", due.Change), ("now", now.ToUnixTimeMilliseconds()), ("n", due.Number), ("attempt", due.Attempt));

    public Task PostponeAsync(DueCard due, DateTimeOffset until, CancellationToken ct) => ExecuteAsync(
        "UPDATE delivered_cards SET due = @until WHERE n = @n AND attempts = @attempt",
        ct, ("until", until.ToUnixTimeMilliseconds()), ("n", due.Number), ("attempt", due.Attempt));

    public Task ForgetAsync(DueCard due, CancellationToken ct) => ExecuteAsync("DELETE FROM delivered_cards WHERE n = @n", ct, ("n", due.Number));

    public Task ForgetAsync(string channel, string conversation, string activity, CancellationToken ct) => ExecuteAsync(
        "DELETE FROM delivered_cards WHERE channel = @channel AND conversation = @conversation AND activity = @activity",
        ct, ("channel", channel), ("conversation", conversation), ("activity", activity));

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        async unit => (await PostgresUnit.RowsAsync(
            unit.Command("DELETE FROM delivered_cards WHERE delivered < @before RETURNING n", ("before", before.ToUnixTimeMilliseconds())), row => row.GetInt64(0), ct)).Count,
        ct);

    private Task ExecuteAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters) => database.WriteAsync(
        async unit =>
        {
            await PostgresUnit.ExecuteAsync(unit.Command(sql, parameters), ct);
            return true;
        },
        ct);
}
