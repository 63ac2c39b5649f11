using System.Diagnostics.CodeAnalysis;

namespace PostingsBot.BotFramework.Builder;

/// <summary>Values of one turn, by name or by the full name of their type.</summary>
[SuppressMessage("Design", "CA1010", Justification = "The SDK's own shape.")]
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    /// <summary>Null when there is no value of that name and type.</summary>
    public T? Get<T>(string key) where T : class => TryGetValue(key, out var value) ? value as T : null;

    public T? Get<T>() where T : class => Get<T>(typeof(T).FullName!);

    public void Add<T>(string key, T value) where T : class => base.Add(key, value);

    public void Add<T>(T value) where T : class => base.Add(typeof(T).FullName!, value);

    public void Set<T>(string key, T value) where T : class => this[key] = value;

    public void Set<T>(T value) where T : class => this[typeof(T).FullName!] = value;

    /// <summary>Disposes the values that need it.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var value in Values.OfType<IDisposable>()) value.Dispose();
        Clear();
    }
}
