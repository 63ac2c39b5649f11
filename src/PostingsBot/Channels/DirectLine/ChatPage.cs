using PostingsBot.Cards;
using static PostingsBot.Channels.DirectLine.DirectLineHttp;

namespace PostingsBot.Channels.DirectLine;

/// <summary>Serves the files of <c>wwwroot</c> beside the program, and nothing else, as the chat page; under a role's link the page opens at that role.</summary>
internal static class ChatPage
{
    /// <summary>Nothing from elsewhere. Web Chat and Adaptive Cards write their styles into the page; a file to send is read from its blob address.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    };

    public static void Map(IEndpointRouteBuilder endpoints, DirectLineLimits limits)
    {
        var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        foreach (var file in folder.EnumerateFiles().Where(file => ContentTypes.ContainsKey(file.Extension)))
        {
            var path = file.Name == "index.html" ? "/" : "/" + file.Name;
            endpoints.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => ServeAsync(context, limits, file));
            if (path == "/")
                endpoints.MapMethods(RoleLinks.Route, [HttpMethods.Get, HttpMethods.Head], context => ServeAsync(context, limits, file));
        }
    }

    private static Task ServeAsync(HttpContext context, DirectLineLimits limits, FileInfo file)
    {
        if ((DirectLineGuard.Check(context) ?? limits.Request(context)) is { } error) return FailAsync(context, error);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = "no-cache";
        return Results.File(file.FullName, ContentTypes[file.Extension], lastModified: new DateTimeOffset(file.LastWriteTimeUtc)).ExecuteAsync(context);
    }
}
