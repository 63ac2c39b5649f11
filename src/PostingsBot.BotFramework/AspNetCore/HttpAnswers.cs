using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PostingsBot.BotFramework.Authentication;

namespace PostingsBot.BotFramework.AspNetCore;

/// <summary>Writes what the protocol wants in the HTTP response.</summary>
internal static class HttpAnswers
{
    public static Task RefuseAsync(HttpResponse response, Refusal refusal, CancellationToken cancellationToken)
    {
        response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (refusal.RetryAfter is { } pause) response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var code = refusal.Status switch
        {
            401 => "Unauthorized",
            403 => "Forbidden",
            405 => "MethodNotAllowed",
            413 => "MessageSizeTooBig",
            415 => "UnsupportedMediaType",
            503 => "ServiceUnavailable",
            _ => "BadSyntax",
        };
        return WriteAsync(response, new ErrorResponse(new Error(code, refusal.Reason)), cancellationToken);
    }

    public static Task WriteAsync(HttpResponse response, object body, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(response.BodyWriter, body, ActivityJson.TypeOf<object>(), cancellationToken);
    }
}
