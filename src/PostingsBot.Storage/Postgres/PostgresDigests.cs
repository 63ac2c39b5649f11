using Npgsql;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Postgres;

/// <summary>Digests that all bots on a database make together.</summary>
public sealed class PostgresDigests(PostgresDatabase database) : IDigests
{
    public Task<long> MatchedChangeAsync(CancellationToken ct) => database.WriteAsync(unit => PostgresUnit.ValueAsync<long>(unit.Command("SELECT change FROM digest_state"), ct), ct);

    public Task<IReadOnlyList<StandingQuestion>> QuestionsAsync(long after, int take, CancellationToken ct) => database.WriteAsync<IReadOnlyList<StandingQuestion>>(
        async unit => await PostgresUnit.RowsAsync(
            unit.Command("SELECT n, json FROM standing_questions WHERE n > @after ORDER BY n LIMIT @take", ("after", after), ("take", take)),
            row => new StandingQuestion(row.GetInt64(0), SubscriptionJson.ReadConstraints(row.GetString(1))), ct),
        ct);

    public Task<bool> NoteNewsAsync(MatchedNews news, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            // Whoever holds this row writes: the others wait for it and then find that they are late. So news appear in the order of their numbers.
            const string move = "UPDATE digest_state SET change = @to WHERE change = @from RETURNING change";
            if ((await PostgresUnit.RowsAsync(unit.Command(move, ("to", news.To), ("from", news.From)), row => row.GetInt64(0), ct)).Count == 0)
                return false;
            await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM news WHERE role = ANY(@roles)", ("roles", news.Roles.ToArray())), ct);
            const string insert = """
                INSERT INTO news(question, role, at)
                SELECT question, role, @at FROM unnest(@questions, @roles) WITH ORDINALITY AS one(question, role, place) ORDER BY place
                """;
            var (questions, roles) = (news.Matched.Select(one => one.Question).ToArray(), news.Matched.Select(one => one.Role).ToArray());
            await PostgresUnit.ExecuteAsync(unit.Command(insert, ("at", now.ToUnixTimeMilliseconds()), ("questions", questions), ("roles", roles)), ct);
            await PostgresUnit.ExecuteAsync(unit.Command("UPDATE closed_roles SET is_closed = false WHERE role = ANY(@roles)", ("roles", news.Roles.ToArray())), ct);
            const string close = """
                INSERT INTO closed_roles(role, change, is_closed) SELECT DISTINCT role, @to, true FROM unnest(@roles) AS one(role)
                ON CONFLICT(role) DO UPDATE SET change = excluded.change, is_closed = true
                """;
            await PostgresUnit.ExecuteAsync(unit.Command(close, ("to", news.To), ("roles", news.ClosedRoles.ToArray())), ct);
            // Also those that somebody holds, so that they are waited for: what a digest in the making missed wakes its subscription again.
            const string wake = """
                UPDATE subscriptions SET due = coalesce(due, @now)
                WHERE n IN (SELECT n FROM subscriptions WHERE question = ANY(@questions) AND is_at_once AND is_active ORDER BY n FOR UPDATE)
                """;
            await PostgresUnit.ExecuteAsync(unit.Command(wake, ("now", now.ToUnixTimeMilliseconds()), ("questions", questions.Distinct().ToArray())), ct);
            return true;
        },
        ct);

    public Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DueSubscription>>(
        async unit =>
        {
            // One bot at a time, so that what is due for one destination goes to one bot and into one message.
            await PostgresUnit.ExecuteAsync(unit.Command("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' digests', 0))"), ct);
            // Before the news: those that come in between are no more than looked at twice.
            var matched = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT change FROM digest_state"), ct);
            const string sql = """
                WITH d AS (
                    SELECT DISTINCT channel, conversation FROM (
                        (SELECT channel, conversation FROM subscriptions WHERE due <= @now ORDER BY due, n LIMIT @most)
                        UNION ALL (SELECT channel, conversation FROM subscriptions WHERE due > @far AND is_active LIMIT @most)) AS first),
                taken AS (
                    SELECT s.n FROM subscriptions AS s JOIN d USING (channel, conversation)
                    WHERE s.due <= @now OR (s.due > @far AND s.is_active) ORDER BY s.n FOR UPDATE OF s SKIP LOCKED)
                UPDATE subscriptions AS s SET due = @until, version = s.version + 1 FROM taken WHERE s.n = taken.n
                RETURNING s.n, s.version, s.seen, s.json
                """;
            var claimed = await PostgresUnit.RowsAsync(
                unit.Command(sql, ("now", now.ToUnixTimeMilliseconds()), ("far", DigestClock.FarFrom(now)), ("most", most), ("until", (now + lease).ToUnixTimeMilliseconds())), row => Row(row, matched), ct);
            return await WithNewsAsync(unit, [.. claimed.OrderBy(due => due.Number)], ct);
        },
        ct);

    public Task<IReadOnlyList<DueSubscription>> PeekAsync(DateTimeOffset now, (string Channel, string Conversation)? after, int most, CancellationToken ct) => database.WriteAsync<IReadOnlyList<DueSubscription>>(
        async unit =>
        {
            const string sql = """
                SELECT s.n, s.version, s.seen, s.json FROM (
                    SELECT DISTINCT channel, conversation FROM subscriptions
                    WHERE (due <= @now OR (due > @far AND is_active)) AND (channel, conversation) > (@channel, @conversation)
                    ORDER BY channel, conversation LIMIT @most) AS d
                JOIN subscriptions AS s USING (channel, conversation)
                WHERE s.due <= @now OR (s.due > @far AND s.is_active) ORDER BY channel, conversation, s.n
                """;
            var matched = await PostgresUnit.ValueAsync<long>(unit.Command("SELECT change FROM digest_state"), ct);
            var due = await PostgresUnit.RowsAsync(
                unit.Command(
                    sql, ("now", now.ToUnixTimeMilliseconds()), ("far", DigestClock.FarFrom(now)), ("channel", after?.Channel ?? ""), ("conversation", after?.Conversation ?? ""), ("most", most)),
                row => Row(row, matched), ct);
            return await WithNewsAsync(unit, due, ct);
        },
        ct);

    public Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(unit => new PostgresDigestCommit(unit, now).WriteAsync(bundles, ct), ct);

    public Task PruneAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM news WHERE at < @before", ("before", before.ToUnixTimeMilliseconds())), ct);
            await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM outbox WHERE state > 0 AND settled < @before", ("before", before.ToUnixTimeMilliseconds())), ct);
            return true;
        },
        ct);

    public Task<DigestStatus> StatusAsync(DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            const string sql = """
                SELECT (SELECT count(*) FROM subscriptions)::int,
                    (SELECT count(*) FROM subscriptions WHERE due <= @now)::int, (SELECT min(due) FROM subscriptions WHERE due <= @now),
                    (SELECT count(*) FROM outbox WHERE due IS NOT NULL)::int, (SELECT min(made) FROM outbox WHERE due IS NOT NULL),
                    (SELECT count(*) FROM outbox WHERE state = 2 AND settled IS NOT NULL)::int, (SELECT max(settled) FROM outbox WHERE state = 1 AND settled IS NOT NULL),
                    since, done::int, at, (SELECT count(*) FROM outbox WHERE state = 1 AND settled IS NOT NULL AND settled >= since)::int
                FROM digest_run
                """;
            return (await PostgresUnit.RowsAsync(
                unit.Command(sql, ("now", now.ToUnixTimeMilliseconds())),
                row =>
                {
                    DateTimeOffset? Time(int at) => row.IsDBNull(at) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at));
                    return new DigestStatus(row.GetInt32(0), row.GetInt32(1), Time(2), row.GetInt32(3), Time(4), row.GetInt32(5), Time(6))
                    {
                        Run = row.GetInt32(8) > 0 ? new DigestRun(Time(7)!.Value, row.GetInt32(8), Time(9)!.Value, row.GetInt32(10)) : null,
                    };
                },
                ct))[0];
        },
        ct);

    private static DueSubscription Row(NpgsqlDataReader row, long matched) =>
        new(row.GetInt64(0), new StoredSubscription(SubscriptionJson.Read(row.GetString(3)), row.GetInt64(1)), matched, row.GetInt64(2), [], new Dictionary<string, Told>());

    private static async Task<IReadOnlyList<DueSubscription>> WithNewsAsync(PostgresUnit unit, List<DueSubscription> claimed, CancellationToken ct)
    {
        const string sql = """
            SELECT s.n, w.n, w.role, l.print, l.is_open AND NOT EXISTS (SELECT 1 FROM closed_roles AS c WHERE c.role = l.role AND c.change > l.change)
            FROM subscriptions AS s
            JOIN news AS w ON w.question = s.question AND w.n > s.seen
            LEFT JOIN ledger AS l ON l.subscription = s.n AND l.role = w.role
            WHERE s.n = ANY(@ns) ORDER BY s.n, w.n
            """;
        var rows = await PostgresUnit.RowsAsync(
            unit.Command(sql, ("ns", claimed.Select(due => due.Number).ToArray())),
            row => (N: row.GetInt64(0), News: row.GetInt64(1), Role: row.GetString(2), Line: row.IsDBNull(3) ? null : new Told(row.GetString(2), row.GetString(3), row.GetBoolean(4))),
            ct);
        var bySubscription = rows.ToLookup(row => row.N);
        return claimed.ConvertAll(due => bySubscription[due.Number].ToList() is { Count: > 0 } news
            ? due with
            {
                Seen = news[^1].News,
                Roles = [.. news.Select(row => row.Role).Distinct(StringComparer.Ordinal)],
                Ledger = news.Select(row => row.Line).OfType<Told>().DistinctBy(line => line.Role).ToDictionary(line => line.Role, StringComparer.Ordinal),
            }
            : due);
    }
}
