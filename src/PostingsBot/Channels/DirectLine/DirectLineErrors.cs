namespace PostingsBot.Channels.DirectLine;

/// <summary>A refusal: HTTP status, stable code, and a sentence that says what to do.</summary>
internal sealed record DirectLineError(int Status, string Code, string Message);

/// <summary>Everything the Direct Line endpoints refuse, in words.</summary>
internal static class DirectLineErrors
{
    public static readonly DirectLineError NotLocal = new(403, "Forbidden",
        "This address answers only on the machine it runs on, as http://localhost or http://127.0.0.1.");

    public static readonly DirectLineError ForeignOrigin = new(403, "Forbidden",
        "The request comes from a page of another site. Open the chat page of this bot itself.");

    public static readonly DirectLineError NoToken = new(401, "MissingToken",
        "The token is missing. Get one with POST /v3/directline/tokens/generate and send it as 'Authorization: Bearer TOKEN'.");

    public static readonly DirectLineError BadToken = new(403, "BadToken",
        "The token was not made by this bot. Get a new one with POST /v3/directline/tokens/generate.");

    public static readonly DirectLineError ExpiredToken = new(403, "TokenExpired",
        "The token has expired. Get a new one with POST /v3/directline/tokens/generate.");

    public static readonly DirectLineError OtherConversation = new(403, "BadToken",
        "The token belongs to another conversation.");

    public static readonly DirectLineError TooManyConversations = new(429, "TooManyConversations",
        "Too many conversations are open. Close a chat page that is no longer needed and try again.");

    public static readonly DirectLineError TooManyMessages = new(429, "TooManyRequests",
        "Earlier messages of this conversation are still being answered. Wait for the answer, then send again.");

    public static readonly DirectLineError NotJson = new(415, "UnsupportedMediaType",
        "Send the activity as JSON with 'Content-Type: application/json'.");

    public static readonly DirectLineError BadWatermark = new(400, "BadArgument",
        "The watermark must be one that this bot handed out: a whole number.");

    public static readonly DirectLineError NoUploads = new(415, "UploadNotSupported",
        "Files are not taken here. Paste the text into the message box instead.");

    public static readonly DirectLineError NoWebSocket = new(400, "BadArgument",
        "This address is a WebSocket. Read activities without one with GET /v3/directline/conversations/{id}/activities.");

    public static readonly DirectLineError BotFailed = new(502, "BotError",
        "The bot could not answer this message. The fault is in its log; try again or say it in other words.");

    public static readonly DirectLineError BotTimedOut = new(502, "BotError",
        "The bot did not answer in time. Try again.");

    public static readonly DirectLineError NotFound = new(404, "NotFound",
        "There is no such address below /v3/directline. Known are tokens/generate, tokens/refresh, conversations, conversations/{id} and conversations/{id}/activities.");

    public static DirectLineError TooLarge(int limit) => new(413, "MessageSizeTooBig",
        $"The activity is larger than {limit / 1024} KB. Send less at once.");

    public static DirectLineError BadActivity(string what) => new(400, "BadArgument", what);
}
