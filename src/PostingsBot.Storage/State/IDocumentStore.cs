namespace PostingsBot.Storage.State;

/// <summary>
/// Small JSON documents by key, such as conversation state, each with an ETag that no other version of any key ever had. A broken database throws a
/// <see cref="StorageException"/>.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The items that exist; absent keys are left out.</summary>
    Task<IReadOnlyDictionary<string, StoredItem>> ReadAsync(IReadOnlyList<string> keys, CancellationToken ct);

    /// <summary>
    /// Writes all changes or, at the first conflict, none. On disk when it returns.
    /// A conflict is an expected ETag that is not the stored one, or a value where none was expected.
    /// </summary>
    Task<WriteResult> WriteAsync(IReadOnlyDictionary<string, StateChange> changes, CancellationToken ct);

    /// <summary>Deletes the items; absent keys are no error. On disk when it returns.</summary>
    Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken ct);

    /// <summary>Deletes every item whose key begins with the prefix. On disk when it returns.</summary>
    Task DeleteBelowAsync(string prefix, CancellationToken ct);

    /// <summary>Deletes every item whose key holds the part and that was last written before the time. What was written before times were kept counts from the first call on.</summary>
    /// <returns>How many.</returns>
    Task<int> PruneAsync(string part, DateTimeOffset before, CancellationToken ct);
}
