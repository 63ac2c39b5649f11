using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Postgres;

/// <summary>Writes bundles of digests within a transaction, all bundles with a few statements.</summary>
internal sealed class PostgresDigestCommit(PostgresUnit unit, DateTimeOffset now)
{
    private readonly long at = now.ToUnixTimeMilliseconds();

    public async Task<IReadOnlyList<BundleVerdict>> WriteAsync(IReadOnlyList<DigestBundle> bundles, CancellationToken ct)
    {
        await PostgresSubscriptions.HoldMatchingAsync(unit, ct);
        var all = bundles.SelectMany(bundle => bundle.Digests).ToList();
        var held = await HeldAsync(all, ct);
        var told = await ToldAsync([.. all.Where(made => held.Contains(made.Due.Number) && made.Occasion is not null)], ct);
        var verdicts = bundles.Select(bundle => bundle.Digests.Any(made => !held.Contains(made.Due.Number)) ? BundleVerdict.Lost
            : bundle.Digests.Any(made => told.Contains(made.Due.Number)) ? BundleVerdict.ToldBefore
            : BundleVerdict.Kept).ToList();
        var kept = bundles.Where((_, i) => verdicts[i] is BundleVerdict.Kept).ToList();
        var others = bundles.Where((_, i) => verdicts[i] is not BundleVerdict.Kept).SelectMany(bundle => bundle.Digests).Where(made => held.Contains(made.Due.Number)).ToList();
        await KeepAsync(kept, ct);
        await GoOnAsync([.. kept.SelectMany(bundle => bundle.Digests).Select(made => (made, made.TookNews ? made.Due.Seen : (long?)null)), .. others.Where(made => told.Contains(made.Due.Number)).Select(made => (made, (long?)null))], ct);
        await PostgresUnit.ExecuteAsync(
            unit.Command(
                "UPDATE subscriptions SET version = version + 1, due = @at WHERE n = ANY(@ns)",
                ("at", at), ("ns", others.Where(made => !told.Contains(made.Due.Number)).Select(made => made.Due.Number).ToArray())),
            ct);
        // Last, so that other bots' commits wait for it as short as can be.
        await PostgresUnit.ExecuteAsync(unit.Command(DigestClock.NoteRun, ("at", at), ("pause", DigestClock.RunPause), ("done", (long)all.Count)), ct);
        return verdicts;
    }

    private async Task<HashSet<long>> HeldAsync(List<MadeDigest> all, CancellationToken ct)
    {
        const string sql = """
            SELECT s.n FROM subscriptions AS s JOIN unnest(@ns, @versions) AS held(n, version) ON s.n = held.n AND s.version = held.version
            ORDER BY s.n FOR UPDATE OF s
            """;
        return [.. await PostgresUnit.RowsAsync(unit.Command(sql, ("ns", Numbers(all)), ("versions", all.Select(made => made.Due.Stored.Version).ToArray())), row => row.GetInt64(0), ct)];
    }

    private async Task<HashSet<long>> ToldAsync(List<MadeDigest> made, CancellationToken ct)
    {
        const string sql = "SELECT subscription FROM digests WHERE (subscription, occasion) IN (SELECT * FROM unnest(@ns, @occasions))";
        return [.. await PostgresUnit.RowsAsync(unit.Command(sql, ("ns", Numbers(made)), ("occasions", made.Select(one => one.Occasion!).ToArray())), row => row.GetInt64(0), ct)];
    }

    private async Task KeepAsync(List<DigestBundle> kept, CancellationToken ct)
    {
        const string send = """
            INSERT INTO outbox(key, channel, conversation, payload, state, due, attempts, made)
            SELECT key, channel, conversation, payload, 0, @at, 0, @at
            FROM unnest(@keys, @channels, @conversations, @payloads) WITH ORDINALITY AS one(key, channel, conversation, payload, place) ORDER BY place
            RETURNING key, n
            """;
        var messages = kept.Select(bundle => bundle.Delivery).OfType<NewDelivery>().ToList();
        var sent = (await PostgresUnit.RowsAsync(
            unit.Command(
                send, ("at", at), ("keys", messages.Select(one => one.Key).ToArray()), ("channels", messages.Select(one => one.Channel).ToArray()),
                ("conversations", messages.Select(one => one.Conversation).ToArray()), ("payloads", messages.Select(one => one.Payload).ToArray())),
            row => (row.GetString(0), row.GetInt64(1)),
            ct)).ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);
        var digests = kept.SelectMany(bundle => bundle.Digests.Where(made => made.Occasion is not null).Select(made => (Made: made, Delivery: bundle.Delivery is { } message ? sent[message.Key] : (long?)null))).ToList();
        const string keep = """
            INSERT INTO digests(subscription, occasion, made, items, delivery)
            SELECT n, occasion, @at, items, delivery FROM unnest(@ns, @occasions, @items, @deliveries) AS one(n, occasion, items, delivery)
            """;
        await PostgresUnit.ExecuteAsync(
            unit.Command(
                keep, ("at", at), ("ns", digests.Select(one => one.Made.Due.Number).ToArray()), ("occasions", digests.Select(one => one.Made.Occasion!).ToArray()),
                ("items", digests.Select(one => one.Made.Items).ToArray()), ("deliveries", digests.Select(one => one.Delivery).ToArray())),
            ct);
        await PostgresSubscriptions.WriteLedgerAsync(unit, kept.SelectMany(bundle => bundle.Digests).SelectMany(made => made.Ledger.Select(line => (made.Due.Number, line))), ct);
    }

    /// <summary>News that came since the claim wake a subscription that is told at once again.</summary>
    private Task GoOnAsync(List<(MadeDigest Made, long? Seen)> digests, CancellationToken ct)
    {
        const string sql = """
            UPDATE subscriptions AS s SET version = s.version + 1, is_active = u.active, is_at_once = u.at_once, seen = coalesce(u.seen, s.seen), json = u.json,
                due = CASE
                    WHEN NOT (u.at_once AND u.active) THEN u.due
                    WHEN EXISTS (SELECT 1 FROM news AS w WHERE w.question = s.question AND w.n > coalesce(u.seen, s.seen)) THEN @at END
            FROM unnest(@ns, @active, @at_once, @due, @seen, @jsons) AS u(n, active, at_once, due, seen, json)
            WHERE s.n = u.n
            """;
        var after = digests.ConvertAll(one => one.Made.After);
        return PostgresUnit.ExecuteAsync(
            unit.Command(
                sql, ("at", at), ("ns", Numbers(digests.Select(one => one.Made))), ("active", after.Select(DigestClock.IsActive).ToArray()), ("at_once", after.Select(DigestClock.IsAtOnce).ToArray()),
                ("due", after.Select(one => DigestClock.DueOf(one, now, mayHaveNews: false)).ToArray()), ("seen", digests.Select(one => one.Seen).ToArray()), ("jsons", after.Select(SubscriptionJson.Write).ToArray())),
            ct);
    }

    private static long[] Numbers(IEnumerable<MadeDigest> digests) => [.. digests.Select(made => made.Due.Number)];
}
