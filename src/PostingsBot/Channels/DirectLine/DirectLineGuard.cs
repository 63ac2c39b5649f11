using System.Net;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Lets in requests from this machine that name it as such, and those to the configured origins: nothing here proves who a caller is.
/// The check of the Host header keeps a foreign site from reaching the bot by pointing its own name here (DNS rebinding).
/// </summary>
internal static class DirectLineGuard
{
    private const string ForwardedFor = "X-Forwarded-For";

    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    public static DirectLineError? Check(HttpContext context)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        if (PublicOrigin(context) is { } open)
            return origin.Length > 0 && !IsSame(origin, open) ? DirectLineErrors.ForeignOrigin : null;
        if (!IsLocal(context))
            return DirectLineErrors.NotLocal;
        return origin.Length > 0 && !IsSameSite(origin, request.Host) ? DirectLineErrors.ForeignOrigin : null;
    }

    /// <summary>Whether a request comes from one of the pages that a token is for. A browser leaves its origin out only when a page reads from its own site.</summary>
    /// <param name="origins">Null for any page that is let in.</param>
    public static bool IsTrusted(HttpContext context, IReadOnlyList<string>? origins) =>
        origins is null || context.Request.Headers.Origin.ToString() switch
        {
            "" => HttpMethods.IsGet(context.Request.Method) && !context.WebSockets.IsWebSocketRequest,
            var origin => origins.Contains(origin, StringComparer.OrdinalIgnoreCase),
        };

    /// <summary>The configured origin that the request was sent to; null when it names this machine or a stranger.</summary>
    public static Uri? PublicOrigin(HttpContext context)
    {
        var host = context.Request.Host.Value ?? "";
        return context.RequestServices.GetRequiredService<DirectLineOptions>().Origins.FirstOrDefault(one => string.Equals(one.Authority, host, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whom limits count for. A proxy on this machine names its caller last; what stands before may be written by anybody. Of an IPv6 address
    /// the first half counts: the rest its owner chooses.
    /// </summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (IPAddress.IsLoopback(address) && context.Request.Headers[ForwardedFor].ToString() is { Length: > 0 } chain && IPAddress.TryParse(chain[(chain.LastIndexOf(',') + 1)..].Trim(), out var caller))
            address = caller;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }

    private static bool IsLocal(HttpContext context) =>
        Local.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        // A tunnel or proxy calls from this machine on behalf of anybody, and may name it in the Host header.
        && !context.Request.Headers.ContainsKey(ForwardedFor) && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool IsSame(string origin, Uri open) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == open.Scheme && string.Equals(uri.Authority, open.Authority, StringComparison.OrdinalIgnoreCase);

    private static bool IsSameSite(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Authority, new UriBuilder(uri.Scheme, host.Host, host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
