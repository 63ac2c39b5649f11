namespace PostingsBot.Storage.Following;

/// <summary>What happened to a local index.</summary>
public abstract record FollowNews
{
    private FollowNews()
    {
    }

    /// <summary>The index is missing, old or damaged and is made anew; questions wait until it is whole.</summary>
    public sealed record Rebuilding : FollowNews;

    /// <summary>The index is whole and level with the record, for the first time or after it fell behind.</summary>
    public sealed record Level(long Change) : FollowNews;

    /// <summary>Following failed. It is tried again; told once until it works again.</summary>
    public sealed record Behind(Exception Error) : FollowNews;
}
