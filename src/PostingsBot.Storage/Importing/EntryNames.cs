namespace PostingsBot.Storage.Importing;

/// <summary>The names inside one archive.</summary>
internal sealed class EntryNames
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>An entry's path below the archive with forward slashes; null when it would lead out of it.</summary>
    public static string? PathOf(string name)
    {
        var path = name.Replace('\\', '/');
        var parts = path.Split('/').Where(part => part is not ("" or ".")).ToList();
        var leadsOut = path.StartsWith('/') || parts.Contains("..") || parts.Count == 0 || parts[0].EndsWith(':') || path.Contains('\0', StringComparison.Ordinal);
        return leadsOut ? null : string.Join('/', parts);
    }

    public bool IsNew(string path) => seen.Add(path);
}
