using System.Net;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Lets in only requests from this machine that name it as such: nothing here proves who a caller is.
/// The check of the Host header keeps a foreign site from reaching the bot by pointing its own name here (DNS rebinding).
/// </summary>
internal static class DirectLineGuard
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    public static DirectLineError? Check(HttpContext context)
    {
        var host = context.Request.Host;
        if (!Local.Contains(host.Host, StringComparer.OrdinalIgnoreCase) || context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return DirectLineErrors.NotLocal;
        // A tunnel or proxy calls from this machine on behalf of anybody, and may name it in the Host header.
        if (context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded"))
            return DirectLineErrors.NotLocal;
        return context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsSameSite(origin, host)
            ? DirectLineErrors.ForeignOrigin
            : null;
    }

    private static bool IsSameSite(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Authority, new UriBuilder(uri.Scheme, host.Host, host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
