using Microsoft.Data.Sqlite;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The outbox beside the catalogue, in the embedded database.</summary>
public sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    public Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(session => Put(session, message, now), ct);

    /// <inheritdoc cref="IOutbox.PutAsync"/>
    internal static bool Put(SqliteSession session, NewDelivery message, DateTimeOffset now) => session.Execute(
        "INSERT INTO outbox(key, channel, conversation, payload, state, due, attempts, made) VALUES(@key, @channel, @conversation, @payload, 0, @at, 0, @at) ON CONFLICT(key) DO NOTHING",
        ("@key", message.Key), ("@channel", message.Channel), ("@conversation", message.Conversation), ("@payload", message.Payload), ("@at", now.ToUnixTimeMilliseconds())) > 0;

    public async Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        var (at, far) = (now.ToUnixTimeMilliseconds(), DigestClock.FarForDelivery(now));
        if (await database.ReadAsync(session => session.Number("SELECT EXISTS(SELECT 1 FROM outbox WHERE due <= @now OR due > @far)", ("@now", at), ("@far", far)), ct) == 0)
            return [];
        return await database.WriteAsync<IReadOnlyList<DueDelivery>>(
            session =>
            {
                const string sql = """
                    UPDATE outbox SET due = @until, attempts = attempts + 1
                    WHERE n IN (
                        SELECT o.n FROM outbox AS o
                        WHERE (o.due <= @now OR o.due > @far) AND NOT EXISTS (
                            SELECT 1 FROM outbox AS e WHERE e.channel = o.channel AND e.conversation = o.conversation AND e.due IS NOT NULL AND e.n < o.n)
                        ORDER BY o.due, o.n LIMIT @most)
                    RETURNING n, attempts, key, channel, conversation, payload
                    """;
                var claimed = Rows(
                    session.Statement(sql, ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", at), ("@far", far), ("@most", most)),
                    row => new DueDelivery(row.GetInt64(0), row.GetInt32(1), new NewDelivery(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5))));
                claimed.Sort((a, b) => a.Number.CompareTo(b.Number));
                return claimed;
            },
            ct);
    }

    public Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct) => SettleAsync(
        due, "state = 1, due = NULL, settled = @at, activity = @text, error = NULL", now, activity, ct);

    public Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct) => SettleAsync(due, "due = @at, error = @text", until, error, ct);

    public Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct) => SettleAsync(due, "state = 2, due = NULL, settled = @at, error = @text", now, error, ct);

    public Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct) => database.ReadAsync<IReadOnlyList<DeadDelivery>>(
        session => Rows(
            session.Statement("SELECT n, key, channel, conversation, payload, error, settled FROM outbox WHERE state = 2 AND settled IS NOT NULL ORDER BY settled DESC, n DESC LIMIT @take", ("@take", take)),
            row => new DeadDelivery(row.GetInt64(0), new NewDelivery(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), row.GetString(5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)))),
        ct);

    public Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("UPDATE outbox SET state = 0, due = @now, attempts = 0, settled = NULL, error = NULL WHERE n = @n AND state = 2", ("@now", now.ToUnixTimeMilliseconds()), ("@n", number)) > 0, ct);

    private Task<bool> SettleAsync(DueDelivery due, string set, DateTimeOffset at, string? text, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(
            $"UPDATE outbox SET {set} WHERE n = @n AND attempts = @attempt AND due IS NOT NULL",
            ("@at", at.ToUnixTimeMilliseconds()), ("@text", text), ("@n", due.Number), ("@attempt", due.Attempt)) > 0,
        ct);

    private static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
