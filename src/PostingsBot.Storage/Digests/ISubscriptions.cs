using PostingsBot.Core.Digests;

namespace PostingsBot.Storage.Digests;

/// <summary>The subscriptions of people and channels, for whoever makes and changes them. A broken database throws a <see cref="StorageException"/>.</summary>
public interface ISubscriptions
{
    /// <param name="subscription">A new one.</param>
    /// <param name="known">The roles that match already: its ledger begins with them, so that they are not new to it.</param>
    /// <param name="mostOfOwner">So many may one owner have.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    /// <returns>False, and nothing is kept, when the owner has that many.</returns>
    Task<bool> CreateAsync(Subscription subscription, IReadOnlyList<Told> known, int mostOfOwner, DateTimeOffset now, CancellationToken ct);

    Task<StoredSubscription?> FindAsync(string id, CancellationToken ct);

    /// <summary>In the order in which they were made.</summary>
    Task<IReadOnlyList<StoredSubscription>> OfOwnerAsync(Owner owner, CancellationToken ct);

    /// <inheritdoc cref="OfOwnerAsync"/>
    Task<IReadOnlyList<StoredSubscription>> OfDestinationAsync(string channel, string conversation, CancellationToken ct);

    /// <param name="stored">As it was read.</param>
    /// <param name="changed">As it is to be, with the same id.</param>
    /// <param name="known">For another question: the roles that match it already, in place of the ledger. Null leaves the ledger.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    /// <returns>False, and nothing is changed, when it changed or went since it was read: read it again.</returns>
    Task<bool> UpdateAsync(StoredSubscription stored, Subscription changed, IReadOnlyList<Told>? known, DateTimeOffset now, CancellationToken ct);

    /// <summary>With its ledger. What is in the outbox stays there.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteAsync(string id, CancellationToken ct);

    /// <summary>Pauses the active subscriptions of a destination that cannot be reached any more, and gives up what waits for it in the outbox.</summary>
    /// <returns>Those that were paused, for their owners to be told.</returns>
    Task<IReadOnlyList<Subscription>> TroubleAsync(string channel, string conversation, string reason, DateTimeOffset now, CancellationToken ct);
}

/// <summary>A subscription as it was read. Its version rises with every write, and when it is claimed.</summary>
public sealed record StoredSubscription(Subscription Subscription, long Version);
