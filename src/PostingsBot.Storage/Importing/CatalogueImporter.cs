using System.Security.Cryptography;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Importing;

/// <summary>Bounds of an import.</summary>
public sealed record ImportOptions
{
    /// <summary>Larger files are left out. Default: 20 MB.</summary>
    public long MostBytes { get; init; } = 20_000_000;

    /// <summary>Documents that are written in one transaction. Default: 64; each document is whole either way.</summary>
    public int BatchSize { get; init; } = 64;
}

/// <summary>
/// Brings files into the catalogue. A file whose bytes and reader version are known is not parsed again.
/// One import runs at a time; a second one waits.
/// </summary>
/// <param name="store">Where to.</param>
/// <param name="parse">A document from its path and bytes; pure.</param>
/// <param name="parserVersion">Any string that differs when <paramref name="parse"/> would give another result: all files are then read again.</param>
/// <param name="options">Bounds; the defaults when null.</param>
/// <param name="clock">Tells a file that was written just now from a settled one; the system's when null.</param>
public sealed class CatalogueImporter(
    ICatalogueStore store,
    Func<string, ReadOnlyMemory<byte>, ParsedDocument> parse,
    string parserVersion,
    ImportOptions? options = null,
    TimeProvider? clock = null) : IDisposable
{
    // File systems keep time in steps of up to two seconds: a younger file may change again without a new time.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    private readonly ImportOptions bounds = options ?? new ImportOptions();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, (FileStamp Stamp, string Hash)> stamps = new(StringComparer.Ordinal);

    /// <summary>Adds and refreshes what the paths hold, and withdraws what was found under the same paths earlier and is gone. The rest of the catalogue stays.</summary>
    /// <remarks>A bad file does not throw; it is listed in the summary. A broken database throws.</remarks>
    public Task<ImportSummary> ImportAsync(IReadOnlyList<string> paths, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        GuardedAsync(paths, root => paths.Contains(root, StringComparer.Ordinal), progress, ct);

    /// <summary>As <see cref="ImportAsync"/>, and withdraws everything found under other paths: afterwards the catalogue holds what these paths hold.</summary>
    public Task<ImportSummary> MirrorAsync(IReadOnlyList<string> paths, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        GuardedAsync(paths, _ => true, progress, ct);

    public void Dispose() => gate.Dispose();

    private async Task<ImportSummary> GuardedAsync(
        IReadOnlyList<string> paths, Predicate<string> mayWithdraw, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await RunAsync(paths, mayWithdraw, progress, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ImportSummary> RunAsync(
        IReadOnlyList<string> paths, Predicate<string> mayWithdraw, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var listing = FileListing.Of(paths);
        var known = await store.KnownAsync(ct);
        var run = new ImportRun(store, bounds.BatchSize);
        foreach (var skipped in listing.Skipped)
            run.Skip(skipped);
        await run.WithdrawAsync(Gone(listing, known, mayWithdraw), ct);
        for (var i = 0; i < listing.Files.Count; i++)
        {
            await ImportFileAsync(listing.Files[i], known, run, ct);
            progress?.Report(new ImportProgress(i + 1, listing.Files.Count));
        }

        return await run.FinishAsync(listing.Files.Count, ct);
    }

    private async Task ImportFileAsync(FoundFile file, IReadOnlyDictionary<string, KnownDocument> known, ImportRun run, CancellationToken ct)
    {
        var earlier = known.GetValueOrDefault(file.Path);
        if (earlier?.Root == file.Root && IsUntouched(file.Path, earlier.Hash))
        {
            run.Unchanged++;
            return;
        }

        var content = await FileContent.ReadAsync(file.Path, bounds.MostBytes, ct);
        if (content.Bytes is null)
        {
            run.Skip(content.Skipped!);
            return;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Bytes)) + " " + parserVersion;
        if (earlier == new KnownDocument(file.Root, hash))
        {
            run.Unchanged++;
            Remember(file.Path, content.Stamp, hash);
        }
        else if (Parse(file.Path, content.Bytes, run) is { } document)
        {
            await run.PutAsync(new DocumentEdit.Put(document, file.Root, hash), ct);
            Remember(file.Path, content.Stamp, hash);
        }
    }

    // A mistake in the parser must not keep the other documents out.
    private ParsedDocument? Parse(string file, byte[] bytes, ImportRun run)
    {
        try
        {
            return parse(file, bytes);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            run.Skip(Skips.ReaderFailed(file, error));
            return null;
        }
    }

    private bool IsUntouched(string file, string hash)
    {
        try
        {
            return stamps.TryGetValue(file, out var seen) && seen.Hash == hash && FileStamp.Of(file) == seen.Stamp;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Remember(string file, FileStamp stamp, string hash)
    {
        if (clock.GetUtcNow().UtcDateTime - stamp.WrittenUtc > Settled)
            stamps[file] = (stamp, hash);
        else
            stamps.Remove(file);
    }

    // A folder that has vanished as a whole is more likely unplugged than emptied: its documents stay.
    private static List<string> Gone(FileListing listing, IReadOnlyDictionary<string, KnownDocument> known, Predicate<string> mayWithdraw)
    {
        var found = listing.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var incomplete = listing.IncompleteRoots.ToHashSet(StringComparer.Ordinal);
        return [.. known
            .Where(document => !found.Contains(document.Key)
                && mayWithdraw(document.Value.Root)
                && (!incomplete.Contains(document.Value.Root) || document.Value.Root == document.Key))
            .Select(document => document.Key)
            .Order(StringComparer.Ordinal)];
    }
}
