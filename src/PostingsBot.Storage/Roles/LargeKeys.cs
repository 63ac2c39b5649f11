namespace PostingsBot.Storage.Roles;

/// <summary>
/// Keys with many postings, kept from one edit to the next: to read and group thousands again for each batch would make an import quadratic. Used by
/// whoever holds the write lock. What another writer or a failed transaction changed makes all of it void, which the number of the last change tells.
/// </summary>
internal sealed class LargeKeys
{
    private const int Many = 64;
    private const int MostKept = 50_000;
    private const int Void = -1;

    private readonly Dictionary<string, SettledKey> keys = new(StringComparer.Ordinal);
    private long at = Void;

    /// <param name="lastChange">The number of the catalogue's last change.</param>
    public void Begin(long lastChange)
    {
        if (lastChange != at)
            keys.Clear();
        at = Void;
    }

    /// <param name="lastChange">As it is when the transaction is kept.</param>
    public void End(long lastChange) => at = lastChange;

    public SettledKey? Find(string key) => keys.GetValueOrDefault(key);

    /// <summary>Keeps it when it is large.</summary>
    public void Keep(string key, SettledKey settled)
    {
        if (settled.Count < Many && !keys.ContainsKey(key))
            return;
        if (keys.Values.Sum(k => k.Count) > MostKept)
            keys.Clear();
        keys[key] = settled;
    }
}
