namespace PostingsBot.BotFramework.Schema;

/// <summary>A file to upload to a channel. In JSON its bytes are base64.</summary>
public class AttachmentData
{
    public AttachmentData() { }

    public AttachmentData(string? type = null, string? name = null, byte[]? originalBase64 = null, byte[]? thumbnailBase64 = null) =>
        (Type, Name, OriginalBase64, ThumbnailBase64) = (type, name, originalBase64, thumbnailBase64);

    /// <summary>The content type.</summary>
    public string? Type { get; set; }
    public string? Name { get; set; }
    public byte[]? OriginalBase64 { get; set; }
    public byte[]? ThumbnailBase64 { get; set; }
}

/// <summary>An uploaded file, and the views (original, thumbnail) in which a channel gives it out.</summary>
public class AttachmentInfo
{
    public string? Name { get; set; }
    public string? Type { get; set; }
    public IList<AttachmentView>? Views { get; set; }
}

/// <summary><see cref="Size"/> in bytes.</summary>
public class AttachmentView
{
    public string? ViewId { get; set; }
    public int? Size { get; set; }
}
