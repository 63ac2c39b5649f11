using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Bundles of digests, put into words before anybody waits for the transaction in which they are written.</summary>
internal sealed class SqliteDigestCommit(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now)
{
    private readonly long at = now.ToUnixTimeMilliseconds();
    private readonly IReadOnlyList<(NewDelivery? Delivery, IReadOnlyList<Line> Lines)> prepared = [.. bundles.Select(bundle => (bundle.Delivery, Lines(bundle, now)))];

    public IReadOnlyList<BundleVerdict> Write(SqliteSession session)
    {
        session.Execute(DigestClock.NoteRun, ("@at", at), ("@pause", DigestClock.RunPause), ("@done", prepared.Sum(one => one.Lines.Count)));
        return [.. prepared.Select(one => Write(session, one.Delivery, one.Lines))];
    }

    private static IReadOnlyList<Line> Lines(DigestBundle bundle, DateTimeOffset now) =>
    [
        .. bundle.Digests.Select(made => new Line(
            made, SubscriptionJson.Write(made.After), SqliteLedger.Json(made.Ledger), DigestClock.IsAtOnce(made.After), DigestClock.IsActive(made.After), DigestClock.DueOf(made.After, now, mayHaveNews: false))),
    ];

    private BundleVerdict Write(SqliteSession session, NewDelivery? delivery, IReadOnlyList<Line> lines)
    {
        var held = lines.Where(line => IsHeld(session, line.Made)).ToList();
        if (held.Count < lines.Count)
        {
            held.ForEach(line => Release(session, line.Made));
            return BundleVerdict.Lost;
        }

        var told = held.Where(line => WasTold(session, line.Made)).ToList();
        if (told.Count > 0)
        {
            told.ForEach(line => GoOn(session, line, seen: null));
            held.Except(told).ToList().ForEach(line => Release(session, line.Made));
            return BundleVerdict.ToldBefore;
        }

        var sent = delivery is null ? (long?)null : Send(session, delivery);
        foreach (var line in held)
        {
            var made = line.Made;
            if (made.Occasion is { } occasion)
                session.Execute(
                    "INSERT INTO digests(subscription, occasion, made, items, delivery) VALUES(@n, @occasion, @at, @items, @delivery)",
                    ("@n", made.Due.Number), ("@occasion", occasion), ("@at", at), ("@items", made.Items), ("@delivery", sent));
            SqliteLedger.Write(session, made.Due.Number, line.Ledger);
            GoOn(session, line, made.TookNews ? made.Due.Seen : null);
        }

        return BundleVerdict.Kept;
    }

    private static bool IsHeld(SqliteSession session, MadeDigest made) =>
        session.Number("SELECT count(*) FROM subscriptions WHERE n = @n AND version = @version", ("@n", made.Due.Number), ("@version", made.Due.Stored.Version)) > 0;

    private static bool WasTold(SqliteSession session, MadeDigest made) =>
        made.Occasion is { } occasion && session.Number("SELECT count(*) FROM digests WHERE subscription = @n AND occasion = @occasion", ("@n", made.Due.Number), ("@occasion", occasion)) > 0;

    private void Release(SqliteSession session, MadeDigest made) =>
        session.Execute("UPDATE subscriptions SET version = version + 1, due = @at WHERE n = @n", ("@at", at), ("@n", made.Due.Number));

    private long Send(SqliteSession session, NewDelivery message) => session.Number(
        "INSERT INTO outbox(key, channel, conversation, payload, state, due, attempts, made) VALUES(@key, @channel, @conversation, @payload, 0, @at, 0, @at) RETURNING n",
        ("@key", message.Key), ("@channel", message.Channel), ("@conversation", message.Conversation), ("@payload", message.Payload), ("@at", at));

    /// <summary>News that came since the claim wake a subscription that is told at once again.</summary>
    private void GoOn(SqliteSession session, Line line, long? seen)
    {
        const string more = "SELECT EXISTS(SELECT 1 FROM subscriptions AS s JOIN news AS w ON w.question = s.question AND w.n > coalesce(@seen, s.seen) WHERE s.n = @n)";
        var number = line.Made.Due.Number;
        var wakes = line is { IsAtOnce: true, IsActive: true } && session.Number(more, ("@seen", seen), ("@n", number)) > 0;
        session.Execute(
            "UPDATE subscriptions SET version = version + 1, is_active = @active, is_at_once = @at_once, due = @due, seen = coalesce(@seen, seen), json = @json WHERE n = @n",
            ("@active", line.IsActive), ("@at_once", line.IsAtOnce), ("@due", wakes ? at : line.Due), ("@seen", seen), ("@json", line.Json), ("@n", number));
    }

    /// <summary>A digest as it is written: its subscription and its ledger's lines as JSON, and when the subscription is looked at next if no news wake it.</summary>
    private sealed record Line(MadeDigest Made, string Json, string? Ledger, bool IsAtOnce, bool IsActive, long? Due);
}
