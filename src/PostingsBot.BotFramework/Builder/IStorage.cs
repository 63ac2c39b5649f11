namespace PostingsBot.BotFramework.Builder;

/// <summary>
/// Keeps items by key. What every implementation guarantees:
/// <list type="bullet">
/// <item>A key that is not stored is absent from the result of a read; deleting it is no error.</item>
/// <item>A value is handed over as any object and may be handed back as a <see cref="StoredJson"/> with the same JSON:
/// write <see cref="StoredJson.From"/> of the value, read a <see cref="StoredJson"/> with the text and its ETag.</item>
/// <item>Every write gives an item a new ETag. When the value is an <see cref="IStoreItem"/>, its ETag is checked first
/// and set to the new one afterwards: null means "must not exist yet", "*" means "overwrite whatever is there",
/// anything else must be the stored one. A value that is no <see cref="IStoreItem"/> overwrites.</item>
/// <item>A write stores all its changes or none.</item>
/// </list>
/// </summary>
public interface IStorage
{
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <exception cref="ETagConflictException">An item was changed by somebody else; nothing was written.</exception>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An item with optimistic concurrency; <see cref="IStorage"/> says how.</summary>
public interface IStoreItem
{
    string? ETag { get; set; }
}

/// <summary>The item was changed by somebody else since it was read.</summary>
public sealed class ETagConflictException(string key)
    : InvalidOperationException($"ETag conflict: '{key}' was changed by somebody else since it was read.")
{
    public string Key { get; } = key;
}
