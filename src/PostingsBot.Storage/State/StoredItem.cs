namespace PostingsBot.Storage.State;

public sealed record StoredItem(string Json, string ETag);

/// <summary>A new value. <paramref name="ExpectedETag"/>: null means that there must be none yet, "*" writes over whatever is there, anything else must be the stored ETag.</summary>
public sealed record StateChange(string Json, string? ExpectedETag);

public abstract record WriteResult
{
    private WriteResult()
    {
    }

    /// <summary>The new ETag of each key.</summary>
    public sealed record Written(IReadOnlyDictionary<string, string> ETags) : WriteResult;

    /// <summary>Nothing was written: somebody else wrote or deleted <paramref name="Key"/> since it was read.</summary>
    public sealed record Conflict(string Key) : WriteResult;
}
