using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>
/// Makes the digests that are due: what is new by each subscription's ledger, one message for each destination, all of it kept in one transaction. Whoever
/// dies in between has changed nothing; its subscriptions are due again when the lease ends.
/// </summary>
internal sealed class DigestMaker(IDigests digests, MatchedRoles roles, MatchedCatalogue matched, TimeProvider clock, ILogger logger)
{
    /// <summary>Roles of a message; more are counted by employer.</summary>
    public const int PageSize = 10;

    /// <summary>"See all" for each of the subscriptions of a message.</summary>
    private const int MostSearches = 3;

    private const int AtOnce = 500;

    /// <summary>Longer than so many digests take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <returns>How many subscriptions were looked at.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        if (!await matched.IsShownAsync(ct))
            return 0;
        var now = clock.GetUtcNow();
        var due = await digests.ClaimAsync(now, Lease, AtOnce, ct);
        // News may have come until the claim; where they are not shown for long, another bot makes these digests when the lease ends.
        if (due.Count == 0 || !await matched.IsShownAsync(ct))
            return 0;
        var bundles = await BundlesAsync(due, Instant.FromDateTimeOffset(now), ct);
        var verdicts = await digests.CommitAsync(bundles, clock.GetUtcNow(), ct);
        if (bundles.Where((_, i) => verdicts[i] is BundleVerdict.Kept).Sum(bundle => bundle.Digests.Count(digest => digest.Occasion is not null)) is > 0 and var made)
            HostLog.DigestsMade(logger, made, due.Count);
        return due.Count;
    }

    /// <summary>What would be kept now.</summary>
    public async Task<IReadOnlyList<DigestBundle>> BundlesAsync(IReadOnlyList<DueSubscription> due, Instant now, CancellationToken ct)
    {
        var matching = await roles.OfAsync(due, ct);
        var drafts = due.Select(one => DraftOf(one, now, News.Of(matching(one).OrderByDescending(role => role.Posted?.Value ?? LocalDate.MinIsoValue), one.Ledger)));
        return [.. drafts.GroupBy(draft => draft.Subscription.Destination).Select(BundleOf)];
    }

    private static Draft DraftOf(DueSubscription due, Instant now, News news)
    {
        var subscription = due.Stored.Subscription.AsOf(now);
        if (subscription.State is not SubscriptionState.Active)
            return new Draft(due, subscription, null, null, news);
        if (subscription.Rhythm is Rhythm.AtOnce)
            return new Draft(due, subscription, null, news.Items.Count > 0 ? FormattableString.Invariant($"news {due.Seen}") : null, news);
        return Schedule.Due(subscription.Rhythm, subscription.Progress, now) is { } run
            ? new Draft(due, subscription with { Progress = subscription.Progress with { Last = run.Date } }, run, LocalDatePattern.Iso.Format(run.Date), news)
            : new Draft(due, subscription, null, null, news);
    }

    private static DigestBundle BundleOf(IEnumerable<Draft> drafts)
    {
        var all = drafts.ToList();
        var owed = all.Where(draft => draft.Occasion is not null).ToList();
        // What nothing was owed of keeps its news for when something is.
        var made = all.ConvertAll(draft => draft.Occasion is null
            ? new MadeDigest(draft.Due, draft.Subscription, null, 0, [], TookNews: draft.Subscription is { Rhythm: Rhythm.AtOnce, State: SubscriptionState.Active })
            : new MadeDigest(draft.Due, draft.Subscription, draft.Occasion, draft.News.Items.Count, draft.News.Ledger));
        var content = DigestContent.Of(owed.Select(draft => (draft.Subscription, draft.News))).SingleOrDefault();
        return new DigestBundle(made, content is null || content.IsSilent ? null : DeliveryOf(content, owed));
    }

    private static NewDelivery DeliveryOf(DigestContent content, List<Draft> owed)
    {
        var shown = content.Items.Take(PageSize).ToList();
        var message = new DigestMessage
        {
            Text = DigestWording.Of(content, owed.Select(draft => draft.Run).OfType<Run>(), shown.Count),
            Roles = [.. shown.Select(item => new DigestRow(item.Role.Id, item.Kind, item.Changed))],
            Total = content.Items.Count,
            Alerts = [.. owed.Select(draft => draft.Subscription.Id)],
            Suggestions = content.Items.Count > shown.Count ? [.. content.Subscriptions.Select(subscription => SubscriptionWording.Search(subscription.Question.Constraints)).Distinct(StringComparer.Ordinal).Take(MostSearches)] : [],
        };
        var key = RolePrint.Hash(string.Join('\n', owed.Select(draft => $"{draft.Subscription.Id} {draft.Occasion}")));
        return new NewDelivery(key, content.Destination.Channel, content.Destination.Conversation, message.Write());
    }

    private sealed record Draft(DueSubscription Due, Subscription Subscription, Run? Run, string? Occasion, News News);
}
