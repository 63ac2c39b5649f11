using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.DirectLine;

/// <summary>Reading requests and writing responses of the Direct Line endpoints.</summary>
internal static class DirectLineHttp
{
    private const string Bearer = "Bearer ";

    public static string? BearerToken(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    /// <summary>The watermark of the query; null when there is none.</summary>
    public static bool TryReadWatermark(HttpContext context, out long? watermark, [NotNullWhen(false)] out DirectLineError? error)
    {
        watermark = null;
        error = null;
        // Web Chat sends these words before it has seen a watermark.
        if (context.Request.Query["watermark"].ToString() is "" or "null" or "undefined") return true;
        if (long.TryParse(context.Request.Query["watermark"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            watermark = number;
            return true;
        }
        error = DirectLineErrors.BadWatermark;
        return false;
    }

    /// <summary>The body, or null when it is larger than allowed.</summary>
    public static async Task<byte[]?> ReadBodyAsync(HttpContext context, int max)
    {
        if (context.Request.ContentLength > max) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > max) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    public static Task AnswerAsync(HttpContext context, int status, JsonObject body) => WriteAsync(context, status, Encoding.UTF8.GetBytes(body.ToJsonString()));

    public static Task FailAsync(HttpContext context, DirectLineError error) =>
        AnswerAsync(context, error.Status, new JsonObject { ["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message } });

    public static async Task WriteAsync(HttpContext context, int status, byte[] json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
