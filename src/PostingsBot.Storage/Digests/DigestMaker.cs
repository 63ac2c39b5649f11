using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Digests;

/// <summary>Makes what is to be committed of subscriptions that were claimed: which digest is owed, what is new in it, one message for each destination.</summary>
public static class DigestMaker
{
    /// <param name="due">As <see cref="IDigests.ClaimAsync"/> gave them.</param>
    /// <param name="roles">The roles that they name, by id, as they are now; those that are gone are not among them.</param>
    /// <param name="payload">What to send of a digest.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<DigestBundle> Make(IReadOnlyList<DueSubscription> due, IReadOnlyDictionary<string, Posting> roles, Func<DigestContent, string> payload, Instant now) =>
        [.. due.Select(one => Looked.At(one, roles, now)).GroupBy(looked => looked.After.Destination).Select(group => Bundle([.. group], payload))];

    private static DigestBundle Bundle(List<Looked> looked, Func<DigestContent, string> payload)
    {
        var owed = looked.Where(one => one.Occasion is not null).ToList();
        var content = DigestContent.Of(owed.Select(one => (one.After, one.News))).SingleOrDefault();
        var delivery = content is null or { IsSilent: true } ? null : new NewDelivery(KeyOf(owed), content.Destination.Channel, content.Destination.Conversation, payload(content));
        return new DigestBundle([.. looked.Select(one => one.Made())], delivery);
    }

    /// <summary>The same digests have the same key, whoever makes them.</summary>
    private static string KeyOf(IEnumerable<Looked> owed)
    {
        var names = string.Join('\n', owed.Select(one => $"{one.After.Id} {one.Occasion}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)).AsSpan(0, 16));
    }

    /// <summary>One subscription looked at: what it is from now on, and what it is to tell. Without an occasion nothing is owed.</summary>
    private sealed record Looked(DueSubscription Due, Subscription After, string? Occasion, News News, bool TookNews)
    {
        public static Looked At(DueSubscription due, IReadOnlyDictionary<string, Posting> roles, Instant now)
        {
            var subscription = due.Stored.Subscription.AsOf(now);
            if (subscription.State is not SubscriptionState.Active)
                return new Looked(due, subscription, null, new News([], []), false);
            if (subscription.Rhythm is Rhythm.AtOnce)
                return NewsOf(due, roles) is { Items.Count: > 0 } news ? new Looked(due, subscription, $"news {due.Seen}", news, true) : new Looked(due, subscription, null, NewsOf(due, roles), true);
            if (Schedule.Due(subscription.Rhythm, subscription.Progress, now) is not { } run)
                return new Looked(due, subscription, null, new News([], []), false);
            var after = subscription with { Progress = subscription.Progress with { Last = run.Date } };
            return new Looked(due, after, LocalDatePattern.Iso.Format(run.Date), NewsOf(due, roles), true);
        }

        public MadeDigest Made() => new(Due, After, Occasion, News.Items.Count, News.Ledger, TookNews);

        private static News NewsOf(DueSubscription due, IReadOnlyDictionary<string, Posting> roles) =>
            News.Of(due.Roles.Where(roles.ContainsKey).Select(role => roles[role]), due.Ledger);
    }
}
