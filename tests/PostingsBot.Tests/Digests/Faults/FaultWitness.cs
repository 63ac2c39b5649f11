using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>Sees what was kept and what the channel took, by its own books.</summary>
internal sealed class FaultWitness
{
    private readonly Dictionary<string, int> accepted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> windows = new(StringComparer.Ordinal);
    private readonly HashSet<(FaultyBot Bot, string Key)> open = [];
    private readonly HashSet<(FaultyBot Bot, string Key)> inHand = [];

    /// <summary>A digest that was kept, in the order in which they were.</summary>
    public List<Kept> Digests { get; } = [];

    public int Messages => accepted.Count;

    public int Duplicates => accepted.Values.Sum(count => count - 1);

    /// <summary>Messages that came more often than there was a window for.</summary>
    public IEnumerable<string> Unexplained => accepted.Where(one => one.Value > 1 + windows.GetValueOrDefault(one.Key)).Select(one => one.Key);

    public bool WasAccepted(string key) => accepted.ContainsKey(key);

    public void Committed(IReadOnlyList<DigestBundle> bundles, IReadOnlyList<BundleVerdict> verdicts)
    {
        foreach (var (bundle, _) in bundles.Zip(verdicts).Where(one => one.Second is BundleVerdict.Kept))
        {
            var shown = bundle.Delivery is { } delivery ? PostingsBot.Digests.DigestMessage.Read(delivery.Payload)!.Roles : [];
            foreach (var made in bundle.Digests.Where(made => made.Occasion is not null))
                Digests.Add(new Kept(made.Due.Stored.Subscription.Id, made.Occasion!, bundle.Delivery?.Key, [.. shown.Where(row => made.Ledger.Any(line => line.Role == row.Id)).Select(row => (row.Id, row.Kind))], made.Ledger));
        }
    }

    public void Claimed(FaultyBot bot, string key) => inHand.Add((bot, key));

    /// <summary>Time passed over the leases: whatever a bot has in hand another may send as well.</summary>
    public void StoodStill()
    {
        foreach (var (_, key) in inHand)
            windows[key] = windows.GetValueOrDefault(key) + 1;
    }

    public void Accepted(FaultyBot bot, string key)
    {
        accepted[key] = accepted.GetValueOrDefault(key) + 1;
        open.Add((bot, key));
    }

    public void Noted(FaultyBot bot, string key)
    {
        open.Remove((bot, key));
        inHand.Remove((bot, key));
    }

    /// <summary>The channel took it, and it will not be noted.</summary>
    public void Unnoted(FaultyBot bot, string key)
    {
        if (open.Remove((bot, key)))
            windows[key] = windows.GetValueOrDefault(key) + 1;
    }

    /// <summary>The bot ended: what it had open stays unnoted.</summary>
    public void Ended(FaultyBot bot)
    {
        foreach (var (_, key) in open.Where(one => one.Bot == bot).ToList())
            Unnoted(bot, key);
        inHand.RemoveWhere(one => one.Bot == bot);
    }
}

/// <summary>A digest of one subscription that was kept: the roles that its message shows for it, and what its ledger says of them.</summary>
internal sealed record Kept(string Subscription, string Occasion, string? Key, IReadOnlyList<(string Role, NewsKind Kind)> Roles, IReadOnlyList<Told> Ledger);
