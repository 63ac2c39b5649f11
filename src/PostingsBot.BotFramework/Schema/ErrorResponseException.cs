using System.Net;

namespace PostingsBot.BotFramework.Schema;

/// <summary>The channel refused what was sent, after the retries that its status allows.</summary>
public class ErrorResponseException(string message, HttpStatusCode statusCode, ErrorResponse? body) : Exception(message)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>The channel's own error; null when its body was none.</summary>
    public ErrorResponse? Body { get; } = body;
}
