using System.IO.Enumeration;

namespace PostingsBot.Storage.Importing;

/// <summary>
/// A path with wildcards, for shells that do not expand them: "*" and "?" inside a name, "**" for any number of folders.
/// It is matched name by name on the way down, so that folders that cannot lead to a match are not entered.
/// </summary>
internal sealed class PathPattern
{
    private const string AnyFolders = "**";
    private readonly string[] names;

    private PathPattern(string folder, string[] names)
    {
        Folder = folder;
        this.names = names;
    }

    /// <summary>The folder before the first wildcard; empty for the current one.</summary>
    public string Folder { get; }

    /// <summary>The places in the pattern that a walk begins at.</summary>
    public IReadOnlySet<int> Start => WithSkipped([0]);

    /// <summary>Null when the path holds no wildcard.</summary>
    public static PathPattern? Of(string path)
    {
        var parts = path.Replace(Path.DirectorySeparatorChar, '/').Split('/');
        var first = Array.FindIndex(parts, part => part.AsSpan().ContainsAny('*', '?'));
        if (first < 0)
            return null;
        var folder = string.Join('/', parts[..first]);
        return new PathPattern(first > 0 && folder.Length == 0 ? "/" : folder, [.. parts[first..].Where(part => part.Length > 0)]);
    }

    /// <summary>The places reached from others by going into what has this name; none when nothing below it can match.</summary>
    public IReadOnlySet<int> Step(IReadOnlySet<int> places, string name) => WithSkipped(places.Where(place => place < names.Length).SelectMany(place =>
        names[place] == AnyFolders ? [place] : FileSystemName.MatchesSimpleExpression(names[place], name, OperatingSystem.IsWindows()) ? new[] { place + 1 } : []));

    public bool IsMatch(IReadOnlySet<int> places) => places.Contains(names.Length);

    private HashSet<int> WithSkipped(IEnumerable<int> places)
    {
        var all = new HashSet<int>();
        foreach (var place in places)
        {
            all.Add(place);
            for (var next = place; next < names.Length && names[next] == AnyFolders; next++)
                all.Add(next + 1);
        }

        return all;
    }
}
