using System.Collections.Concurrent;

namespace PostingsBot.Storage.Importing;

/// <summary>What an importer saw in each file, as long as the file's stamp can be trusted.</summary>
internal sealed class SeenSources(TimeProvider clock)
{
    // File systems keep time in steps of up to two seconds: a younger file may change again without a new time.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, SeenSource> sources = new(StringComparer.Ordinal);

    /// <summary>Null when the file may have changed since it was seen.</summary>
    public SeenSource? Find(string path)
    {
        try
        {
            return sources.TryGetValue(path, out var seen) && FileStamp.Of(path) == seen.Stamp ? seen : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="Find"/> of a file that it was just asked for.</summary>
    public SeenSource? FindAgain(string path) => sources.GetValueOrDefault(path);

    public void Remember(string path, SeenSource seen)
    {
        if (seen.Stamp != default && clock.GetUtcNow().UtcDateTime - seen.Stamp.WrittenUtc > Settled)
            sources[path] = seen;
        else
            sources.TryRemove(path, out _);
    }
}

/// <summary>A file's documents with their hashes, and what of it was left out.</summary>
internal sealed record SeenSource(FileStamp Stamp, IReadOnlyList<(string File, string Hash)> Documents, IReadOnlyList<SkippedFile> Skipped);
