using NodaTime;

namespace PostingsBot.Storage;

public enum ChangeKind
{
    Added,
    Changed,
    Withdrawn,
}

/// <summary>
/// One entry of the change log. Sequence numbers only rise. With a posting id a role is new, shown otherwise, or gone from all documents;
/// without one the document itself changed.
/// </summary>
public sealed record CatalogueChange(long Sequence, Instant At, ChangeKind Kind, string? PostingId, string File);
