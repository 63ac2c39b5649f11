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

/// <summary>A file's bytes, or why there are none.</summary>
internal readonly record struct FileContent(byte[]? Bytes, FileStamp Stamp, SkippedFile? Skipped)
{
    private const int LookedAt = 8192;

    /// <summary>Reads a file whole. One that changes meanwhile is refused as unsettled: half a document is never imported.</summary>
    public static async Task<FileContent> ReadAsync(string file, long mostBytes, CancellationToken ct)
    {
        try
        {
            var before = FileStamp.Of(file);
            if (before.Length > mostBytes)
                return Refuse(Skips.TooLarge(file, before.Length, mostBytes));
            var bytes = await File.ReadAllBytesAsync(file, ct);
            if (bytes.Length != before.Length || FileStamp.Of(file) != before)
                return Refuse(Skips.Unsettled(file));
            return IsText(bytes) ? new FileContent(bytes, before, Skipped: null) : Refuse(Skips.NotText(file));
        }
        catch (FileNotFoundException)
        {
            return Refuse(Skips.Unsettled(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(Skips.Unreadable(file, error));
        }
    }

    // Text holds no NUL, unless it is UTF-16 or UTF-32, which begin with a mark.
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..] || !bytes[..Math.Min(bytes.Length, LookedAt)].Contains((byte)0);

    private static FileContent Refuse(SkippedFile reason) => new(Bytes: null, default, reason);
}
