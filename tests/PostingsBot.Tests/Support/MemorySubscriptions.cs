using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Tests.Support;

/// <summary>Subscriptions in memory.</summary>
internal sealed class MemorySubscriptions : ISubscriptions
{
    private readonly Lock gate = new();
    private readonly List<StoredSubscription> all = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Subscription> All
    {
        get
        {
            lock (gate) return [.. all.Select(one => one.Subscription)];
        }
    }

    /// <summary>What each knew when it was made, by its id.</summary>
    public Dictionary<string, IReadOnlyList<Told>> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>So many updates come too late.</summary>
    public int Conflicts { get; set; }

    public Task<bool> CreateAsync(Subscription subscription, IReadOnlyList<Told> known, int mostOfOwner, DateTimeOffset now, CancellationToken ct)
    {
        lock (gate)
        {
            if (all.Count(one => one.Subscription.Owner == subscription.Owner) >= mostOfOwner)
                return Task.FromResult(false);
            Known.Add(subscription.Id, known);
            all.Add(new StoredSubscription(Kept(subscription), 1));
            return Task.FromResult(true);
        }
    }

    public Task<StoredSubscription?> FindAsync(string id, CancellationToken ct)
    {
        lock (gate) return Task.FromResult(all.Find(one => one.Subscription.Id == id));
    }

    public Task<IReadOnlyList<StoredSubscription>> OfOwnerAsync(Owner owner, CancellationToken ct) => Where(one => one.Owner == owner);

    public Task<IReadOnlyList<StoredSubscription>> OfDestinationAsync(string channel, string conversation, CancellationToken ct) =>
        Where(one => one.Destination.Channel == channel && one.Destination.Conversation == conversation);

    public Task<bool> UpdateAsync(StoredSubscription stored, Subscription changed, IReadOnlyList<Told>? known, DateTimeOffset now, CancellationToken ct)
    {
        lock (gate)
        {
            var at = all.FindIndex(one => one.Subscription.Id == changed.Id && one.Version == stored.Version);
            if (at < 0 || Conflicts-- > 0)
                return Task.FromResult(false);
            all[at] = new StoredSubscription(Kept(changed), stored.Version + 1);
            return Task.FromResult(true);
        }
    }

    public Task<bool> DeleteAsync(string id, CancellationToken ct)
    {
        lock (gate) return Task.FromResult(all.RemoveAll(one => one.Subscription.Id == id) > 0);
    }

    public Task<IReadOnlyList<Subscription>> TroubleAsync(string channel, string conversation, string reason, DateTimeOffset now, CancellationToken ct)
    {
        lock (gate)
        {
            var troubled = new List<Subscription>();
            for (var i = 0; i < all.Count; i++)
            {
                if (all[i].Subscription is not { State: SubscriptionState.Active } one || one.Destination.Channel != channel || one.Destination.Conversation != conversation)
                    continue;
                all[i] = new StoredSubscription(one with { State = new SubscriptionState.Troubled(reason) }, all[i].Version + 1);
                troubled.Add(all[i].Subscription);
            }

            return Task.FromResult<IReadOnlyList<Subscription>>(troubled);
        }
    }

    /// <summary>As a database gives it back.</summary>
    private static Subscription Kept(Subscription subscription) => SubscriptionJson.Read(SubscriptionJson.Write(subscription));

    private Task<IReadOnlyList<StoredSubscription>> Where(Func<Subscription, bool> holds)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<StoredSubscription>>([.. all.Where(one => holds(one.Subscription))]);
    }
}
