using NodaTime;
using PostingsBot.Core.Questions;

namespace PostingsBot.Storage.Recruiting;

/// <summary>
/// Edits under which the documents have changed. What people see stays as it was edited; whoever edited it is to be told. A broken database throws a
/// <see cref="StorageException"/>.
/// </summary>
public interface IEditConflicts
{
    /// <summary>Takes conflicts that nobody was told of yet, oldest first. Nobody else gets them until the lease ends.</summary>
    Task<IReadOnlyList<EditConflict>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken ct);

    /// <summary>Its editor has been told, or cannot be.</summary>
    Task SettleAsync(EditConflict told, CancellationToken ct);

    /// <summary>It is tried again at the given time.</summary>
    Task PostponeAsync(EditConflict claimed, DateTimeOffset until, CancellationToken ct);
}

/// <param name="Number">The conflict's own.</param>
/// <param name="Attempt">The first is 1.</param>
/// <param name="Role">Its id.</param>
/// <param name="Title">As it is shown, or was.</param>
/// <param name="Employer">As the title.</param>
/// <param name="Editor">Who edited it.</param>
/// <param name="Field">Null: the role is gone from all files, and the edits with it.</param>
/// <param name="Under">What the documents said when it was edited; empty: not stated.</param>
/// <param name="Edited">What the edit says, and is shown.</param>
/// <param name="Now">What the documents say now.</param>
/// <param name="At">When they changed.</param>
public sealed record EditConflict(
    long Number, int Attempt, string Role, string Title, string? Employer, Actor Editor, RoleField? Field, string Under, string Edited, string Now, Instant At);
