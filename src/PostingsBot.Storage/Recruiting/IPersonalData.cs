namespace PostingsBot.Storage.Recruiting;

/// <summary>What is kept of a person who posts and edits. A broken database throws a <see cref="StorageException"/>.</summary>
public interface IPersonalData
{
    /// <summary>Null when nothing is kept.</summary>
    Task<PersonalData?> ExportAsync(Actor person, CancellationToken ct);

    /// <summary>
    /// Takes the person's name and ids away, and with them what leads to a person: grants, drafts, conversations they wrote from. Roles that say "edited by" them say
    /// so of somebody from then on. What they posted, and the audit, stay.
    /// </summary>
    /// <returns>The number of the last change that this made, 0 for none; null when nothing was kept.</returns>
    Task<long?> ForgetAsync(Actor person, DateTimeOffset now, CancellationToken ct);
}

/// <param name="Person">As they are known.</param>
/// <param name="Entries">What they did, newest first.</param>
/// <param name="Posted">The documents they posted: files and texts.</param>
/// <param name="Drafts">What they began.</param>
/// <param name="Grant">What they may.</param>
public sealed record PersonalData(Actor Person, IReadOnlyList<AuditEntry> Entries, IReadOnlyList<PostedDocument> Posted, IReadOnlyList<StoredDraft> Drafts, Grant? Grant);

/// <summary>A document that was posted.</summary>
public sealed record PostedDocument(string File, string Text);
