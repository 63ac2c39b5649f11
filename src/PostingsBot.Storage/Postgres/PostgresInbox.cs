using PostingsBot.Storage.Inbox;

namespace PostingsBot.Storage.Postgres;

/// <summary>An inbox that all bots on a database share.</summary>
public sealed class PostgresInbox(PostgresDatabase database) : IInbox
{
    public Task<int> KeepAsync(IReadOnlyList<Envelope> envelopes, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            // Two bots that write the same ids in another order may block each other: one of them is then told to begin again, and does.
            const string sql = """
                INSERT INTO inbox(id, conversation, kind, body, received, due, attempts)
                SELECT id, conversation, kind, body, @now, @now, 0
                FROM unnest(@ids, @conversations, @kinds, @bodies) WITH ORDINALITY AS one(id, conversation, kind, body, place)
                ORDER BY place
                ON CONFLICT(id) DO NOTHING
                RETURNING n
                """;
            var kept = await PostgresUnit.RowsAsync(
                unit.Command(
                    sql,
                    ("ids", envelopes.Select(one => one.Id).ToArray()), ("conversations", envelopes.Select(one => one.Conversation).ToArray()),
                    ("kinds", envelopes.Select(one => one.Kind).ToArray()), ("bodies", envelopes.Select(one => one.Body).ToArray()), ("now", now.ToUnixTimeMilliseconds())),
                row => row.GetInt64(0),
                ct);
            return kept.Count;
        },
        ct);

    public Task<IReadOnlyList<DueEnvelope>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DueEnvelope>>(
        async unit =>
        {
            const string sql = """
                UPDATE inbox SET due = @until, attempts = attempts + 1
                WHERE n IN (
                    SELECT a.n FROM inbox AS a
                    WHERE a.due IS NOT NULL AND a.due <= @now
                        AND NOT EXISTS (SELECT 1 FROM inbox AS b WHERE b.conversation = a.conversation AND b.due IS NOT NULL AND b.n < a.n)
                    ORDER BY a.n LIMIT @most FOR UPDATE SKIP LOCKED)
                RETURNING n, attempts, received, id, conversation, kind, body
                """;
            var claimed = await PostgresUnit.RowsAsync(
                unit.Command(sql, ("until", (now + lease).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()), ("most", most)),
                row => new DueEnvelope(
                    row.GetInt64(0), row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                    new Envelope(row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6))),
                ct);
            return [.. claimed.OrderBy(due => due.Number)];
        },
        ct);

    /// <summary>Another bot may be at work on any of them.</summary>
    public Task<int> RecoverAsync(DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit => (int)await PostgresUnit.ValueAsync<long>(unit.Command("SELECT COUNT(*) FROM inbox WHERE due IS NOT NULL"), ct), ct);

    public Task RenewAsync(IReadOnlyList<DueEnvelope> held, DateTimeOffset until, CancellationToken ct) => OfAsync(
        held, "UPDATE inbox SET due = @until FROM held WHERE inbox.n = held.n AND inbox.attempts = held.attempt AND due IS NOT NULL", ct, ("until", until.ToUnixTimeMilliseconds()));

    public Task SettleAsync(IReadOnlyList<DueEnvelope> done, CancellationToken ct) => OfAsync(
        done, "UPDATE inbox SET due = NULL, body = '' FROM held WHERE inbox.n = held.n AND inbox.attempts = held.attempt", ct);

    public Task PostponeAsync(DueEnvelope due, DateTimeOffset until, CancellationToken ct) => RenewAsync([due], until, ct);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        async unit => (await PostgresUnit.RowsAsync(
            unit.Command("DELETE FROM inbox WHERE due IS NULL AND received < @before RETURNING n", ("before", before.ToUnixTimeMilliseconds())), row => row.GetInt64(0), ct)).Count,
        ct);

    /// <summary>Runs the statement over the rows that are still held as they were claimed.</summary>
    private Task OfAsync(IReadOnlyList<DueEnvelope> envelopes, string sql, CancellationToken ct, params (string Name, object Value)[] parameters) => database.WriteAsync(
        async unit =>
        {
            (string, object)[] all = [("ns", envelopes.Select(due => due.Number).ToArray()), ("attempts", envelopes.Select(due => due.Attempt).ToArray()), .. parameters];
            await PostgresUnit.ExecuteAsync(unit.Command("WITH held AS (SELECT n, attempt FROM unnest(@ns, @attempts) AS one(n, attempt) ORDER BY n) " + sql, all), ct);
            return true;
        },
        ct);
}
