namespace PostingsBot.Storage.Following;

/// <summary>Which record a local index is a copy of, and up to which of its changes. <paramref name="At"/> is that change's time, in milliseconds since 1970.</summary>
internal sealed record IndexPosition(Guid Record, long Sequence, long At);
