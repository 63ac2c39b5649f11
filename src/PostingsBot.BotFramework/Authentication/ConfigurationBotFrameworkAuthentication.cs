using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PostingsBot.BotFramework.Connector;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// Authentication as the configuration wants it: with MicrosoftAppId the tokens of Azure Bot Service are checked, without it
/// callers and service URLs must be on this machine. <see cref="AppKeys"/> and <see cref="CloudEndpoints"/> say which keys there are.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly BotFrameworkAuthentication _chosen;

    /// <param name="httpClientFactory">Gives the clients "BotFramework.Connector" and "BotFramework.Identity"; without it clients that follow no redirects are used.</param>
    /// <param name="isDevelopment">Also accepts the emulator's tokens, and service URLs on this machine. Never in production.</param>
    /// <exception cref="InvalidOperationException">A key is missing, unknown or cannot be used; the message names it.</exception>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null, bool isDevelopment = false)
        : this(configuration, httpClientFactory, logger, TimeProvider.System, isDevelopment) { }

    internal ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, IHttpClientFactory? httpClientFactory, ILogger? logger, TimeProvider time, bool isDevelopment = false, IAppTokenSource? tokenSource = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        logger ??= NullLogger.Instance;
        _chosen = AppOptions.Read(configuration) is { } options
            ? WithApp(options, httpClientFactory, logger, time, isDevelopment, tokenSource ?? new MsalTokenSource(options, httpClientFactory))
            : new LocalAuthentication(new ConnectorClients(httpClientFactory, tokens: null, time, logger));
    }

    internal override ValueTask<CallerCheck> AuthenticateAsync(HttpContext http, CancellationToken cancellationToken) => _chosen.AuthenticateAsync(http, cancellationToken);

    internal override Refusal? Refuse(Caller caller, in ActivityHead head) => _chosen.Refuse(caller, head);

    internal override ConnectorClient CreateConnectorClient(in Destination to) => _chosen.CreateConnectorClient(to);

    internal override ClaimsIdentity IdentityOf(string? botAppId) => _chosen.IdentityOf(botAppId);

    private static AppAuthentication WithApp(
        AppOptions options, IHttpClientFactory? http, ILogger logger, TimeProvider time, bool isDevelopment, IAppTokenSource tokenSource)
    {
        var channelKeys = new SigningKeys(options.Cloud.MetadataUrl, http, time, logger);
        var emulatorKeys = isDevelopment ? new SigningKeys(options.Cloud.EmulatorMetadataUrl, http, time, logger) : null;
        var connectors = new ConnectorClients(http, new AppTokens(tokenSource, time, logger), time, logger);
        return new AppAuthentication(options, new TokenChecker(options, channelKeys, emulatorKeys, time), new ServiceUrls(isDevelopment), connectors);
    }
}
