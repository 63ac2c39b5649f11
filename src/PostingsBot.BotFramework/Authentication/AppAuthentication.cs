using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>With an app id every request must carry a channel's token, and every reply carries ours.</summary>
internal sealed class AppAuthentication(
    AppOptions options, TokenChecker checker, ServiceUrls serviceUrls, ConnectorClients connectors) : BotFrameworkAuthentication
{
    private const string Scheme = "Bearer ";

    internal override ValueTask<CallerCheck> AuthenticateAsync(HttpContext http, CancellationToken cancellationToken) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? checker.CheckAsync(header[Scheme.Length..].Trim(), cancellationToken)
            : new(CallerCheck.Unauthorized("The request has no Authorization header with a Bearer token."));

    internal override Refusal? Refuse(Caller caller, in ActivityHead head)
    {
        if (caller.Kind == CallerKind.Channel)
        {
            if (head.ChannelId is null || !caller.Endorsements.Contains(head.ChannelId))
                return new(403, "The key that signed the token is not endorsed for the activity's channel.");
            if (caller.ServiceUrl is null) return new(403, "The token names no service URL.");
            if (!caller.ServiceUrl.Equals(head.ServiceUrl, StringComparison.OrdinalIgnoreCase))
                return new(403, "The token is for another service URL than the activity's.");
        }
        else if (head.ServiceUrl is not null && !(Uri.TryCreate(head.ServiceUrl, UriKind.Absolute, out var uri) && uri.IsLoopback))
        {
            return new(403, "The emulator's serviceUrl must be on this machine.");
        }
        if (head.ServiceUrl is not null && serviceUrls.Refuse(head.ServiceUrl) is { } badUrl) return new(400, badUrl);
        if (TenantRule.Refuse(options.AllowedTenants, head) is { } foreign) return new(403, foreign);
        if (head.ServiceUrl is not null) serviceUrls.Verified(head.ServiceUrl);
        return null;
    }

    internal override ConnectorClient CreateConnectorClient(in Destination to)
    {
        if (to.ServiceUrl is not { Length: > 0 } serviceUrl) throw new InvalidOperationException("The reply cannot be sent: the activity has no serviceUrl.");
        if (serviceUrls.Refuse(serviceUrl) is { } refusal) throw new InvalidOperationException($"The reply was not sent: {refusal}");
        if (!serviceUrls.IsTrusted(serviceUrl))
            throw new InvalidOperationException("The reply was not sent: no authenticated request has named this serviceUrl, so it does not get the bot's token.");
        return connectors.Create(to);
    }

    internal override ClaimsIdentity IdentityOf(string? botAppId)
    {
        if (!string.IsNullOrEmpty(botAppId) && !botAppId.Equals(options.AppId, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"The conversation belongs to the app {botAppId}, and this bot is {options.AppId}.");
        return new ClaimsIdentity([new Claim("aud", options.AppId), new Claim("appid", options.AppId)]);
    }
}
