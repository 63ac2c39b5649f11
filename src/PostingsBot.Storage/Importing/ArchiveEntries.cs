using System.Formats.Tar;
using System.IO.Compression;

namespace PostingsBot.Storage.Importing;

internal enum EntryKind
{
    File,
    Folder,
    Encrypted,

    /// <summary>Links and devices.</summary>
    Other,
}

/// <summary>One entry of an archive; its length is what the archive claims.</summary>
internal sealed record ArchiveEntry(string Name, EntryKind Kind, long Length, Func<Stream> Open);

/// <summary>The entries of an archive, one after the other; an entry's content is read before the next is asked for.</summary>
internal interface IArchiveEntries : IDisposable
{
    ArchiveEntry? Next();
}

internal sealed class ZipEntries(string path, UnpackBudget budget) : IArchiveEntries
{
    private const int UnixTypeShift = 16;
    private const int UnixTypeMask = 0xF000;
    private const int UnixPlainFile = 0x8000;

    private readonly ZipArchive archive = ZipFile.OpenRead(path);
    private int next;

    public ArchiveEntry? Next()
    {
        if (next >= archive.Entries.Count)
            return null;
        var entry = archive.Entries[next++];
        return new ArchiveEntry(entry.FullName, KindOf(entry), entry.Length, () => new BudgetedStream(entry.Open(), budget));
    }

    public void Dispose() => archive.Dispose();

    private static EntryKind KindOf(ZipArchiveEntry entry)
    {
        if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
            return EntryKind.Folder;
        if (entry.IsEncrypted)
            return EntryKind.Encrypted;
        var type = (entry.ExternalAttributes >> UnixTypeShift) & UnixTypeMask;
        return type is 0 or UnixPlainFile ? EntryKind.File : EntryKind.Other;
    }
}

internal sealed class TarEntries : IArchiveEntries
{
    private readonly TarReader reader;

    public TarEntries(string path, bool isPacked, UnpackBudget budget)
    {
        var file = File.OpenRead(path);
        reader = new TarReader(new BudgetedStream(isPacked ? new GZipStream(file, CompressionMode.Decompress) : file, budget));
    }

    public ArchiveEntry? Next()
    {
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not TarEntryType.GlobalExtendedAttributes)
                return new ArchiveEntry(entry.Name, KindOf(entry.EntryType), entry.Length, () => entry.DataStream ?? Stream.Null);
        }

        return null;
    }

    public void Dispose() => reader.Dispose();

    private static EntryKind KindOf(TarEntryType type) => type switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile => EntryKind.File,
        TarEntryType.Directory or TarEntryType.DirectoryList => EntryKind.Folder,
        _ => EntryKind.Other,
    };
}
