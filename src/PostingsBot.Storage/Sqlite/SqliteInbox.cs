using PostingsBot.Storage.Inbox;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The inbox beside the catalogue, in the embedded database.</summary>
public sealed class SqliteInbox(SqliteDatabase database) : IInbox
{
    public Task<int> KeepAsync(IReadOnlyList<Envelope> envelopes, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            const string sql = """
                INSERT INTO inbox(id, conversation, kind, body, received, due, attempts) VALUES(@id, @conversation, @kind, @body, @now, @now, 0)
                ON CONFLICT(id) DO NOTHING
                """;
            return envelopes.Sum(one => session.Execute(
                sql, ("@id", one.Id), ("@conversation", one.Conversation), ("@kind", one.Kind), ("@body", one.Body), ("@now", now.ToUnixTimeMilliseconds())));
        },
        ct);

    public async Task<IReadOnlyList<DueEnvelope>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        // Nothing is written, and no writer waited for, while nothing is due.
        const string any = "SELECT EXISTS(SELECT 1 FROM inbox INDEXED BY inbox_open WHERE due IS NOT NULL AND due <= @now)";
        if (await database.ReadAsync(session => session.Number(any, ("@now", now.ToUnixTimeMilliseconds())), ct) == 0)
            return [];
        return await database.WriteAsync<IReadOnlyList<DueEnvelope>>(
            session =>
            {
                const string sql = """
                    UPDATE inbox SET due = @until, attempts = attempts + 1
                    WHERE n IN (
                        SELECT a.n FROM inbox AS a INDEXED BY inbox_open
                        WHERE a.due IS NOT NULL AND a.due <= @now
                            AND NOT EXISTS (
                                SELECT 1 FROM inbox AS b INDEXED BY inbox_by_conversation WHERE b.conversation = a.conversation AND b.due IS NOT NULL AND b.n < a.n)
                        ORDER BY a.n LIMIT @most)
                    RETURNING n, attempts, received, id, conversation, kind, body
                    """;
                var claimed = new List<DueEnvelope>();
                using var reader = session.Statement(
                    sql, ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)).ExecuteReader();
                while (reader.Read())
                {
                    var envelope = new Envelope(reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6));
                    claimed.Add(new DueEnvelope(reader.GetInt64(0), reader.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)), envelope));
                }

                return [.. claimed.OrderBy(due => due.Number)];
            },
            ct);
    }

    /// <summary>One process works on a data folder: nobody else holds a lease.</summary>
    public Task<int> RecoverAsync(DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Execute("UPDATE inbox SET due = @now WHERE due IS NOT NULL AND due > @now AND attempts > 0", ("@now", now.ToUnixTimeMilliseconds()));
            return (int)session.Number("SELECT COUNT(*) FROM inbox INDEXED BY inbox_open WHERE due IS NOT NULL");
        },
        ct);

    public Task RenewAsync(IReadOnlyList<DueEnvelope> held, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(
        session => held.Sum(due => Move(session, due, until)), ct);

    public Task SettleAsync(IReadOnlyList<DueEnvelope> done, CancellationToken ct) => database.WriteAsync(
        session => done.Sum(due => session.Execute(
            "UPDATE inbox SET due = NULL, body = '' WHERE n = @n AND attempts = @attempt", ("@n", due.Number), ("@attempt", due.Attempt))),
        ct);

    public Task PostponeAsync(DueEnvelope due, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(session => Move(session, due, until), ct);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("DELETE FROM inbox WHERE due IS NULL AND received < @before", ("@before", before.ToUnixTimeMilliseconds())), ct);

    private static int Move(SqliteSession session, DueEnvelope due, DateTimeOffset until) => session.Execute(
        "UPDATE inbox SET due = @until WHERE n = @n AND attempts = @attempt AND due IS NOT NULL",
        ("@until", until.ToUnixTimeMilliseconds()), ("@n", due.Number), ("@attempt", due.Attempt));
}
