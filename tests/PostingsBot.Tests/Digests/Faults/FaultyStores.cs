using PostingsBot.Storage.Digests;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>Digests of one bot, with faults before and after each call.</summary>
internal sealed class FaultyDigests(FaultyBot bot, FaultyWorld world) : IDigests
{
    public Task<long> MatchedChangeAsync(CancellationToken ct) => bot.CallAsync(() => world.Digests.MatchedChangeAsync(ct));

    public Task<IReadOnlyList<StandingQuestion>> QuestionsAsync(long after, int take, CancellationToken ct) => bot.CallAsync(() => world.Digests.QuestionsAsync(after, take, ct));

    public Task<bool> NoteNewsAsync(MatchedNews news, DateTimeOffset now, CancellationToken ct) => bot.CallAsync(() => world.Digests.NoteNewsAsync(news, now, ct));

    public Task<IReadOnlyList<DueSubscription>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) =>
        bot.CallAsync(() => world.Digests.ClaimAsync(now, lease, most, ct));

    public Task<IReadOnlyList<BundleVerdict>> CommitAsync(IReadOnlyList<DigestBundle> bundles, DateTimeOffset now, CancellationToken ct) =>
        bot.CallAsync(() => world.Digests.CommitAsync(bundles, now, ct), verdicts => world.Witness.Committed(bundles, verdicts));

    public Task<IReadOnlyList<DueSubscription>> PeekAsync(DateTimeOffset now, (string Channel, string Conversation)? after, int most, CancellationToken ct) => world.Digests.PeekAsync(now, after, most, ct);

    public Task PruneAsync(DateTimeOffset before, CancellationToken ct) => world.Digests.PruneAsync(before, ct);

    public Task<DigestStatus> StatusAsync(DateTimeOffset now, CancellationToken ct) => world.Digests.StatusAsync(now, ct);
}

/// <summary>The outbox of one bot, with faults before and after each call.</summary>
internal sealed class FaultyOutbox(FaultyBot bot, FaultyWorld world) : IOutbox
{
    public Task<bool> PutAsync(NewDelivery message, DateTimeOffset now, CancellationToken ct) => bot.CallAsync(() => world.Outbox.PutAsync(message, now, ct));

    public Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct) => 
        bot.CallAsync(() => world.Outbox.ClaimAsync(now, lease, most, ct), claimed => claimed.ToList().ForEach(due => world.Witness.Claimed(bot, due.Delivery.Key)));

    public async Task<bool> SentAsync(DueDelivery due, string? activity, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            return await bot.CallAsync(() => world.Outbox.SentAsync(due, activity, now, ct), _ => world.Witness.Noted(bot, due.Delivery.Key));
        }
        finally
        {
            // Not noted for whatever reason: the one window.
            world.Witness.Unnoted(bot, due.Delivery.Key);
        }
    }

    public Task<bool> PostponeAsync(DueDelivery due, DateTimeOffset until, string error, CancellationToken ct) => bot.CallAsync(() => world.Outbox.PostponeAsync(due, until, error, ct));

    public Task<bool> GiveUpAsync(DueDelivery due, string error, DateTimeOffset now, CancellationToken ct) => bot.CallAsync(() => world.Outbox.GiveUpAsync(due, error, now, ct));

    public Task<IReadOnlyList<DeadDelivery>> DeadAsync(int take, CancellationToken ct) => world.Outbox.DeadAsync(take, ct);

    public Task<bool> ReplayAsync(long number, DateTimeOffset now, CancellationToken ct) => world.Outbox.ReplayAsync(number, now, ct);
}
