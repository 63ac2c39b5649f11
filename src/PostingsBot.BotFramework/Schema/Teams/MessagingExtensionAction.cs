namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>Value of the invokes "composeExtension/fetchTask" and "composeExtension/submitAction".</summary>
public class MessagingExtensionAction : TaskModuleRequest
{
    public string? CommandId { get; set; }

    /// <summary>Where the command was chosen: compose, commandbox or message.</summary>
    public string? CommandContext { get; set; }

    /// <summary>edit or send, under a preview of a message; otherwise null.</summary>
    public string? BotMessagePreviewAction { get; set; }
    public IList<Activity>? BotActivityPreview { get; set; }

    /// <summary>The message on which the command was chosen; null elsewhere.</summary>
    public MessageActionsPayload? MessagePayload { get; set; }
    public string? State { get; set; }
}

/// <summary>Answer to an action: a dialog to show, or a result for the compose box; neither closes the dialog.</summary>
public class MessagingExtensionActionResponse
{
    public TaskModuleResponseBase? Task { get; set; }
    public MessagingExtensionResult? ComposeExtension { get; set; }
    public CacheInfo? CacheInfo { get; set; }
}

/// <summary>A message of a conversation as an action sees it.</summary>
public class MessageActionsPayload
{
    public string? Id { get; set; }
    public string? ReplyToId { get; set; }
    public string? MessageType { get; set; }
    public string? CreatedDateTime { get; set; }
    public bool? Deleted { get; set; }
    public string? Subject { get; set; }
    public string? Summary { get; set; }
    public string? Importance { get; set; }
    public string? Locale { get; set; }
    public MessageActionsPayloadFrom? From { get; set; }
    public MessageActionsPayloadBody? Body { get; set; }
    public IList<MessageActionsPayloadAttachment>? Attachments { get; set; }
    public Uri? LinkToMessage { get; set; }
}

/// <summary><see cref="ContentType"/> is html or text.</summary>
public class MessageActionsPayloadBody
{
    public string? ContentType { get; set; }
    public string? Content { get; set; }
}

public class MessageActionsPayloadFrom
{
    public MessageActionsPayloadUser? User { get; set; }
}

public class MessageActionsPayloadUser
{
    public string? UserIdentityType { get; set; }
    public string? Id { get; set; }
    public string? DisplayName { get; set; }
}

public class MessageActionsPayloadAttachment
{
    public string? Id { get; set; }
    public string? ContentType { get; set; }
    public string? ContentUrl { get; set; }
    public object? Content { get; set; }
    public string? Name { get; set; }
    public string? ThumbnailUrl { get; set; }
}
