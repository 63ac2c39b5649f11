namespace PostingsBot.Channels.DirectLine;

/// <summary>A refusal: HTTP status, stable code, and a sentence that says what to do.</summary>
internal sealed record DirectLineError(int Status, string Code, string Message);

/// <summary>Everything the Direct Line endpoints refuse, in words.</summary>
internal static class DirectLineErrors
{
    public static readonly DirectLineError NotLocal = new(403, "Forbidden",
        "This page answers on the machine it runs on, as http://localhost or http://127.0.0.1, and where PostingsBot:WebChat:Origins says. Ask whoever runs the bot.");

    public static readonly DirectLineError ForeignOrigin = new(403, "Forbidden",
        "The request comes from a page of another site. Open the chat page of this bot itself.");

    public static readonly DirectLineError NoToken = new(401, "MissingToken",
        "The token is missing. Get one with POST /v3/directline/tokens/generate and send it as 'Authorization: Bearer TOKEN'.");

    public static readonly DirectLineError BadToken = new(403, "BadToken",
        "The token was not made by this bot. Get a new one with POST /v3/directline/tokens/generate.");

    public static readonly DirectLineError ExpiredToken = new(403, "TokenExpired",
        "The token has expired. Get a new one with POST /v3/directline/tokens/generate.");

    public static readonly DirectLineError BadSecret = new(403, "BadToken",
        "What stands in 'Authorization: Bearer' is neither the secret in PostingsBot:WebChat:Secret nor a live token of this bot.");

    public static readonly DirectLineError NeedsSecret = new(401, "MissingSecret",
        "A token for a named user is given to a host site that proves itself with 'Authorization: Bearer SECRET' (PostingsBot:WebChat:Secret). Leave the body out for a token of nobody in particular.");

    public static readonly DirectLineError BadTokenRequest = new(400, "BadArgument",
        "The body is not JSON of the form {\"user\":{\"id\":\"dl_ana@example.com\",\"name\":\"Ana Silva\"},\"trustedOrigins\":[\"https://jobs.example.com\"]}. Each part may be left out.");

    public static readonly DirectLineError BadUserId = new(400, "BadArgument",
        "The user's id must be \"dl_\" and then 1 to 100 letters of ASCII, digits or . _ @ + : = -, and not begin with \"dl_anonymous-\" or \"dl_dl_\".");

    public static readonly DirectLineError UntrustedOrigin = new(403, "Forbidden",
        "The token is for pages of other origins (trustedOrigins), and the request comes from none of them.");

    public static readonly DirectLineError OtherConversation = new(403, "BadToken",
        "The token belongs to another conversation.");

    public static readonly DirectLineError TooManyConversations = new(429, "TooManyConversations",
        "Too many conversations are open. Close a chat page that is no longer needed and try again.");

    public static readonly DirectLineError TooManyMessages = new(429, "TooManyRequests",
        "Earlier messages of this conversation are still being answered. Wait for the answer, then send again.");

    public static readonly DirectLineError TooOften = new(429, "TooManyRequests",
        "Too many requests came from your address. Wait as long as the header Retry-After says, in seconds, and try again.");

    public static readonly DirectLineError NotJson = new(415, "UnsupportedMediaType",
        "Send the activity as JSON with 'Content-Type: application/json'.");

    public static readonly DirectLineError BadWatermark = new(400, "BadArgument",
        "The watermark must be one that this bot handed out: a whole number.");

    public static readonly DirectLineError NotMultipart = new(415, "UnsupportedMediaType",
        "Send files as multipart/form-data: parts named \"file\", and at most one part of the type application/vnd.microsoft.activity.");

    public static readonly DirectLineError BadUpload = new(400, "BadArgument",
        "The upload is no well-formed multipart/form-data, or has too many parts. Send it again.");

    public static readonly DirectLineError NoFile = new(400, "MissingProperty",
        "The upload holds no file. Add one as a part named \"file\".");

    public static readonly DirectLineError NoWebSocket = new(400, "BadArgument",
        "This address is a WebSocket. Read activities without one with GET /v3/directline/conversations/{id}/activities.");

    public static readonly DirectLineError BotFailed = new(502, "BotError",
        "The bot could not answer this message. The fault is in its log; try again or say it in other words.");

    public static readonly DirectLineError BotTimedOut = new(502, "BotError",
        "The bot did not answer in time. Try again.");

    public static readonly DirectLineError NotFound = new(404, "NotFound",
        "There is no such address below /v3/directline. Known are tokens/generate, tokens/refresh, conversations, conversations/{id}, conversations/{id}/activities and conversations/{id}/upload.");

    public static DirectLineError TooLarge(int limit) => new(413, "MessageSizeTooBig",
        $"The activity is larger than {limit / 1024} KB. Send less at once.");

    public static DirectLineError FilesTooLarge(int limit) => new(413, "MessageSizeTooBig",
        $"The files are larger than {limit / (1024 * 1024)} MB together. Send less at once.");

    public static DirectLineError TooManyFiles(int limit) => new(413, "MessageSizeTooBig", $"One message brings at most {limit} files. Send the others after it.");

    public static DirectLineError BadTrustedOrigins(int most) => new(400, "BadArgument",
        $"trustedOrigins takes at most {most} addresses of scheme and host, such as https://jobs.example.com.");

    public static DirectLineError BadActivity(string what) => new(400, "BadArgument", what);
}
