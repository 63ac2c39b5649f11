using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// Reads the configuration key MicrosoftAppId. Without it nobody is authenticated, so callers and service URLs
/// must be on this machine. With it the constructor fails, because tokens are not checked yet.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly IHttpClientFactory? _httpClientFactory;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    /// <param name="httpClientFactory">Gives the client "BotFramework.Connector"; without it one that follows no redirects is used.</param>
    /// <exception cref="InvalidOperationException">MicrosoftAppId is set.</exception>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(configuration, httpClientFactory, logger, TimeProvider.System) { }

    internal ConfigurationBotFrameworkAuthentication(IConfiguration configuration, IHttpClientFactory? httpClientFactory, ILogger? logger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]))
            throw new InvalidOperationException(
                "The configuration key MicrosoftAppId is set, but this build cannot check the tokens of Azure Bot Service yet. "
                + "Remove the key to run on this machine only.");
        (_httpClientFactory, _logger, _time) = (httpClientFactory, logger ?? NullLogger.Instance, time);
    }

    internal override string? RefuseCaller(HttpContext http)
    {
        const string rule = "Without MicrosoftAppId the bot answers only callers on this machine";
        // A tunnel or proxy calls from this machine on behalf of anybody.
        if (http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded"))
            return $"{rule}; this request was forwarded by a proxy.";
        // No address: the call comes from inside this process or over a local socket.
        if (http.Connection.RemoteIpAddress is not { } address) return null;
        return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) ? null : $"{rule}.";
    }

    internal override string? RefuseServiceUrl(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return "The serviceUrl is not an absolute http or https address.";
        return uri.IsLoopback ? null
            : "The serviceUrl is not on this machine. Without MicrosoftAppId replies go only to localhost, 127.0.0.1 or [::1].";
    }

    internal override ConnectorClient CreateConnectorClient(string? serviceUrl)
    {
        if (string.IsNullOrEmpty(serviceUrl)) throw new InvalidOperationException("The reply cannot be sent: the activity has no serviceUrl.");
        if (RefuseServiceUrl(serviceUrl) is { } refusal) throw new InvalidOperationException($"The reply was not sent: {refusal}");
        return new ConnectorClient(ConnectorHttp.Create(_httpClientFactory), serviceUrl, _time, _logger);
    }
}
