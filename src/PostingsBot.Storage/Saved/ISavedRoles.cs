using PostingsBot.Core.Digests;
using PostingsBot.Storage.Digests;

namespace PostingsBot.Storage.Saved;

/// <summary>Roles that people saved, and which of them changed since. A broken database throws a <see cref="StorageException"/>.</summary>
public interface ISavedRoles
{
    /// <summary>Saves a role. One that is saved already is seen as it is now.</summary>
    /// <param name="saved">The role as the person sees it now.</param>
    /// <param name="mostOfOwner">How many one person may save.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    Task<SaveResult> SaveAsync(SavedRole saved, int mostOfOwner, DateTimeOffset now, CancellationToken ct);

    /// <returns>How many were saved of these.</returns>
    Task<int> RemoveAsync(Owner owner, IReadOnlyList<string> roles, CancellationToken ct);

    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<SavedRole>> OfOwnerAsync(Owner owner, CancellationToken ct);

    /// <summary>Saved roles that the catalogue changed since they were settled, oldest change first.</summary>
    Task<IReadOnlyList<DueSavedRole>> DueAsync(int most, CancellationToken ct);

    /// <summary>Notes how the person knows the role from now on and puts the message into the outbox, both or neither.</summary>
    /// <param name="due">As it was due.</param>
    /// <param name="known">Null when the role is gone from the catalogue: it is saved no more.</param>
    /// <param name="message">Null when there is nothing to tell, or nowhere.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    /// <returns>False, and nothing is done, when another bot settled it or the role changed again.</returns>
    Task<bool> SettleAsync(DueSavedRole due, SavedRole? known, NewDelivery? message, DateTimeOffset now, CancellationToken ct);
}

/// <summary>A role as the person who saved it knows it.</summary>
/// <param name="Owner">Who saved it.</param>
/// <param name="Destination">Where the person is told of changes; null when that would be before others.</param>
/// <param name="Role">The role's id.</param>
/// <param name="Name">Its title and employer, for when it is gone.</param>
/// <param name="Print">See <see cref="Core.Answers.RolePrint.OfMaterial"/>.</param>
/// <param name="IsOpen">Whether it was open.</param>
public sealed record SavedRole(Owner Owner, Destination? Destination, string Role, string Name, string Print, bool IsOpen);

/// <summary>A saved role that changed. <paramref name="Change"/> is the number of the change.</summary>
public sealed record DueSavedRole(long Number, long Change, SavedRole Saved);

public enum SaveResult
{
    Saved,
    SavedBefore,

    /// <summary>The person has saved as many as one may.</summary>
    Full,
}
