using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes bundles of digests within a transaction.</summary>
internal sealed class SqliteDigestCommit(SqliteSession session, DateTimeOffset now)
{
    private readonly long at = now.ToUnixTimeMilliseconds();

    public BundleVerdict Write(DigestBundle bundle)
    {
        var held = bundle.Digests.Where(IsHeld).ToList();
        if (held.Count < bundle.Digests.Count)
        {
            held.ForEach(Release);
            return BundleVerdict.Lost;
        }

        var told = held.Where(WasTold).ToList();
        if (told.Count > 0)
        {
            told.ForEach(made => GoOn(made, seen: null));
            held.Except(told).ToList().ForEach(Release);
            return BundleVerdict.ToldBefore;
        }

        var delivery = bundle.Delivery is { } message ? Send(message) : (long?)null;
        foreach (var made in held)
        {
            if (made.Occasion is { } occasion)
                session.Execute(
                    "INSERT INTO digests(subscription, occasion, made, items, delivery) VALUES(@n, @occasion, @at, @items, @delivery)",
                    ("@n", made.Due.Number), ("@occasion", occasion), ("@at", at), ("@items", made.Items), ("@delivery", delivery));
            SqliteLedger.Write(session, made.Due.Number, made.Ledger);
            GoOn(made, made.TookNews ? made.Due.Seen : null);
        }

        return BundleVerdict.Kept;
    }

    private bool IsHeld(MadeDigest made) =>
        session.Number("SELECT count(*) FROM subscriptions WHERE n = @n AND version = @version", ("@n", made.Due.Number), ("@version", made.Due.Stored.Version)) > 0;

    private bool WasTold(MadeDigest made) =>
        made.Occasion is { } occasion && session.Number("SELECT count(*) FROM digests WHERE subscription = @n AND occasion = @occasion", ("@n", made.Due.Number), ("@occasion", occasion)) > 0;

    private void Release(MadeDigest made) =>
        session.Execute("UPDATE subscriptions SET version = version + 1, due = @at WHERE n = @n", ("@at", at), ("@n", made.Due.Number));

    private long Send(NewDelivery message) => session.Number(
        "INSERT INTO outbox(key, channel, conversation, payload, state, due, attempts, made) VALUES(@key, @channel, @conversation, @payload, 0, @at, 0, @at) RETURNING n",
        ("@key", message.Key), ("@channel", message.Channel), ("@conversation", message.Conversation), ("@payload", message.Payload), ("@at", at));

    /// <summary>News that came since the claim wake a subscription that is told at once again.</summary>
    private void GoOn(MadeDigest made, long? seen)
    {
        const string more = "SELECT EXISTS(SELECT 1 FROM subscriptions AS s JOIN news AS w ON w.question = s.question AND w.n > coalesce(@seen, s.seen) WHERE s.n = @n)";
        var mayHaveNews = DigestClock.IsAtOnce(made.After) && session.Number(more, ("@seen", seen), ("@n", made.Due.Number)) > 0;
        session.Execute(
            "UPDATE subscriptions SET version = version + 1, is_active = @active, is_at_once = @at_once, due = @due, seen = coalesce(@seen, seen), json = @json WHERE n = @n",
            ("@active", DigestClock.IsActive(made.After)), ("@at_once", DigestClock.IsAtOnce(made.After)), ("@due", DigestClock.DueOf(made.After, now, mayHaveNews)), ("@seen", seen),
            ("@json", SubscriptionJson.Write(made.After)), ("@n", made.Due.Number));
    }
}
