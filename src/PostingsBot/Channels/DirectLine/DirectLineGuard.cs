using System.Net;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// Lets in only requests from this machine that name it as such, unless public hosts are configured.
/// The check of the Host header keeps a foreign site from reaching the bot by pointing its own name here (DNS rebinding).
/// </summary>
internal sealed class DirectLineGuard(DirectLineOptions options)
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    public DirectLineError? Check(HttpContext context)
    {
        var request = context.Request;
        if (!IsKnown(request.Host.Host, context.Connection.RemoteIpAddress)) return DirectLineErrors.NotLocal;
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsSameSite(origin, request.Host)
            ? DirectLineErrors.ForeignOrigin
            : null;
    }

    private bool IsKnown(string host, IPAddress? remote) =>
        options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (Local.Contains(host, StringComparer.OrdinalIgnoreCase) && remote is not null && IPAddress.IsLoopback(remote));

    private static bool IsSameSite(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, new UriBuilder(uri.Scheme, host.Host, host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
