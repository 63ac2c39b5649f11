using Microsoft.Data.Sqlite;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Digests beside the catalogue, in the embedded database.</summary>
public sealed class SqliteDigests(SqliteDatabase database) : IDigests
{
    public Task<long> MatchedChangeAsync(CancellationToken ct) => database.ReadAsync(session => session.Number("SELECT change FROM digest_state"), ct);

    public Task<IReadOnlyList<StandingQuestion>> QuestionsAsync(long after, int take, CancellationToken ct) => database.ReadAsync<IReadOnlyList<StandingQuestion>>(
        session =>
        {
            var questions = new List<StandingQuestion>();
            using var reader = session.Statement("SELECT n, json FROM standing_questions WHERE n > @after ORDER BY n LIMIT @take", ("@after", after), ("@take", take)).ExecuteReader();
            while (reader.Read())
                questions.Add(new StandingQuestion(reader.GetInt64(0), SubscriptionJson.ReadConstraints(reader.GetString(1))));
            return questions;
        },
        ct);

    public Task<bool> NoteNewsAsync(MatchedNews news, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            if (session.Execute("UPDATE digest_state SET change = @to WHERE change = @from", ("@to", news.To), ("@from", news.From)) == 0)
                return false;
            session.Execute("DELETE FROM news WHERE role IN (SELECT value FROM json_each(@roles))", ("@roles", JsonOut.Strings(news.Roles)));
            foreach (var one in news.Matched)
                session.Execute("INSERT INTO news(question, role, at) VALUES(@question, @role, @at)", ("@question", one.Question), ("@role", one.Role), ("@at", now.ToUnixTimeMilliseconds()));
            session.Execute("UPDATE closed_roles SET is_closed = 0 WHERE role IN (SELECT value FROM json_each(@roles))", ("@roles", JsonOut.Strings(news.Roles)));
            session.Execute("INSERT OR REPLACE INTO closed_roles(role, change, is_closed) SELECT value, @to, 1 FROM json_each(@roles)", ("@to", news.To), ("@roles", JsonOut.Strings(news.ClosedRoles)));
            foreach (var question in news.Matched.Select(one => one.Question).Distinct())
                session.Execute("UPDATE subscriptions SET due = @now WHERE question = @question AND is_at_once AND is_active AND due IS NULL", ("@now", now.ToUnixTimeMilliseconds()), ("@question", question));
            return true;
        },
        ct);

    public async Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct)
    {
        const string any = "SELECT EXISTS(SELECT 1 FROM subscriptions WHERE due <= @now) OR EXISTS(SELECT 1 FROM subscriptions WHERE due > @far AND is_active)";
        if (await database.ReadAsync(session => session.Number(any, ("@now", now.ToUnixTimeMilliseconds()), ("@far", DigestClock.FarFrom(now))), ct) == 0)
            return [];
        var (matched, claimed) = await database.WriteAsync(session => (session.Number("SELECT change FROM digest_state"), Claimed(session, now, lease, most)), ct);
        // Beside whoever writes. News that came since the claim are no more than looked at twice.
        return await database.ReadAsync<IReadOnlyList<DueSubscription>>(
            session =>
            {
                using var unit = session.Reading();
                return [.. claimed.Select(row => WithNews(session, row, matched))];
            },
            ct);
    }

    public Task<IReadOnlyList<DueSubscription>> PeekAsync(DateTimeOffset now, (string Channel, string Conversation)? after, int most, CancellationToken ct) => database.ReadAsync<IReadOnlyList<DueSubscription>>(
        session =>
        {
            const string sql = """
                SELECT s.n, s.version, s.question, s.seen, s.json FROM (
                    SELECT DISTINCT channel, conversation FROM subscriptions
                    WHERE (due <= @now OR (due > @far AND is_active)) AND (channel, conversation) > (@channel, @conversation)
                    ORDER BY channel, conversation LIMIT @most) AS d
                CROSS JOIN subscriptions AS s ON s.channel = d.channel AND s.conversation = d.conversation
                WHERE s.due <= @now OR (s.due > @far AND s.is_active) ORDER BY s.channel, s.conversation, s.n
                """;
            var matched = session.Number("SELECT change FROM digest_state");
            var rows = Read(session.Statement(
                sql, ("@now", now.ToUnixTimeMilliseconds()), ("@far", DigestClock.FarFrom(now)), ("@channel", after?.Channel ?? ""), ("@conversation", after?.Conversation ?? ""), ("@most", most)));
            return [.. rows.Select(row => WithNews(session, row, matched))];
        },
        ct);

    public Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now, CancellationToken ct)
    {
        var commit = new SqliteDigestCommit(bundles, now);
        return database.WriteAsync(commit.Write, ct);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(
        session => session.Execute("DELETE FROM news WHERE at < @before", ("@before", before.ToUnixTimeMilliseconds()))
            + session.Execute("DELETE FROM outbox WHERE state > 0 AND settled < @before", ("@before", before.ToUnixTimeMilliseconds())),
        ct);

    public Task<DigestStatus> StatusAsync(DateTimeOffset now, CancellationToken ct) => database.ReadAsync(
        session =>
        {
            const string sql = """
                SELECT (SELECT count(*) FROM subscriptions),
                    (SELECT count(*) FROM subscriptions WHERE due <= @now), (SELECT min(due) FROM subscriptions WHERE due <= @now),
                    (SELECT count(*) FROM outbox WHERE due IS NOT NULL), (SELECT min(made) FROM outbox WHERE due IS NOT NULL),
                    (SELECT count(*) FROM outbox WHERE state = 2 AND settled IS NOT NULL), (SELECT max(settled) FROM outbox WHERE state = 1 AND settled IS NOT NULL),
                    since, done, at, (SELECT count(*) FROM outbox WHERE state = 1 AND settled IS NOT NULL AND settled >= since)
                FROM digest_run
                """;
            using var row = session.Statement(sql, ("@now", now.ToUnixTimeMilliseconds())).ExecuteReader();
            row.Read();
            DateTimeOffset? Time(int at) => row.IsDBNull(at) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at));
            return new DigestStatus(row.GetInt32(0), row.GetInt32(1), Time(2), row.GetInt32(3), Time(4), row.GetInt32(5), Time(6))
            {
                Run = row.GetInt32(8) > 0 ? new DigestRun(Time(7)!.Value, row.GetInt32(8), Time(9)!.Value, row.GetInt32(10)) : null,
            };
        },
        ct);

    private static List<ClaimedRow> Claimed(SqliteSession session, DateTimeOffset now, TimeSpan lease, int most)
    {
        const string sql = """
            UPDATE subscriptions SET due = @until, version = version + 1
            WHERE n IN (
                SELECT s.n FROM (
                    SELECT DISTINCT channel, conversation FROM (
                        SELECT * FROM (SELECT channel, conversation FROM subscriptions WHERE due <= @now ORDER BY due, n LIMIT @most)
                        UNION ALL SELECT * FROM (SELECT channel, conversation FROM subscriptions WHERE due > @far AND is_active LIMIT @most))) AS d
                CROSS JOIN subscriptions AS s ON s.channel = d.channel AND s.conversation = d.conversation
                WHERE s.due <= @now OR (s.due > @far AND s.is_active))
            RETURNING n, version, question, seen, json
            """;
        var rows = Read(session.Statement(
            sql, ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@most", most), ("@far", DigestClock.FarFrom(now))));
        rows.Sort((a, b) => a.Number.CompareTo(b.Number));
        return rows;
    }

    private static List<ClaimedRow> Read(SqliteCommand command)
    {
        var rows = new List<ClaimedRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(new ClaimedRow(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetString(4)));
        return rows;
    }

    private static DueSubscription WithNews(SqliteSession session, ClaimedRow claimed, long matched)
    {
        const string sql = """
            SELECT w.n, w.role, l.print,
                CASE WHEN l.is_open THEN NOT EXISTS (SELECT 1 FROM closed_roles AS c WHERE c.role = l.role AND c.change > l.change) ELSE l.is_open END
            FROM news AS w LEFT JOIN ledger AS l ON l.subscription = @n AND l.role = w.role
            WHERE w.question = @question AND w.n > @seen ORDER BY w.n
            """;
        var (seen, roles, ledger) = (claimed.Seen, new List<string>(), new Dictionary<string, Told>(StringComparer.Ordinal));
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var reader = session.Statement(sql, ("@n", claimed.Number), ("@question", claimed.Question), ("@seen", claimed.Seen)).ExecuteReader();
        while (reader.Read())
        {
            seen = reader.GetInt64(0);
            var role = reader.GetString(1);
            if (!known.Add(role))
                continue;
            roles.Add(role);
            if (!reader.IsDBNull(2))
                ledger.Add(role, new Told(role, reader.GetString(2), reader.GetBoolean(3)));
        }

        return new DueSubscription(claimed.Number, new StoredSubscription(SubscriptionJson.Read(claimed.Json), claimed.Version), matched, seen, roles, ledger);
    }

    private sealed record ClaimedRow(long Number, long Version, long Question, long Seen, string Json);
}
