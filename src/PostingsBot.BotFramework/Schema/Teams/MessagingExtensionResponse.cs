namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>Answer to a query or a link of a message extension.</summary>
public class MessagingExtensionResponse
{
    public MessagingExtensionResponse() { }

    public MessagingExtensionResponse(MessagingExtensionResult? composeExtension = null) => ComposeExtension = composeExtension;

    public MessagingExtensionResult? ComposeExtension { get; set; }
    public CacheInfo? CacheInfo { get; set; }
}

/// <summary>
/// <see cref="Type"/> is result, message, auth, config or botMessagePreview; <see cref="AttachmentLayout"/> is list or grid;
/// <see cref="Text"/> belongs to a message, <see cref="ActivityPreview"/> to a preview.
/// </summary>
public class MessagingExtensionResult
{
    public string? AttachmentLayout { get; set; }
    public string? Type { get; set; }
    public IList<MessagingExtensionAttachment>? Attachments { get; set; }
    public MessagingExtensionSuggestedAction? SuggestedActions { get; set; }
    public string? Text { get; set; }
    public Activity? ActivityPreview { get; set; }
}

/// <summary>One result; Teams shows <see cref="Preview"/> in the list and sends the attachment itself.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public Attachment? Preview { get; set; }
}

public class MessagingExtensionSuggestedAction
{
    public MessagingExtensionSuggestedAction() { }

    public MessagingExtensionSuggestedAction(IList<CardAction>? actions = null) => Actions = actions;

    public IList<CardAction>? Actions { get; set; }
}

/// <summary>Whether Teams may keep the answer ("cache" or "no_cache"), and for how many seconds.</summary>
public class CacheInfo
{
    public CacheInfo() { }

    public CacheInfo(string? cacheType = null, int cacheDuration = 0) => (CacheType, CacheDuration) = (cacheType, cacheDuration);

    public string? CacheType { get; set; }
    public int CacheDuration { get; set; }
}
