using NodaTime;

namespace PostingsBot.Storage.Recruiting;

/// <summary>What people began to post, for later or for a set time. A broken database throws a <see cref="StorageException"/>.</summary>
public interface IDrafts
{
    /// <returns>False, and nothing is kept, when the owner has so many or the id is taken.</returns>
    Task<bool> CreateAsync(Draft draft, int mostOfOwner, DateTimeOffset now, CancellationToken ct);

    Task<StoredDraft?> FindAsync(string id, CancellationToken ct);

    /// <summary>In the order in which they were made.</summary>
    Task<IReadOnlyList<StoredDraft>> OfOwnerAsync(Actor owner, CancellationToken ct);

    /// <returns>False, and nothing is changed, when it changed or went since it was read.</returns>
    Task<bool> UpdateAsync(StoredDraft stored, Draft changed, DateTimeOffset now, CancellationToken ct);

    /// <returns>False when it changed or went since it was read.</returns>
    Task<bool> DeleteAsync(StoredDraft stored, CancellationToken ct);

    /// <summary>
    /// Takes drafts whose time has come, soonest first; nobody else gets them until the lease ends. A claim is a change of the draft: whoever saw it before has an old
    /// version of it. Publish it, then delete it: should that be cut short, publishing it again finds its document there.
    /// </summary>
    Task<IReadOnlyList<StoredDraft>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <summary>Forgets the drafts that nobody changed since, but for scheduled ones.</summary>
    /// <returns>How many.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken ct);
}

/// <param name="Id">Unique.</param>
/// <param name="Owner">Whose.</param>
/// <param name="Json">What it holds.</param>
/// <param name="Due">When it is to be published; null: when somebody says so.</param>
public sealed record Draft(string Id, Actor Owner, string Json, Instant? Due);

/// <summary>A draft as it was read. Its version rises with every write and claim.</summary>
public sealed record StoredDraft(Draft Draft, long Version, Instant Changed);
