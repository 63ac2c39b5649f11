using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Postgres;

/// <summary>An outbox that all bots on a database send from.</summary>
public sealed class PostgresOutbox(PostgresDatabase database) : IOutbox
{
    public Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(unit => PutAsync(unit, message, now, ct), ct);

    /// <inheritdoc cref="IOutbox.PutAsync"/>
    internal static async Task<bool> PutAsync(PostgresUnit unit, NewDelivery message, DateTimeOffset now, CancellationToken ct)
    {
        const string sql = "INSERT INTO outbox(key, channel, conversation, payload, state, due, attempts, made) VALUES(@key, @channel, @conversation, @payload, 0, @at, 0, @at) ON CONFLICT (key) DO NOTHING RETURNING n";
        var put = unit.Command(sql, ("key", message.Key), ("channel", message.Channel), ("conversation", message.Conversation), ("payload", message.Payload), ("at", now.ToUnixTimeMilliseconds()));
        return (await PostgresUnit.RowsAsync(put, row => row.GetInt64(0), ct)).Count > 0;
    }

    public Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DueDelivery>>(
        async unit =>
        {
            const string sql = """
                UPDATE outbox SET due = @until, attempts = attempts + 1
                WHERE n IN (
                    SELECT o.n FROM outbox AS o
                    WHERE (o.due <= @now OR o.due > @far) AND NOT EXISTS (
                        SELECT 1 FROM outbox AS e WHERE e.channel = o.channel AND e.conversation = o.conversation AND e.due IS NOT NULL AND e.n < o.n)
                    ORDER BY o.due, o.n LIMIT @most FOR UPDATE OF o SKIP LOCKED)
                RETURNING n, attempts, key, channel, conversation, payload
                """;
            var claimed = await PostgresUnit.RowsAsync(
                unit.Command(sql, ("until", (now + lease).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()), ("far", DigestClock.FarForDelivery(now)), ("most", most)),
                row => new DueDelivery(row.GetInt64(0), row.GetInt32(1), new NewDelivery(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5))),
                ct);
            return [.. claimed.OrderBy(due => due.Number)];
        },
        ct);

    public Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct) => SettleAsync(
        due, "state = 1, due = NULL, settled = @at, activity = @text::text, error = NULL", now, activity, ct);

    public Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct) => SettleAsync(due, "due = @at, error = @text::text", until, error, ct);

    public Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct) => SettleAsync(due, "state = 2, due = NULL, settled = @at, error = @text::text", now, error, ct);

    public Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DeadDelivery>>(
        async unit => await PostgresUnit.RowsAsync(
            unit.Command("SELECT n, key, channel, conversation, payload, error, settled FROM outbox WHERE state = 2 AND settled IS NOT NULL ORDER BY settled DESC, n DESC LIMIT @take", ("take", take)),
            row => new DeadDelivery(row.GetInt64(0), new NewDelivery(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), row.GetString(5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6))), ct),
        ct);

    public Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct) => AnyAsync(
        "UPDATE outbox SET state = 0, due = @now, attempts = 0, settled = NULL, error = NULL WHERE n = @n AND state = 2 RETURNING n", ct, ("now", now.ToUnixTimeMilliseconds()), ("n", number));

    private Task<bool> SettleAsync(DueDelivery due, string set, DateTimeOffset at, string? text, CancellationToken ct) => AnyAsync(
        $"UPDATE outbox SET {set} WHERE n = @n AND attempts = @attempt AND due IS NOT NULL RETURNING n",
        ct, ("at", at.ToUnixTimeMilliseconds()), ("text", text ?? (object)DBNull.Value), ("n", due.Number), ("attempt", due.Attempt));

    private Task<bool> AnyAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters) =>
        database.WriteAsync(async unit => (await PostgresUnit.RowsAsync(unit.Command(sql, parameters), row => row.GetInt64(0), ct)).Count > 0, ct);
}
