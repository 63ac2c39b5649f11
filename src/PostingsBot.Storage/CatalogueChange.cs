using NodaTime;

namespace PostingsBot.Storage;

public enum ChangeKind
{
    Added,
    Changed,
    Withdrawn,
}

/// <summary>One entry of the change log. Sequence numbers only rise. Without a posting id the document itself changed.</summary>
public sealed record CatalogueChange(long Sequence, Instant At, ChangeKind Kind, string? PostingId, string File);
