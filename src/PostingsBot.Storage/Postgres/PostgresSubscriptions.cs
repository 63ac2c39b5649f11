using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Postgres;

/// <summary>Subscriptions that all bots on a database share.</summary>
public sealed class PostgresSubscriptions(PostgresDatabase database) : ISubscriptions
{
    private const string Columns = "SELECT version, json FROM subscriptions ";

    public Task<bool> CreateAsync(Subscription subscription, IReadOnlyList<Told> known, int mostOfOwner, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            await HoldMatchingAsync(unit, ct);
            var owner = subscription.Owner;
            // One at a time for each owner, or two at once could both find room for one more.
            await PostgresUnit.ExecuteAsync(unit.Command("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' owner ' || @owner, 0))", ("owner", $"{owner.Channel} {owner.User}")), ct);
            const string count = "SELECT count(*) FROM subscriptions WHERE owner_channel = @channel AND owner_user = @user";
            if (await PostgresUnit.ValueAsync<long>(unit.Command(count, ("channel", owner.Channel), ("user", owner.User)), ct) >= mostOfOwner)
                return false;
            const string sql = """
                INSERT INTO subscriptions(id, version, owner_channel, owner_user, channel, conversation, question, is_active, is_at_once, due, seen, json)
                VALUES(@id, 1, @owner_channel, @owner_user, @channel, @conversation, @question, @active, @at_once, @due::bigint, @seen, @json)
                RETURNING n
                """;
            var values = await ValuesAsync(unit, subscription, now, ct);
            var n = await PostgresUnit.ValueAsync<long>(unit.Command(sql, [("id", subscription.Id), ("seen", await SeenAsync(unit, now, ct)), .. values]), ct);
            await WriteLedgerAsync(unit, known.Select(line => (n, line)), ct);
            return true;
        },
        ct);

    public async Task<StoredSubscription?> FindAsync(string id, CancellationToken ct) => (await ReadAsync("WHERE id = @id", ct, ("id", id))).SingleOrDefault();

    public Task<IReadOnlyList<StoredSubscription>> OfOwnerAsync(Owner owner, CancellationToken ct) =>
        ReadAsync("WHERE owner_channel = @channel AND owner_user = @user ORDER BY n", ct, ("channel", owner.Channel), ("user", owner.User));

    public Task<IReadOnlyList<StoredSubscription>> OfDestinationAsync(string channel, string conversation, CancellationToken ct) =>
        ReadAsync("WHERE channel = @channel AND conversation = @conversation ORDER BY n", ct, ("channel", channel), ("conversation", conversation));

    public Task<bool> UpdateAsync(StoredSubscription stored, Subscription changed, IReadOnlyList<Told>? known, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            await HoldMatchingAsync(unit, ct);
            const string current = "SELECT n, question FROM subscriptions WHERE id = @id AND version = @version FOR UPDATE";
            var rows = await PostgresUnit.RowsAsync(unit.Command(current, ("id", changed.Id), ("version", stored.Version)), row => (N: row.GetInt64(0), Question: row.GetInt64(1)), ct);
            if (rows is not [var (n, before)])
                return false;
            const string sql = """
                UPDATE subscriptions SET version = version + 1, owner_channel = @owner_channel, owner_user = @owner_user, channel = @channel, conversation = @conversation, question = @question,
                    is_active = @active, is_at_once = @at_once, due = @due::bigint, seen = CASE WHEN @asks_anew THEN @seen ELSE seen END, json = @json
                WHERE n = @n
                """;
            var values = await ValuesAsync(unit, changed, now, ct);
            await PostgresUnit.ExecuteAsync(unit.Command(sql, [("n", n), ("asks_anew", known is not null), ("seen", await SeenAsync(unit, now, ct)), .. values]), ct);
            if (known is not null)
            {
                await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM ledger WHERE subscription = @n", ("n", n)), ct);
                await WriteLedgerAsync(unit, known.Select(line => (n, line)), ct);
            }

            await ForgetAsync(unit, before, ct);
            return true;
        },
        ct);

    public Task<bool> DeleteAsync(string id, CancellationToken ct) => database.WriteAsync(
        async unit =>
        {
            var questions = await PostgresUnit.RowsAsync(unit.Command("DELETE FROM subscriptions WHERE id = @id RETURNING question", ("id", id)), row => row.GetInt64(0), ct);
            foreach (var question in questions)
                await ForgetAsync(unit, question, ct);
            return questions.Count > 0;
        },
        ct);

    public Task<IReadOnlyList<Subscription>> TroubleAsync(string channel, string conversation, string reason, DateTimeOffset now, CancellationToken ct) => database.WriteAsync<IReadOnlyList<Subscription>>(
        async unit =>
        {
            var active = await PostgresUnit.RowsAsync(
                unit.Command(Columns + "WHERE channel = @channel AND conversation = @conversation AND is_active ORDER BY n FOR UPDATE", ("channel", channel), ("conversation", conversation)), Row, ct);
            var paused = active.ConvertAll(one => one.Subscription with { State = new SubscriptionState.Troubled(reason) });
            const string pause = """
                UPDATE subscriptions AS s SET version = version + 1, is_active = false, due = NULL, json = u.json
                FROM unnest(@ids, @jsons) AS u(id, json) WHERE s.id = u.id
                """;
            await PostgresUnit.ExecuteAsync(unit.Command(pause, ("ids", paused.Select(one => one.Id).ToArray()), ("jsons", paused.Select(SubscriptionJson.Write).ToArray())), ct);
            const string giveUp = "UPDATE outbox SET state = 2, due = NULL, settled = @now, error = @reason WHERE channel = @channel AND conversation = @conversation AND due IS NOT NULL";
            await PostgresUnit.ExecuteAsync(unit.Command(giveUp, ("now", now.ToUnixTimeMilliseconds()), ("reason", reason), ("channel", channel), ("conversation", conversation)), ct);
            return paused;
        },
        ct);

    /// <summary>
    /// Nobody notes news until this transaction ends, so that none passes over ledger lines that it writes. To be asked for before anything else is locked: whoever
    /// notes news locks subscriptions after it.
    /// </summary>
    internal static Task<long> HoldMatchingAsync(PostgresUnit unit, CancellationToken ct) => PostgresUnit.ValueAsync<long>(unit.Command("SELECT change FROM digest_state FOR SHARE"), ct);

    /// <summary>No role twice for one subscription. One that was found closed since it was read is closed, or its reopening would be no news.</summary>
    internal static Task WriteLedgerAsync(PostgresUnit unit, IEnumerable<(long Subscription, Told Line)> lines, CancellationToken ct)
    {
        const string sql = """
            INSERT INTO ledger(subscription, role, print, is_open, change)
            SELECT n, role, print, open AND NOT EXISTS (SELECT 1 FROM closed_roles AS c WHERE c.role = one.role AND c.is_closed), (SELECT change FROM digest_state)
            FROM unnest(@ns, @roles, @prints, @open) AS one(n, role, print, open)
            ON CONFLICT(subscription, role) DO UPDATE SET print = excluded.print, is_open = excluded.is_open, change = excluded.change
            """;
        var written = lines.DistinctBy(one => (one.Subscription, one.Line.Role)).ToList();
        return PostgresUnit.ExecuteAsync(
            unit.Command(
                sql, ("ns", written.Select(one => one.Subscription).ToArray()), ("roles", written.Select(one => one.Line.Role).ToArray()),
                ("prints", written.Select(one => one.Line.Print).ToArray()), ("open", written.Select(one => one.Line.IsOpen).ToArray())),
            ct);
    }

    private static async Task<(string Name, object Value)[]> ValuesAsync(PostgresUnit unit, Subscription subscription, DateTimeOffset now, CancellationToken ct)
    {
        // One new question at a time, so that they appear in the order of their numbers: bots ask for those above the last they know.
        await PostgresUnit.ExecuteAsync(unit.Command("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' questions', 0))"), ct);
        // The row is locked, so that nobody forgets the question before it is asked.
        const string sql = "INSERT INTO standing_questions(hash, json) VALUES(@hash, @json) ON CONFLICT(hash) DO UPDATE SET json = excluded.json RETURNING n";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(MatchKey.Of(SearchText.MatchOf(subscription.Question.Constraints))));
        var question = await PostgresUnit.ValueAsync<long>(unit.Command(sql, ("hash", hash), ("json", SubscriptionJson.WriteConstraints(subscription.Question.Constraints))), ct);
        return
        [
            ("owner_channel", subscription.Owner.Channel), ("owner_user", subscription.Owner.User), ("channel", subscription.Destination.Channel), ("conversation", subscription.Destination.Conversation),
            ("question", question), ("active", DigestClock.IsActive(subscription)), ("at_once", DigestClock.IsAtOnce(subscription)),
            ("due", DigestClock.DueOf(subscription, now, mayHaveNews: true) ?? (object)DBNull.Value), ("json", SubscriptionJson.Write(subscription)),
        ];
    }

    /// <summary>A little back: what came while the roles that match were looked up must not be passed over. The ledger knows those that were found.</summary>
    private static Task<long> SeenAsync(PostgresUnit unit, DateTimeOffset now, CancellationToken ct) =>
        PostgresUnit.ValueAsync<long>(unit.Command("SELECT coalesce(max(n), 0) FROM news WHERE at < @before", ("before", now.AddHours(-1).ToUnixTimeMilliseconds())), ct);

    /// <summary>A question that nobody asks any more.</summary>
    private static async Task ForgetAsync(PostgresUnit unit, long question, CancellationToken ct)
    {
        await PostgresUnit.ExecuteAsync(unit.Command("SELECT n FROM standing_questions WHERE n = @n FOR UPDATE", ("n", question)), ct);
        await PostgresUnit.ExecuteAsync(unit.Command("DELETE FROM standing_questions WHERE n = @n AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE question = @n)", ("n", question)), ct);
    }

    private Task<IReadOnlyList<StoredSubscription>> ReadAsync(string where, CancellationToken ct, params (string Name, object Value)[] parameters) =>
        database.WriteAsync<IReadOnlyList<StoredSubscription>>(async unit => await PostgresUnit.RowsAsync(unit.Command(Columns + where, parameters), Row, ct), ct);

    private static StoredSubscription Row(NpgsqlDataReader row) => new(SubscriptionJson.Read(row.GetString(1)), row.GetInt64(0));
}
