using System.Buffers.Binary;
using System.IO.Compression;

namespace PostingsBot.Storage.Importing;

/// <summary>The size and time of a file: while they are the same and not fresh, so is its content.</summary>
internal readonly record struct FileStamp(long Length, DateTime WrittenUtc)
{
    public static FileStamp Of(string path)
    {
        var info = new FileInfo(path);
        return new FileStamp(info.Length, info.LastWriteTimeUtc);
    }
}

/// <summary>A document's bytes, or why there are none.</summary>
internal readonly record struct FileContent(byte[]? Bytes, FileStamp Stamp, SkippedFile? Skipped)
{
    /// <summary>Reads a file whole. One that changes meanwhile is refused as unsettled: half a document is never imported.</summary>
    public static FileContent Read(FoundFile file, int mostBytes, Func<Stream> standardInput)
    {
        try
        {
            return file.Form is FileForm.StandardInput ? OfStandardInput(file.Path, mostBytes, standardInput) : OfFile(file, mostBytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Refuse(ReasonFor(file.Path, error));
        }
    }

    public static SkippedFile ReasonFor(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => path.Contains('\uFFFD', StringComparison.Ordinal) ? Skips.BadName(path) : Skips.Vanished(path),
        InvalidDataException => Skips.Damaged(path, error),
        _ => Skips.Unreadable(path, error),
    };

    /// <summary>Reads to the end, but at most one byte more than the limit: then null.</summary>
    public static byte[]? ReadBounded(Stream stream, int mostBytes)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > mostBytes)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static FileContent OfStandardInput(string name, int mostBytes, Func<Stream> open)
    {
        using var stream = open();
        return ReadBounded(stream, mostBytes) is { } bytes ? new FileContent(bytes, default, null) : Refuse(Skips.LargerThan(name, mostBytes));
    }

    private static FileContent OfFile(FoundFile file, int mostBytes)
    {
        var before = FileStamp.Of(file.Path);
        // Not even opened: to open a pipe is to wait for its writer. Pipes and devices have no length.
        if (before.Length == 0)
            return Refuse(Skips.NoBytes(file.Path), before);
        if (before.Length > mostBytes)
            return Refuse(Skips.TooLarge(file.Path, before.Length, mostBytes), before);
        var bytes = Unpacked(file, mostBytes);
        if (FileStamp.Of(file.Path) != before || (file.Form is FileForm.Document && bytes?.Length != before.Length))
            return Refuse(Skips.Unsettled(file.Path));
        return bytes is null ? Refuse(Skips.LargerThan(file.Path, mostBytes), before) : new FileContent(bytes, before, Skipped: null);
    }

    private static byte[]? Unpacked(FoundFile file, int mostBytes)
    {
        using var stream = File.OpenRead(file.Path);
        if (file.Form is not FileForm.Gzip)
            return ReadBounded(stream, mostBytes);
        using var content = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        var bytes = ReadBounded(content, mostBytes);
        if (bytes is not null && bytes.Length < ClaimedLength(stream))
            throw new InvalidDataException("It ends before its content does.");
        return bytes;
    }

    // GZipStream takes a file that was cut off for one that ended. The last four bytes are the length (of the last part, when several were joined).
    private static uint ClaimedLength(FileStream stream)
    {
        Span<byte> last = stackalloc byte[sizeof(uint)];
        if (stream.Length < last.Length)
            return uint.MaxValue;
        stream.Seek(-last.Length, SeekOrigin.End);
        stream.ReadExactly(last);
        return BinaryPrimitives.ReadUInt32LittleEndian(last);
    }

    private static FileContent Refuse(SkippedFile reason, FileStamp stamp = default) => new(Bytes: null, stamp, reason);
}
