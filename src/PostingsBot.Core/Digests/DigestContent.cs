using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Digests;

/// <summary>One message to one destination: what is new to all its subscriptions that are due together, each role once.</summary>
public sealed record DigestContent(Destination Destination, IReadOnlyList<Subscription> Subscriptions, IReadOnlyList<DigestItem> Items)
{
    /// <summary>One for each destination, in the order in which they come; subscriptions without news are part of it all the same.</summary>
    public static IReadOnlyList<DigestContent> Of(IEnumerable<(Subscription Subscription, News News)> due) =>
        [.. due.GroupBy(one => one.Subscription.Destination).Select(group => Of(group.Key, [.. group]))];

    /// <summary>Flat up to a page; beyond it by employer, those with most roles first, then by name, without an employer last.</summary>
    public IReadOnlyList<EmployerGroup> ByEmployer() =>
    [
        .. Items.GroupBy(item => item.Role.Company?.Value, StringComparer.OrdinalIgnoreCase)
            .Select(group => new EmployerGroup(group.Key, [.. group]))
            .OrderBy(group => group.Employer is null).ThenByDescending(group => group.Items.Count).ThenBy(group => group.Employer, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Whether nothing is to be sent at all: no news, and nobody who wants to hear that there is none.</summary>
    public bool IsSilent => Items.Count == 0 && Subscriptions.All(subscription => subscription.QuietDays is QuietDays.Nothing);

    private static DigestContent Of(Destination destination, List<(Subscription Subscription, News News)> due) => new(
        destination,
        [.. due.Select(one => one.Subscription)],
        [
            .. due.SelectMany(one => one.News.Items.Select(item => (one.Subscription, Item: item)))
                .GroupBy(one => one.Item.Role.Id, StringComparer.Ordinal)
                .Select(same => new DigestItem(same.First().Item.Role, KindOf(same.Select(one => one.Item.Kind)), [.. same.SelectMany(one => one.Item.Changed).Distinct(StringComparer.Ordinal)], [.. same.Select(one => one.Subscription.Id)])),
        ]);

    /// <summary>The readers are the same: what one of the subscriptions told of before is not new to them.</summary>
    private static NewsKind KindOf(IEnumerable<NewsKind> kinds) => kinds.Max();
}

/// <summary>A role of a digest, and the ids of the subscriptions that ask for it.</summary>
public sealed record DigestItem(Posting Role, NewsKind Kind, ValueList<string> Changed, ValueList<string> For);

/// <summary>An employer's roles in a digest; without a name those that name no employer.</summary>
public sealed record EmployerGroup(string? Employer, IReadOnlyList<DigestItem> Items);
