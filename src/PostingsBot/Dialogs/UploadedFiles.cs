namespace PostingsBot.Dialogs;

/// <summary>A file that came with a message. What the client calls it is a name without folders, of at most 100 characters; its type is not checked.</summary>
internal sealed record UploadedFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Why there is no content, for the person who sent it; null when there is.</summary>
    public string? Refused { get; init; }
}

/// <summary>The files of a turn, for channels that hand them over with the message. The activity's attachments name them in the same order.</summary>
internal sealed record UploadedFiles(IReadOnlyList<UploadedFile> Files)
{
    public static UploadedFiles None { get; } = new([]);
}
