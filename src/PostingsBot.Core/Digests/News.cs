using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Digests;

public enum NewsKind
{
    New,

    /// <summary>Told of before, closed since, open now.</summary>
    Reopened,

    /// <summary>Told of before; its title, place, workplace or pay reads otherwise now.</summary>
    Changed,
}

/// <summary>A role to tell of. <paramref name="Changed"/> names the fields that changed, for a changed or reopened one.</summary>
public sealed record NewsItem(Posting Role, NewsKind Kind, ValueList<string> Changed);

/// <summary>What is new to one subscription, and what its ledger says once it is told.</summary>
/// <param name="Items">In the order of the roles.</param>
/// <param name="Ledger">Lines to write: added, or in place of those of the same roles.</param>
public sealed record News(IReadOnlyList<NewsItem> Items, IReadOnlyList<Told> Ledger)
{
    /// <summary>By the ledger alone: no clock decides what is new. A role of several sources has one id and is told of once, a closed one never.</summary>
    /// <param name="roles">Roles that match the question, as they are now.</param>
    /// <param name="ledger">The lines of those roles; others are not looked at.</param>
    public static News Of(IEnumerable<Posting> roles, IReadOnlyDictionary<string, Told> ledger)
    {
        var items = new List<NewsItem>();
        var lines = new List<Told>();
        foreach (var role in roles.DistinctBy(role => role.Id, StringComparer.Ordinal))
        {
            var before = ledger.GetValueOrDefault(role.Id);
            if (role.IsOpen && ItemOf(role, before) is { } item)
                items.Add(item);
            if (before is null ? role.IsOpen : before != Told.Of(role))
                lines.Add(Told.Of(role));
        }

        return new News(items, lines);
    }

    private static NewsItem? ItemOf(Posting role, Told? before)
    {
        if (before is null)
            return new NewsItem(role, NewsKind.New, []);
        var changed = RolePrint.MateriallyChanged(before.Print, role);
        if (!before.IsOpen)
            return new NewsItem(role, NewsKind.Reopened, [.. changed]);
        return changed.Count > 0 ? new NewsItem(role, NewsKind.Changed, [.. changed]) : null;
    }
}
