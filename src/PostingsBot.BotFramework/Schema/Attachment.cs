using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostingsBot.BotFramework.Schema;

/// <summary>A card or a file: <see cref="Content"/> or <see cref="ContentUrl"/>, not both.</summary>
public class Attachment
{
    public Attachment() { }

    public Attachment(string? contentType = null, string? contentUrl = null, object? content = null, string? name = null, string? thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    public string? ContentType { get; set; }
    public string? ContentUrl { get; set; }
    public object? Content { get; set; }
    public string? Name { get; set; }
    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
