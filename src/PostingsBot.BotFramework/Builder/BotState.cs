using System.Text.Json;

namespace PostingsBot.BotFramework.Builder;

/// <summary>
/// Named values of one scope (conversation, user), read once in a turn and written once, with the ETag that was read.
/// </summary>
public abstract class BotState(IStorage storage, string contextServiceKey)
{
    /// <summary>Key of this state in the storage.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new PropertyAccessor<T>(this, name);
    }

    /// <param name="force">Read again although the state was read in this turn; unsaved changes are lost.</param>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (!force && Cached(turnContext) is not null) return;
        var key = GetStorageKey(turnContext);
        var items = await storage.ReadAsync([key], cancellationToken);
        turnContext.TurnState.Set(contextServiceKey, items.TryGetValue(key, out var item) && item is not null
            ? new CachedState(StoredJson.From(item))
            : new CachedState(null));
    }

    /// <param name="force">Write although nothing changed.</param>
    /// <exception cref="ETagConflictException">Another process changed the state since it was read.</exception>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (Cached(turnContext) is not { } cached) return;
        var json = JsonSerializer.Serialize(cached.Values, ActivityJson.TypeOf<Dictionary<string, object?>>(StoredJson.Options));
        if (!force && json == cached.Json) return;
        var key = GetStorageKey(turnContext);
        var item = new StoredJson(json, cached.ETag);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = item }, cancellationToken);
        (cached.Json, cached.ETag) = (json, item.ETag);
    }

    /// <summary>Forgets all values; the storage changes with the next save.</summary>
    public virtual async Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await LoadAsync(turnContext, false, cancellationToken);
        Cached(turnContext)!.Values.Clear();
    }

    /// <summary>Removes the state from the storage at once.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        turnContext.TurnState.Set(contextServiceKey, new CachedState(null));
        await storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    private protected static string Required(string? id, string field) => !string.IsNullOrEmpty(id)
        ? id
        : throw new InvalidOperationException($"State cannot be found: the activity has no {field}.");

    private CachedState? Cached(ITurnContext turnContext) => turnContext.TurnState.Get<CachedState>(contextServiceKey);

    private async ValueTask<Dictionary<string, object?>> ValuesAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await LoadAsync(turnContext, false, cancellationToken);
        return Cached(turnContext)!.Values;
    }

    private sealed class CachedState(StoredJson? item)
    {
        public string Json { get; set; } = item?.Json ?? "{}";
        public string? ETag { get; set; } = item?.ETag;
        public Dictionary<string, object?> Values { get; } = item?.To<Dictionary<string, object?>>() ?? [];
    }

    private sealed class PropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            var values = await state.ValuesAsync(turnContext, cancellationToken);
            if (values.TryGetValue(name, out var stored) && stored is not null)
            {
                var value = StoredJson.Convert<T>(stored)!;
                values[name] = value;
                return value;
            }
            if (defaultValueFactory is null) return default!;
            var created = defaultValueFactory();
            values[name] = created;
            return created;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default) =>
            (await state.ValuesAsync(turnContext, cancellationToken))[name] = value;

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            (await state.ValuesAsync(turnContext, cancellationToken)).Remove(name);
    }
}
