using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>Without an app id nobody is authenticated, so callers and service URLs must be on this machine.</summary>
internal sealed class LocalAuthentication(ConnectorClients connectors) : BotFrameworkAuthentication
{
    internal override ValueTask<CallerCheck> AuthenticateAsync(HttpContext http, CancellationToken cancellationToken) => new(RefuseCaller(http) is { } reason
        ? new CallerCheck(null, new Refusal(403, reason))
        : new CallerCheck(new Caller(CallerKind.Local, new ClaimsIdentity()), null));

    internal override Refusal? Refuse(Caller caller, in ActivityHead head) =>
        !string.IsNullOrEmpty(head.ServiceUrl) && RefuseServiceUrl(head.ServiceUrl) is { } reason ? new Refusal(400, reason) : null;

    internal override ConnectorClient CreateConnectorClient(in Destination to)
    {
        if (to.ServiceUrl is not { Length: > 0 } serviceUrl) throw new InvalidOperationException("The reply cannot be sent: the activity has no serviceUrl.");
        if (RefuseServiceUrl(serviceUrl) is { } refusal) throw new InvalidOperationException($"The reply was not sent: {refusal}");
        return connectors.Create(to);
    }

    internal override ClaimsIdentity IdentityOf(string? botAppId) => new();

    private static string? RefuseCaller(HttpContext http)
    {
        const string rule = "Without MicrosoftAppId the bot answers only callers on this machine";
        // A tunnel or proxy calls from this machine on behalf of anybody.
        if (http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded"))
            return $"{rule}; this request was forwarded by a proxy.";
        // No address: the call comes from inside this process or over a local socket.
        if (http.Connection.RemoteIpAddress is not { } address) return null;
        return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) ? null : $"{rule}.";
    }

    private static string? RefuseServiceUrl(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return "The serviceUrl is not an absolute http or https address.";
        return uri.IsLoopback ? null
            : "The serviceUrl is not on this machine. Without MicrosoftAppId replies go only to localhost, 127.0.0.1 or [::1].";
    }
}
