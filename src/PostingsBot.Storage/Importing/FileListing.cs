namespace PostingsBot.Storage.Importing;

/// <summary>A file to read: its path with forward slashes as given or as found below <paramref name="Root"/>, the path that was given.</summary>
public sealed record FoundFile(string Path, string Root, FileForm Form);

/// <summary>
/// The files that paths stand for: a file itself; of a folder all files below it, in ordinal order of their paths; of a path with
/// wildcards those that match. Names that begin with a dot (but ".github") or end in "~" or ".tmp" are passed over, and linked folders are not entered.
/// </summary>
public sealed class FileListing
{
    private readonly List<FoundFile> files = [];
    private readonly List<SkippedFile> skipped = [];
    private readonly HashSet<string> incomplete = new(StringComparer.Ordinal);
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    private FileListing()
    {
    }

    public IReadOnlyList<FoundFile> Files => files;

    /// <summary>Folders that cannot be listed or are links, and missing paths.</summary>
    public IReadOnlyList<SkippedFile> Skipped => skipped;

    /// <summary>Given paths that cannot be listed to the end: nothing may be concluded from a file not being in the list.</summary>
    public IReadOnlySet<string> IncompleteRoots => incomplete;

    /// <summary>Given paths that stand for nothing.</summary>
    public IReadOnlySet<string> MissingRoots => missing;

    /// <param name="paths">Files, folders, paths with wildcards; "-" is standard input.</param>
    /// <param name="standardInput">What to call standard input.</param>
    public static FileListing Of(IReadOnlyList<string> paths, string standardInput = FileForms.StandardInput)
    {
        var listing = new FileListing();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
            listing.AddRoot(path, standardInput);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        listing.files.RemoveAll(file => !seen.Add(file.Path));
        return listing;
    }

    /// <summary>Names of editors' and systems' own files. ".github" is a repository's folder for documents.</summary>
    internal static bool IsPassedOver(string name) =>
        (name.StartsWith('.') && name != ".github") || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);

    private void AddRoot(string root, string standardInput)
    {
        var first = files.Count;
        if (root == FileForms.StandardInput)
            files.Add(new FoundFile(standardInput, root, FileForm.StandardInput));
        else if (File.Exists(root))
            files.Add(new FoundFile(WithSlashes(root), root, FileForms.Of(root)));
        else if (Directory.Exists(root))
            AddFolder(new Walk(root), new DirectoryInfo(root), WithSlashes(root).TrimEnd('/') + "/", null);
        else if (PathPattern.Of(root) is { } pattern)
            AddMatches(new Walk(root, pattern), pattern);
        else
            AddMissing(Skips.NotFound(root));
        files.Sort(first, files.Count - first, Comparer<FoundFile>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path)));
    }

    private void AddMatches(Walk walk, PathPattern pattern)
    {
        var before = files.Count;
        var folder = new DirectoryInfo(pattern.Folder is "" ? "." : pattern.Folder);
        if (folder.Exists)
            AddFolder(walk, folder, pattern.Folder is "" ? "" : pattern.Folder.TrimEnd('/') + "/", pattern.Start);
        if (files.Count == before && !incomplete.Contains(walk.Root))
            AddMissing(Skips.NoMatch(walk.Root));
    }

    private void AddMissing(SkippedFile reason)
    {
        skipped.Add(reason);
        missing.Add(reason.File);
    }

    private void AddFolder(Walk walk, DirectoryInfo folder, string path, IReadOnlySet<int>? places)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            skipped.Add(error is DirectoryNotFoundException ? Skips.Vanished(path.TrimEnd('/')) : Skips.Unreadable(path.TrimEnd('/'), error));
            incomplete.Add(walk.Root);
            return;
        }

        foreach (var entry in entries.Where(entry => !IsPassedOver(entry.Name)))
            Add(walk, entry, path + entry.Name, places is null ? null : walk.Pattern!.Step(places, entry.Name));
    }

    private void Add(Walk walk, FileSystemInfo entry, string path, IReadOnlySet<int>? places)
    {
        if (places?.Count == 0)
            return;
        var isWanted = places is null || walk.Pattern!.IsMatch(places);
        if (entry is FileInfo)
        {
            if (isWanted)
                files.Add(new FoundFile(path, walk.Root, FileForms.Of(path)));
        }
        else if (entry.LinkTarget is not null)
        {
            skipped.Add(Skips.LinkedFolder(path));
        }
        else
        {
            AddFolder(walk, (DirectoryInfo)entry, path + "/", places);
        }
    }

    private static string WithSlashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    private sealed record Walk(string Root, PathPattern? Pattern = null);
}
