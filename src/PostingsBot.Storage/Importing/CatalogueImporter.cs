using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Importing;

/// <summary>How an import works.</summary>
public sealed record ImportOptions
{
    public ReadingLimits Limits { get; init; } = new();

    /// <summary>Documents that are written in one transaction. Default: 1,024; each document is whole either way.</summary>
    public int BatchSize { get; init; } = 1_024;

    /// <summary>Opens what the path "-" stands for; null for the process's standard input.</summary>
    public Func<Stream>? StandardInput { get; init; }

    /// <summary>What the document from standard input is called.</summary>
    public string StandardInputName { get; init; } = FileForms.StandardInput;
}

/// <summary>
/// Brings files into the catalogue. A file whose bytes and reader version are known is not parsed again.
/// One import runs at a time; a second one waits.
/// </summary>
/// <param name="store">Where to.</param>
/// <param name="parse">A document from its path and bytes; pure.</param>
/// <param name="parserVersion">Any string that differs when <paramref name="parse"/> would give another result: all files are then read again.</param>
/// <param name="options">The defaults when null.</param>
/// <param name="clock">Tells a file that was written just now from a settled one; the system's when null.</param>
public sealed class CatalogueImporter(
    ICatalogueStore store,
    Func<string, ReadOnlyMemory<byte>, ParsedDocument> parse,
    string parserVersion,
    ImportOptions? options = null,
    TimeProvider? clock = null) : IDisposable
{
    private readonly ImportOptions options = options ?? new ImportOptions();
    private readonly DocumentReader reader = new(parse, parserVersion, options?.Limits, options?.StandardInput);
    private readonly SeenSources seen = new(clock ?? TimeProvider.System);
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Follows the paths: adds and refreshes what they hold, and withdraws what was found under the same paths earlier and is gone. The rest of the catalogue stays.</summary>
    /// <remarks>A bad file does not throw; it is listed in the summary. A broken database throws.</remarks>
    public Task<ImportSummary> ImportAsync(IReadOnlyList<string> paths, IProgress<ImportProgress>? progress, CancellationToken ct) => GuardedAsync(
        paths, new ImportMode(DocumentOrigin.Configured, document => document.Origin is DocumentOrigin.Configured && paths.Contains(document.Root, StringComparer.Ordinal)), progress, ct);

    /// <summary>As <see cref="ImportAsync"/>, and withdraws everything that was followed under other paths: afterwards the catalogue holds what these paths hold, and what was added.</summary>
    public Task<ImportSummary> MirrorAsync(IReadOnlyList<string> paths, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        GuardedAsync(paths, new ImportMode(DocumentOrigin.Configured, document => document.Origin is DocumentOrigin.Configured), progress, ct);

    /// <summary>Adds and refreshes what the paths hold, once: it stays whatever paths are followed.</summary>
    /// <param name="withdrawMissing">Also withdraws what was added under the same paths earlier and is gone, or whose path is gone.</param>
    public Task<ImportSummary> AddAsync(IReadOnlyList<string> paths, bool withdrawMissing, IProgress<ImportProgress>? progress, CancellationToken ct) => GuardedAsync(
        paths,
        new ImportMode(
            DocumentOrigin.Imported,
            document => withdrawMissing && document.Origin is DocumentOrigin.Imported && paths.Contains(document.Root, StringComparer.Ordinal),
            WithdrawsMissingRoots: true),
        progress,
        ct);

    public void Dispose() => gate.Dispose();

    private async Task<ImportSummary> GuardedAsync(IReadOnlyList<string> paths, ImportMode mode, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await RunAsync(FileListing.Of(paths, options.StandardInputName), mode, progress, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ImportSummary> RunAsync(FileListing listing, ImportMode mode, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await using var run = new ImportRun(store, options.BatchSize);
        var pass = new ImportPass(listing, await store.KnownAsync(ct), mode, seen, run);
        await pass.WithdrawGoneFilesAsync(ct);
        await foreach (var document in reader.ReadAsync(listing.Files, pass, ct))
        {
            await pass.TakeAsync(document, ct);
            progress?.Report(pass.Progress);
        }

        return await run.FinishAsync(listing.Files.Count, ct);
    }
}
