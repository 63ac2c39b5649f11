using NodaTime;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage;

/// <summary>What an import asks of a catalogue's store. A broken database throws.</summary>
public interface ICatalogueStore
{
    /// <summary>Every imported document by its file.</summary>
    Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct);

    /// <summary>Makes what is stored of the edits, on all cores. It asks no database, so that it may be done while other edits are written.</summary>
    PreparedEdits Prepare(IReadOnlyList<DocumentEdit> edits);

    /// <summary>
    /// Applies the edits in one transaction: a document, its postings, its index rows and its change log rows appear together, and are on disk before this returns.
    /// No file may occur twice.
    /// </summary>
    Task<AppliedEdits> WriteAsync(PreparedEdits edits, CancellationToken ct);

    /// <summary>The change log after a sequence number, oldest first. No change ever appears before one that is there already.</summary>
    Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct);

    /// <summary>The sequence number of the last change from before a time, 0 when there is none.</summary>
    Task<long> ChangeBeforeAsync(Instant at, CancellationToken ct);

    /// <summary>How many roles are open.</summary>
    Task<int> OpenRolesAsync(CancellationToken ct);
}

/// <summary>Prepares and writes in one call.</summary>
public static class CatalogueStoreExtensions
{
    /// <inheritdoc cref="ICatalogueStore.WriteAsync"/>
    public static Task<AppliedEdits> ApplyAsync(this ICatalogueStore store, IReadOnlyList<DocumentEdit> edits, CancellationToken ct) => store.WriteAsync(store.Prepare(edits), ct);
}

/// <summary>Why a document is in the catalogue.</summary>
public enum DocumentOrigin
{
    /// <summary>Its path is configured: it goes when the path goes.</summary>
    Configured,

    /// <summary>It was imported by hand: it stays until it is withdrawn by hand.</summary>
    Imported,

    /// <summary>Somebody posted it in a chat: imports leave it alone.</summary>
    Posted,
}

/// <summary>A document in the catalogue: the path it was found under and the hash of what it was read from.</summary>
public sealed record KnownDocument(string Root, string Hash, DocumentOrigin Origin);

/// <summary>A document to write or to withdraw.</summary>
public abstract record DocumentEdit
{
    private DocumentEdit()
    {
    }

    public sealed record Put(ParsedDocument Document, string Root, string Hash, DocumentOrigin Origin = DocumentOrigin.Configured, PostedText? Posted = null) : DocumentEdit;

    public sealed record Withdraw(string File) : DocumentEdit;
}

/// <summary>What a posted document was read from, and the number of the person who posted it, null when they were forgotten.</summary>
public sealed record PostedText(string Text, long? Owner);

/// <summary>
/// What was done, in roles: one that another document has too is added, changed or withdrawn as a whole. <paramref name="Refused"/> are postings whose
/// id another document already has; <paramref name="LastChange"/> is the sequence number of the last change, 0 when nothing changed.
/// </summary>
public sealed record AppliedEdits(int Added, int Changed, int Withdrawn, IReadOnlyList<RefusedPosting> Refused, long LastChange = 0);

/// <summary>A posting that was left out because <paramref name="HeldBy"/> already has its id.</summary>
public sealed record RefusedPosting(string File, string Title, string HeldBy);
