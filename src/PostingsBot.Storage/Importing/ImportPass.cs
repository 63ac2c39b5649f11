namespace PostingsBot.Storage.Importing;

/// <summary>How an import treats the documents that are there already.</summary>
/// <param name="Origin">What the import's documents are.</param>
/// <param name="MayWithdraw">Whether a document of the catalogue is withdrawn when it is not found.</param>
/// <param name="WithdrawsMissingRoots">Also when the path it was found under is not there. Else a folder that has vanished as a whole is taken to be unplugged rather than emptied.</param>
internal sealed record ImportMode(DocumentOrigin Origin, Predicate<KnownDocument> MayWithdraw, bool WithdrawsMissingRoots = false);

/// <summary>One import: compares what is found with what the catalogue knows, and writes the difference in the order of the files.</summary>
internal sealed class ImportPass(FileListing listing, IReadOnlyDictionary<string, KnownDocument> known, ImportMode mode, SeenSources seen, ImportRun run) : IReadingMemory
{
    private readonly HashSet<string> archives = [.. listing.Files.Where(file => file.Form.IsArchive()).Select(file => file.Path)];
    private readonly List<(string File, string Hash)> documents = [];
    private readonly List<SkippedFile> skipped = [];
    private int done;
    private int met;

    public ImportProgress Progress => new(done, listing.Files.Count, met);

    public bool IsUntouched(FoundFile file) => seen.Find(file.Path) is { } source && source.Documents.All(document => IsKnown(document.File, file, document.Hash));

    public bool IsKnown(string file, FoundFile source, string hash) => known.GetValueOrDefault(file) == Known(file, source, hash);

    /// <summary>Before anything is written: a file that was moved keeps its roles.</summary>
    public async Task WithdrawGoneFilesAsync(CancellationToken ct)
    {
        foreach (var reason in listing.Skipped)
            run.Skip(reason);
        var found = listing.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        await WithdrawAsync(known.Where(document => !found.Contains(document.Key) && !IsInArchive(document.Key) && MayConclude(document.Key, document.Value.Root)), ct);
    }

    public async Task TakeAsync(ReadDocument read, CancellationToken ct)
    {
        if (read.Skipped is { } reason)
        {
            run.Skip(reason);
            skipped.Add(reason);
        }

        if (read.IsUnchanged && read.Hash.Length == 0)
            TakeUntouched(read.Source);
        else if (read.Hash.Length > 0)
            await TakeDocumentAsync(read, ct);
        if (read.IsLast)
            await EndAsync(read, ct);
    }

    private void TakeUntouched(FoundFile source)
    {
        if (seen.FindAgain(source.Path) is not { } before)
            return;
        met += before.Documents.Count;
        run.Unchanged += before.Documents.Count;
        foreach (var reason in before.Skipped)
            run.Skip(reason);
    }

    private async Task TakeDocumentAsync(ReadDocument read, CancellationToken ct)
    {
        if (known.GetValueOrDefault(read.File) is { Origin: DocumentOrigin.Posted })
        {
            var reason = Skips.PostedUnderThisName(read.File);
            run.Skip(reason);
            skipped.Add(reason);
            return;
        }

        met++;
        documents.Add((read.File, read.Hash));
        if (read.IsUnchanged)
        {
            run.Unchanged++;
        }
        else if (read is { Document: { } document, Skipped: null })
        {
            var (root, hash, origin) = Known(read.File, read.Source, read.Hash);
            await run.PutAsync(new DocumentEdit.Put(document, root, hash, origin), ct);
        }
        else
        {
            // Its last good reading stays, with its old hash.
            documents.RemoveAt(documents.Count - 1);
        }
    }

    private async Task EndAsync(ReadDocument read, CancellationToken ct)
    {
        done++;
        if (!read.IsUnchanged || read.Hash.Length > 0)
        {
            if (archives.Contains(read.Source.Path) && !read.IsCutShort)
                await WithdrawGoneEntriesAsync(read.Source.Path, ct);
            seen.Remember(read.Source.Path, new SeenSource(read.Stamp, [.. documents], [.. skipped]));
        }

        documents.Clear();
        skipped.Clear();
    }

    private async Task WithdrawGoneEntriesAsync(string archive, CancellationToken ct)
    {
        var found = documents.Select(document => document.File).Concat(skipped.Select(reason => reason.File)).ToHashSet(StringComparer.Ordinal);
        await WithdrawAsync(
            known.Where(document => document.Key.StartsWith(archive + FileForms.Inside, StringComparison.Ordinal) && !found.Contains(document.Key)), ct);
    }

    private Task WithdrawAsync(IEnumerable<KeyValuePair<string, KnownDocument>> gone, CancellationToken ct) =>
        run.WithdrawAsync([.. gone.Where(document => mode.MayWithdraw(document.Value)).Select(document => document.Key).Order(StringComparer.Ordinal)], ct);

    private bool MayConclude(string file, string root) =>
        !listing.IncompleteRoots.Contains(root) && (mode.WithdrawsMissingRoots || root == file || !listing.MissingRoots.Contains(root));

    private bool IsInArchive(string file)
    {
        for (var at = file.IndexOf(FileForms.Inside, StringComparison.Ordinal); at >= 0; at = file.IndexOf(FileForms.Inside, at + 1, StringComparison.Ordinal))
        {
            if (archives.Contains(file[..at]))
                return true;
        }

        return false;
    }

    // What the bot follows stays its own when it is also imported by hand: else the two would take it from each other for ever.
    private KnownDocument Known(string file, FoundFile source, string hash) =>
        mode.Origin is DocumentOrigin.Imported && known.GetValueOrDefault(file) is { Origin: DocumentOrigin.Configured } followed
            ? followed with { Hash = hash }
            : new KnownDocument(source.Root, hash, mode.Origin);
}
