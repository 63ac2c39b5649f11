using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>Tokens from Microsoft Entra ID, by Microsoft's own library, with what the app has to prove itself.</summary>
internal sealed class MsalTokenSource(AppOptions options, IHttpClientFactory? httpClientFactory) : IAppTokenSource
{
    private const string DefaultScope = "/.default";

    private readonly MsalHttp _http = new(httpClientFactory);
    private readonly Lock _lock = new();
    private IConfidentialClientApplication? _app;
    private IManagedIdentityApplication? _managed;

    public async Task<AppToken> RequestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = options.Credential is AppCredential.ManagedIdentity
                ? await Managed().AcquireTokenForManagedIdentity(Resource).WithForceRefresh(true).ExecuteAsync(cancellationToken)
                : await Confidential().AcquireTokenForClient([Resource + DefaultScope]).WithForceRefresh(true).ExecuteAsync(cancellationToken);
            return new AppToken(result.AccessToken, result.ExpiresOn);
        }
        catch (MsalServiceException error) when (error.StatusCode is >= 400 and < 500 and not (408 or 429))
        {
            throw new InvalidOperationException(
                $"The identity platform gives the app {options.AppId} no token ({error.ErrorCode}): check {options.Credential.Keys}, MicrosoftAppType and MicrosoftAppTenantId.", error);
        }
        catch (MsalException error)
        {
            throw new HttpRequestException($"The identity platform gave no token ({error.ErrorCode}).", error);
        }
    }

    private string Resource => options.Cloud.Scope.EndsWith(DefaultScope, StringComparison.Ordinal)
        ? options.Cloud.Scope[..^DefaultScope.Length]
        : options.Cloud.Scope.TrimEnd('/');

    private IConfidentialClientApplication Confidential()
    {
        lock (_lock)
        {
            // The authority is configured by the operator; asking Microsoft which authorities exist would only cost a round trip.
            return _app ??= Prove(ConfidentialClientApplicationBuilder.Create(options.AppId))
                .WithAuthority(options.LoginUrl, validateAuthority: false)
                .WithInstanceDiscovery(false)
                .WithHttpClientFactory(_http)
                .Build();
        }
    }

    private ConfidentialClientApplicationBuilder Prove(ConfidentialClientApplicationBuilder builder) => options.Credential switch
    {
        AppCredential.Secret secret => builder.WithClientSecret(secret.Value),
        AppCredential.Certificate certificate => builder.WithCertificate(certificate.Value),
        _ => throw new InvalidOperationException("a managed identity proves itself by where it runs"),
    };

    private IManagedIdentityApplication Managed()
    {
        lock (_lock)
        {
            return _managed ??= ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId))
                .WithHttpClientFactory(_http)
                .Build();
        }
    }

    /// <summary>The HTTP client of the token requests.</summary>
    private sealed class MsalHttp(IHttpClientFactory? factory) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => OutgoingHttp.Identity.Create(factory);
    }
}
