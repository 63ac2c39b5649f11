using System.Collections.Concurrent;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests.Matching;
using PostingsBot.Core.Postings;
using PostingsBot.Storage;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Digests;

/// <summary>
/// The roles that were matched to questions, as they are now. While nothing changed since the claim, what was matched still holds, and a role that many subscriptions
/// ask for is read once, without its text. When something changed each role is read and asked again. Any number of callers may ask at once.
/// </summary>
internal sealed class MatchedRoles(ICatalogueStore changes, ICatalogue catalogue)
{
    /// <summary>Without their texts about 2 KB each.</summary>
    private const int MostKept = 20_000;

    private volatile Kept kept = new(-1);

    /// <summary>What gives the roles of a subscription that answer its question.</summary>
    public async Task<Func<DueSubscription, IEnumerable<Posting>>> OfAsync(IReadOnlyList<DueSubscription> due, CancellationToken ct)
    {
        // As of the claim: another bot may have matched changes since, and then what was claimed may not hold any more.
        var matched = due.Min(one => one.Matched);
        var at = kept;
        if (matched != at.Matched || at.Roles.Count > MostKept)
            kept = at = new Kept(matched);
        var roles = at.Roles;
        var ids = due.SelectMany(one => one.Roles).Distinct(StringComparer.Ordinal).ToList();
        foreach (var id in ids.Where(id => !roles.ContainsKey(id)))
            roles[id] = await catalogue.FindPostingAsync(id, ct) is { } role ? role with { Sections = [] } : null;
        // Asked after reading: a change that came before it was read is found.
        return (await changes.ChangesAsync(matched, 1, ct)).Count == 0
            ? subscription => subscription.Roles.Select(id => roles[id]).OfType<Posting>()
            : await AskedAgainAsync(ids, ct);
    }

    private async Task<Func<DueSubscription, IEnumerable<Posting>>> AskedAgainAsync(List<string> ids, CancellationToken ct)
    {
        kept = new Kept(-1);
        var roles = new Dictionary<string, Posting?>(StringComparer.Ordinal);
        foreach (var id in ids)
            roles[id] = await catalogue.FindPostingAsync(id, ct);
        return subscription => subscription.Roles.Select(id => roles[id]).OfType<Posting>().Where(role => RoleMatch.Holds(subscription.Stored.Subscription.Question.Constraints, role));
    }

    /// <param name="Matched">The last change of the catalogue that was matched when they were read.</param>
    private sealed record Kept(long Matched)
    {
        public ConcurrentDictionary<string, Posting?> Roles { get; } = new(StringComparer.Ordinal);
    }
}
