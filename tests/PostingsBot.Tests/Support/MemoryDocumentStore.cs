using System.Globalization;
using PostingsBot.Storage.State;

namespace PostingsBot.Tests.Support;

/// <summary>A document store in memory.</summary>
internal sealed class MemoryDocumentStore : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoredItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> written = new(StringComparer.Ordinal);
    private long tags;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (gate) return [.. items.Keys.Order(StringComparer.Ordinal)];
        }
    }

    public int Writes { get; private set; }

    public Task<IReadOnlyDictionary<string, StoredItem>> ReadAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyDictionary<string, StoredItem>>(items.Where(item => keys.Contains(item.Key)).ToDictionary(StringComparer.Ordinal));
    }

    public Task<WriteResult> WriteAsync(IReadOnlyDictionary<string, StateChange> changes, CancellationToken ct)
    {
        lock (gate)
        {
            foreach (var (key, change) in changes)
            {
                if (change.ExpectedETag is not "*" && items.GetValueOrDefault(key)?.ETag != change.ExpectedETag)
                    return Task.FromResult<WriteResult>(new WriteResult.Conflict(key));
            }

            Writes++;
            foreach (var (key, change) in changes)
            {
                items[key] = new StoredItem(change.Json, (++tags).ToString(CultureInfo.InvariantCulture));
                written[key] = Clock.GetUtcNow();
            }

            return Task.FromResult<WriteResult>(new WriteResult.Written(changes.Keys.ToDictionary(key => key, key => items[key].ETag)));
        }
    }

    public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        lock (gate)
        {
            foreach (var key in keys)
                items.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task<int> PruneAsync(string part, DateTimeOffset before, CancellationToken ct)
    {
        var gone = Keys.Where(key => key.Contains(part, StringComparison.Ordinal) && written[key] < before).ToList();
        gone.ForEach(key => items.Remove(key));
        return Task.FromResult(gone.Count);
    }

    public Task DeleteBelowAsync(string prefix, CancellationToken ct) => DeleteAsync([.. Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))], ct);
}
