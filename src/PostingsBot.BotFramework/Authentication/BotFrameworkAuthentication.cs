using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>Decides who may call the bot and where its replies may go.</summary>
public abstract class BotFrameworkAuthentication
{
    private protected BotFrameworkAuthentication() { }

    /// <summary>Who calls, from the request's headers alone; its body is not touched.</summary>
    internal abstract ValueTask<CallerCheck> AuthenticateAsync(HttpContext http, CancellationToken cancellationToken);

    /// <summary>Why this caller may not send this activity; null when it may, and then its service URL may be answered.</summary>
    internal abstract Refusal? Refuse(Caller caller, in ActivityHead head);

    /// <exception cref="InvalidOperationException">Nothing may be sent to this service URL.</exception>
    internal abstract ConnectorClient CreateConnectorClient(in Destination to);

    /// <summary>The bot's own identity, for turns that it begins.</summary>
    /// <exception cref="InvalidOperationException">The bot has another app id.</exception>
    internal abstract ClaimsIdentity IdentityOf(string? botAppId);
}
