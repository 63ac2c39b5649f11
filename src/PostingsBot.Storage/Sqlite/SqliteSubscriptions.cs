using Microsoft.Data.Sqlite;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Subscriptions beside the catalogue, in the embedded database.</summary>
public sealed class SqliteSubscriptions(SqliteDatabase database) : ISubscriptions
{
    private const string Columns = "SELECT version, json FROM subscriptions ";

    public Task<bool> CreateAsync(Subscription subscription, IReadOnlyList<Told> known, int mostOfOwner, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(session => Create(session, subscription, known, mostOfOwner, now), ct);

    internal static bool Create(SqliteSession session, Subscription subscription, IReadOnlyList<Told> known, int mostOfOwner, DateTimeOffset now)
    {
        var owner = subscription.Owner;
        if (session.Number("SELECT count(*) FROM subscriptions WHERE owner_channel = @channel AND owner_user = @user", ("@channel", owner.Channel), ("@user", owner.User)) >= mostOfOwner)
            return false;
        const string sql = """
            INSERT INTO subscriptions(id, version, owner_channel, owner_user, channel, conversation, question, is_active, is_at_once, due, seen, json)
            VALUES(@id, 1, @owner_channel, @owner_user, @channel, @conversation, @question, @active, @at_once, @due, @seen, @json)
            RETURNING n
            """;
        var n = session.Number(
            sql,
            ("@id", subscription.Id), ("@owner_channel", owner.Channel), ("@owner_user", owner.User), ("@channel", subscription.Destination.Channel),
            ("@conversation", subscription.Destination.Conversation), ("@question", QuestionOf(session, subscription)), ("@active", DigestClock.IsActive(subscription)),
            ("@at_once", DigestClock.IsAtOnce(subscription)), ("@due", DigestClock.DueOf(subscription, now, mayHaveNews: true)), ("@seen", SeenAt(session, now)), ("@json", SubscriptionJson.Write(subscription)));
        SqliteLedger.Write(session, n, known);
        return true;
    }

    public async Task<StoredSubscription?> FindAsync(string id, CancellationToken ct) =>
        (await database.ReadAsync(session => Rows(session.Statement(Columns + "WHERE id = @id", ("@id", id))), ct)).SingleOrDefault();

    public Task<IReadOnlyList<StoredSubscription>> OfOwnerAsync(Owner owner, CancellationToken ct) => database.ReadAsync(
        session => Rows(session.Statement(Columns + "WHERE owner_channel = @channel AND owner_user = @user ORDER BY n", ("@channel", owner.Channel), ("@user", owner.User))), ct);

    public Task<IReadOnlyList<StoredSubscription>> OfDestinationAsync(string channel, string conversation, CancellationToken ct) => database.ReadAsync(
        session => Rows(session.Statement(Columns + "WHERE channel = @channel AND conversation = @conversation ORDER BY n", ("@channel", channel), ("@conversation", conversation))), ct);

    public Task<bool> UpdateAsync(StoredSubscription stored, Subscription changed, IReadOnlyList<Told>? known, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            const string current = "SELECT n FROM subscriptions WHERE id = @id AND version = @version";
            var n = session.Number(current, ("@id", changed.Id), ("@version", stored.Version));
            if (n == 0)
                return false;
            var before = session.Number("SELECT question FROM subscriptions WHERE n = @n", ("@n", n));
            const string sql = """
                UPDATE subscriptions SET version = version + 1, owner_channel = @owner_channel, owner_user = @owner_user, channel = @channel, conversation = @conversation, question = @question,
                    is_active = @active, is_at_once = @at_once, due = @due, seen = CASE WHEN @asks_anew THEN @seen ELSE seen END, json = @json
                WHERE n = @n
                """;
            session.Execute(
                sql,
                ("@owner_channel", changed.Owner.Channel), ("@owner_user", changed.Owner.User), ("@channel", changed.Destination.Channel), ("@conversation", changed.Destination.Conversation),
                ("@question", QuestionOf(session, changed)), ("@active", DigestClock.IsActive(changed)), ("@at_once", DigestClock.IsAtOnce(changed)),
                ("@due", DigestClock.DueOf(changed, now, mayHaveNews: true)), ("@asks_anew", known is not null), ("@seen", SeenAt(session, now)), ("@json", SubscriptionJson.Write(changed)), ("@n", n));
            if (known is not null)
            {
                session.Execute("DELETE FROM ledger WHERE subscription = @n", ("@n", n));
                SqliteLedger.Write(session, n, known);
            }

            Forget(session, before);
            return true;
        },
        ct);

    public Task<bool> DeleteAsync(string id, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var question = session.Number("SELECT question FROM subscriptions WHERE id = @id", ("@id", id));
            var deleted = session.Execute("DELETE FROM subscriptions WHERE id = @id", ("@id", id)) > 0;
            Forget(session, question);
            return deleted;
        },
        ct);

    public Task<IReadOnlyList<Subscription>> TroubleAsync(string channel, string conversation, string reason, DateTimeOffset now, CancellationToken ct) => database.WriteAsync<IReadOnlyList<Subscription>>(
        session =>
        {
            var active = Rows(session.Statement(Columns + "WHERE channel = @channel AND conversation = @conversation AND is_active ORDER BY n", ("@channel", channel), ("@conversation", conversation)));
            var paused = active.Select(one => one.Subscription with { State = new SubscriptionState.Troubled(reason) }).ToList();
            foreach (var subscription in paused)
                session.Execute("UPDATE subscriptions SET version = version + 1, is_active = 0, due = NULL, json = @json WHERE id = @id", ("@json", SubscriptionJson.Write(subscription)), ("@id", subscription.Id));
            session.Execute(
                "UPDATE outbox SET state = 2, due = NULL, settled = @now, error = @reason WHERE channel = @channel AND conversation = @conversation AND due IS NOT NULL",
                ("@now", now.ToUnixTimeMilliseconds()), ("@reason", reason), ("@channel", channel), ("@conversation", conversation));
            return paused;
        },
        ct);

    private static long QuestionOf(SqliteSession session, Subscription subscription)
    {
        const string sql = "INSERT INTO standing_questions(key, json) VALUES(@key, @json) ON CONFLICT(key) DO UPDATE SET json = excluded.json RETURNING n";
        return session.Number(sql, ("@key", MatchKey.Of(SearchText.MatchOf(subscription.Question.Constraints))), ("@json", SubscriptionJson.WriteConstraints(subscription.Question.Constraints)));
    }

    /// <summary>A question that nobody asks any more.</summary>
    private static void Forget(SqliteSession session, long question) =>
        session.Execute("DELETE FROM standing_questions WHERE n = @n AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE question = @n)", ("@n", question));

    /// <summary>A little back: what came while the roles that match were looked up must not be passed over. The ledger knows those that were found.</summary>
    private static long SeenAt(SqliteSession session, DateTimeOffset now) =>
        session.Number("SELECT coalesce(max(n), 0) FROM news WHERE at < @before", ("@before", now.AddHours(-1).ToUnixTimeMilliseconds()));

    private static IReadOnlyList<StoredSubscription> Rows(SqliteCommand command)
    {
        var rows = new List<StoredSubscription>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(new StoredSubscription(SubscriptionJson.Read(reader.GetString(1)), reader.GetInt64(0)));
        return rows;
    }
}
