using System.Globalization;

namespace PostingsBot.BotFramework.Builder;

/// <summary>Storage that ends with the process. Keeps JSON, so state is shaped as it is with a database.</summary>
public sealed class MemoryStorage : IStorage
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Json, string ETag)> _items = [];
    private long _version;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>();
        lock (_lock)
        {
            foreach (var key in keys)
                if (_items.TryGetValue(key, out var item)) found[key] = new StoredJson(item.Json, item.ETag);
        }
        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var written = changes.ToDictionary(change => change.Key, change => StoredJson.From(change.Value));
        lock (_lock)
        {
            foreach (var (key, value) in changes)
                if (value is IStoreItem { ETag: not "*" } item && item.ETag != CurrentETag(key)) throw new ETagConflictException(key);
            foreach (var (key, value) in written)
            {
                var eTag = (++_version).ToString(CultureInfo.InvariantCulture);
                _items[key] = (value.Json, eTag);
                if (changes[key] is IStoreItem item) item.ETag = eTag;
            }
        }
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys) _items.Remove(key);
        }
        return Task.CompletedTask;
    }

    private string? CurrentETag(string key) => _items.TryGetValue(key, out var item) ? item.ETag : null;
}
