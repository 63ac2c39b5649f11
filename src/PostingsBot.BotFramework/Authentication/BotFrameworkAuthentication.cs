using Microsoft.AspNetCore.Http;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>Decides who may call the bot and where its replies may go.</summary>
public abstract class BotFrameworkAuthentication
{
    private protected BotFrameworkAuthentication() { }

    /// <summary>Why the caller is refused, as a sentence; null when it is not.</summary>
    internal abstract string? RefuseCaller(HttpContext http);

    /// <summary>Why nothing may be sent to this service URL, as a sentence; null when it may.</summary>
    internal abstract string? RefuseServiceUrl(string serviceUrl);

    /// <exception cref="InvalidOperationException">Nothing may be sent to this service URL.</exception>
    internal abstract ConnectorClient CreateConnectorClient(string? serviceUrl);
}
