using System.IO.Compression;

namespace PostingsBot.Storage.Importing;

/// <summary>A document inside an archive, named "archive!/path", or what of the archive is left out. <paramref name="EndsHere"/>: the rest of the archive was not read.</summary>
internal sealed record ArchivedDocument(string File, byte[]? Bytes, SkippedFile? Skipped, bool EndsHere = false);

/// <summary>Reads the documents of one archive in its order. Nothing is unpacked to disk; sizes are counted as they come, never believed.</summary>
internal static class Archive
{
    public static IEnumerable<ArchivedDocument> Read(FoundFile archive, ReadingLimits limits)
    {
        var names = new EntryNames();
        using var entries = Open(archive, limits, out var refused);
        if (entries is null)
        {
            yield return refused!;
            yield break;
        }

        for (var count = 0; Next(archive, entries, names, limits, count, out var document); count++)
        {
            if (document is not null)
                yield return document;
            if (document?.EndsHere == true)
                yield break;
        }
    }

    private static IArchiveEntries? Open(FoundFile archive, ReadingLimits limits, out ArchivedDocument? refused)
    {
        refused = null;
        try
        {
            var stamp = FileStamp.Of(archive.Path);
            if (stamp.Length == 0)
            {
                refused = Ends(Skips.NoBytes(archive.Path));
                return null;
            }

            var budget = new UnpackBudget(stamp.Length, limits);
            return archive.Form is FileForm.Zip
                ? new ZipEntries(archive.Path, budget)
                : new TarEntries(archive.Path, archive.Form is FileForm.TarGzip, budget);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            refused = Ends(FileContent.ReasonFor(archive.Path, error));
            return null;
        }
    }

    private static bool Next(FoundFile archive, IArchiveEntries entries, EntryNames names, ReadingLimits limits, int count, out ArchivedDocument? document)
    {
        document = null;
        try
        {
            if (entries.Next() is not { } entry)
                return false;
            document = count < limits.MostArchiveEntries
                ? Read(archive, entry, names, limits.MostBytes)
                : Ends(Skips.TooManyEntries(archive.Path, limits.MostArchiveEntries));
        }
        catch (UnpackLimitException limit)
        {
            document = Ends(Skips.UnpacksTooFar(archive.Path, limit.Message));
        }
        catch (Exception error) when (IsDamage(error))
        {
            document = Ends(Skips.Damaged(archive.Path, error));
        }

        return true;
    }

    private static ArchivedDocument? Read(FoundFile archive, ArchiveEntry entry, EntryNames names, int mostBytes)
    {
        if (entry.Kind is EntryKind.Folder)
            return null;
        if (EntryNames.PathOf(entry.Name) is not { } path)
            return new ArchivedDocument(archive.Path, null, Skips.BadEntryName(archive.Path, entry.Name));
        if (path.Split('/').Any(FileListing.IsPassedOver))
            return null;
        var file = archive.Path + FileForms.Inside + path;
        if (Refusal(file, entry, mostBytes) is { } reason)
            return new ArchivedDocument(file, null, reason);
        if (!names.IsNew(path))
            return new ArchivedDocument(archive.Path, null, Skips.SameEntry(file));
        using var content = entry.Open();
        return FileContent.ReadBounded(content, mostBytes) is { } bytes
            ? new ArchivedDocument(file, bytes, null)
            : new ArchivedDocument(file, null, Skips.LargerThan(file, mostBytes));
    }

    private static SkippedFile? Refusal(string file, ArchiveEntry entry, int mostBytes) => entry switch
    {
        { Kind: EntryKind.Other } => Skips.NoFile(file),
        { Kind: EntryKind.Encrypted } => Skips.Locked(file),
        { Length: 0 } => Skips.NoBytes(file),
        _ when entry.Length > mostBytes => Skips.TooLarge(file, entry.Length, mostBytes),
        _ => FileForms.Of(entry.Name) is not FileForm.Document ? Skips.Nested(file) : null,
    };

    // What the readers of zip and tar throw on bytes that are neither.
    private static bool IsDamage(Exception error) =>
        error is IOException or InvalidDataException or NotSupportedException or FormatException or ArgumentException or OverflowException;

    private static ArchivedDocument Ends(SkippedFile reason) => new(reason.File, null, reason, EndsHere: true);
}
