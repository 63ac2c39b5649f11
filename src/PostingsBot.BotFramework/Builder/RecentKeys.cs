namespace PostingsBot.BotFramework.Builder;

/// <summary>A set that forgets its oldest keys when it is full.</summary>
internal sealed class RecentKeys<T>(int capacity, IEqualityComparer<T>? comparer = null) where T : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<T, LinkedListNode<T>> _nodes = new(comparer);
    private readonly LinkedList<T> _byAge = new();

    /// <summary>False when the key is there already.</summary>
    public bool TryAdd(T key)
    {
        lock (_lock)
        {
            if (_nodes.ContainsKey(key)) return false;
            if (_nodes.Count == capacity)
            {
                _nodes.Remove(_byAge.First!.Value);
                _byAge.RemoveFirst();
            }
            _nodes.Add(key, _byAge.AddLast(key));
            return true;
        }
    }

    public bool Contains(T key)
    {
        lock (_lock) return _nodes.ContainsKey(key);
    }

    public void Remove(T key)
    {
        lock (_lock)
        {
            if (_nodes.Remove(key, out var node)) _byAge.Remove(node);
        }
    }
}
