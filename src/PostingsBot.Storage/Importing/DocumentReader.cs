using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Importing;

/// <summary>What became of one document. Without document and reason it is known already, or marks the end of an archive.</summary>
public sealed record ReadDocument(FoundFile Source, string File)
{
    public ParsedDocument? Document { get; init; }

    /// <summary>The bytes it was parsed from.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Why it was left out. A document that was parsed but in which nothing could be read has both.</summary>
    public SkippedFile? Skipped { get; init; }

    /// <summary>Nothing more comes from the same source.</summary>
    public bool IsLast { get; init; }

    internal bool IsUnchanged { get; init; }

    /// <summary>The rest of the archive could not be read.</summary>
    internal bool IsCutShort { get; init; }

    internal string Hash { get; init; } = "";

    internal FileStamp Stamp { get; init; }
}

/// <summary>What an earlier import left behind, so that nothing is read or parsed twice. Asked from several threads.</summary>
internal interface IReadingMemory
{
    bool IsUntouched(FoundFile file);

    bool IsKnown(string file, FoundFile source, string hash);
}

/// <summary>Reads and parses files on all cores; the results come in the order of the files.</summary>
/// <param name="parse">A document from its path and bytes; pure.</param>
/// <param name="parserVersion">Becomes part of the documents' hashes.</param>
/// <param name="limits">The defaults when null.</param>
/// <param name="standardInput">Opens what "-" stands for; the process's when null.</param>
public sealed class DocumentReader(
    Func<string, ReadOnlyMemory<byte>, ParsedDocument> parse, string parserVersion, ReadingLimits? limits = null, Func<Stream>? standardInput = null)
{
    // Enough to keep the cores busy while one long document is waited for, few enough to hold in memory.
    private const int AheadPerCore = 4;

    private readonly ReadingLimits limits = limits ?? new ReadingLimits();
    private readonly Func<Stream> standardInput = standardInput ?? Console.OpenStandardInput;

    public IAsyncEnumerable<ReadDocument> ReadAsync(IReadOnlyList<FoundFile> files, CancellationToken ct) => ReadAsync(files, memory: null, ct);

    internal async IAsyncEnumerable<ReadDocument> ReadAsync(IReadOnlyList<FoundFile> files, IReadingMemory? memory, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ahead = Channel.CreateBounded<Task<ReadDocument>>(Environment.ProcessorCount * AheadPerCore);
        var starting = Task.Run(() => StartAllAsync(files, memory, ahead.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var document in ahead.Reader.ReadAllAsync(ct))
                yield return await document;
        }
        finally
        {
            await stop.CancelAsync();
            await starting;
        }
    }

    private async Task StartAllAsync(IReadOnlyList<FoundFile> files, IReadingMemory? memory, ChannelWriter<Task<ReadDocument>> ahead, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            foreach (var file in files)
            {
                if (file.Form.IsArchive())
                    await StartArchiveAsync(file, memory, ahead, ct);
                else if (memory?.IsUntouched(file) == true)
                    await ahead.WriteAsync(Task.FromResult(new ReadDocument(file, file.Path) { IsUnchanged = true, IsLast = true }), ct);
                else
                    await ahead.WriteAsync(Task.Run(() => ReadFile(file, memory), ct), ct);
            }
        }
        catch (Exception error)
        {
            failure = error;
        }

        ahead.Complete(failure);
    }

    // An archive can only be read from its beginning to its end: its documents are parsed on other cores meanwhile.
    private async Task StartArchiveAsync(FoundFile archive, IReadingMemory? memory, ChannelWriter<Task<ReadDocument>> ahead, CancellationToken ct)
    {
        var end = new ReadDocument(archive, archive.Path) { IsLast = true };
        if (memory?.IsUntouched(archive) == true)
        {
            await ahead.WriteAsync(Task.FromResult(end with { IsUnchanged = true }), ct);
            return;
        }

        var before = StampOf(archive.Path);
        var isCutShort = false;
        foreach (var entry in Archive.Read(archive, limits))
        {
            isCutShort |= entry.EndsHere;
            await ahead.WriteAsync(entry.Bytes is { } bytes
                ? Task.Run(() => Parse(archive, entry.File, bytes, memory), ct)
                : Task.FromResult(new ReadDocument(archive, entry.File) { Skipped = entry.Skipped }), ct);
        }

        var isSettled = StampOf(archive.Path) == before;
        await ahead.WriteAsync(
            Task.FromResult(isSettled
                ? end with { Stamp = before, IsCutShort = isCutShort }
                : end with { IsCutShort = true, Skipped = Skips.Unsettled(archive.Path) }), ct);
    }

    private ReadDocument ReadFile(FoundFile file, IReadingMemory? memory)
    {
        var content = FileContent.Read(file, limits.MostBytes, standardInput);
        var read = content.Bytes is { } bytes ? Parse(file, file.Path, bytes, memory) : new ReadDocument(file, file.Path) { Skipped = content.Skipped };
        return read with { IsLast = true, Stamp = content.Stamp };
    }

    private ReadDocument Parse(FoundFile source, string file, byte[] bytes, IReadingMemory? memory)
    {
        var read = new ReadDocument(source, file) { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) + " " + parserVersion };
        if (memory?.IsKnown(file, source, read.Hash) == true)
            return read with { IsUnchanged = true };
        try
        {
            var document = parse(file, bytes);
            return read with { Document = document, Content = bytes, Skipped = document.IsRead ? null : Skips.NotRead(document) };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A mistake in the parser must not keep the other documents out.
            return read with { Skipped = Skips.ReaderFailed(file, error) };
        }
    }

    private static FileStamp StampOf(string path)
    {
        try
        {
            return FileStamp.Of(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
