using NodaTime;

namespace PostingsBot.Storage.Recruiting;

/// <summary>
/// Edits of roles by people, each an overlay on what the documents of the role state, and documents that people post. A broken database throws a
/// <see cref="StorageException"/>, and nothing is kept.
/// </summary>
public interface IRoleEdits
{
    /// <summary>The role with this id, or that has a posting with this id; null when there is none.</summary>
    Task<EditableRole?> FindAsync(string role, CancellationToken ct);

    /// <summary>Applies all changes in one transaction, or none of them.</summary>
    /// <exception cref="ArgumentException">No change, two changes of one role, or a document that is not one posting.</exception>
    Task<EditResult> ApplyAsync(EditOrder order, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Restores what a batch changed: overlays, texts, and whether a role is there. Stale when one of its roles has changed since. Gone for a batch that was not made by
    /// an order, or that is not there.
    /// </summary>
    /// <param name="batch">From <see cref="EditResult.Applied"/> or <see cref="AuditEntry"/>.</param>
    /// <param name="by">Who undoes it.</param>
    /// <param name="from">Channel and conversation.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the write.</param>
    Task<EditResult> UndoAsync(long batch, Actor by, string from, DateTimeOffset now, CancellationToken ct);

    /// <summary>The open roles that the person posted, oldest first.</summary>
    Task<IReadOnlyList<EditableRole>> OpenOfOwnerAsync(Actor owner, CancellationToken ct);

    /// <summary>People who posted roles that are open.</summary>
    Task<IReadOnlyList<Actor>> OwnersAsync(CancellationToken ct);

    /// <summary>Open roles whose closing date is one of these days, soonest first.</summary>
    Task<IReadOnlyList<EditableRole>> ClosingAsync(LocalDate? first, LocalDate last, int take, CancellationToken ct);
}
