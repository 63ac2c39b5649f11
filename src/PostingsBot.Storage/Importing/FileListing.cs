namespace PostingsBot.Storage.Importing;

/// <summary>A file to import: its path with forward slashes as given or as found below <paramref name="Root"/>, the path that was given.</summary>
public sealed record FoundFile(string Path, string Root);

/// <summary>
/// The files that paths stand for: a file itself; of a folder all files below it, in ordinal order of their paths.
/// Names that begin with a dot or end in "~" or ".tmp" are passed over, and linked folders are not entered.
/// </summary>
public sealed class FileListing
{
    private readonly List<FoundFile> files = [];
    private readonly List<SkippedFile> skipped = [];
    private readonly List<string> missing = [];

    private FileListing()
    {
    }

    public IReadOnlyList<FoundFile> Files => files;

    /// <summary>Folders that cannot be listed, and missing paths.</summary>
    public IReadOnlyList<SkippedFile> Skipped => skipped;

    /// <summary>Given paths that do not exist or cannot be listed to the end: nothing may be concluded from a file not being in the list.</summary>
    public IReadOnlyList<string> IncompleteRoots => missing;

    public static FileListing Of(IReadOnlyList<string> paths)
    {
        var listing = new FileListing();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
            listing.AddRoot(path);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        listing.files.RemoveAll(file => !seen.Add(file.Path));
        return listing;
    }

    private void AddRoot(string root)
    {
        if (File.Exists(root))
        {
            files.Add(new FoundFile(WithSlashes(root), root));
            return;
        }

        if (!Directory.Exists(root))
        {
            skipped.Add(Skips.NotFound(root));
            missing.Add(root);
            return;
        }

        var first = files.Count;
        AddFolder(new DirectoryInfo(root), WithSlashes(root).TrimEnd('/'), root);
        files.Sort(first, files.Count - first, Comparer<FoundFile>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path)));
    }

    private void AddFolder(DirectoryInfo folder, string path, string root)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            skipped.Add(Skips.Unreadable(path, error));
            missing.Add(root);
            return;
        }

        foreach (var entry in entries)
        {
            if (IsPassedOver(entry.Name))
                continue;
            var entryPath = path + "/" + entry.Name;
            if (entry is FileInfo)
                files.Add(new FoundFile(entryPath, root));
            else if (entry is DirectoryInfo { LinkTarget: null } child)
                AddFolder(child, entryPath, root);
        }
    }

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);

    private static string WithSlashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
