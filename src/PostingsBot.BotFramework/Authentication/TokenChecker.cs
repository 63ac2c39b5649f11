using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// Checks the token of a request: who issued it, who signed it, for whom and when. The emulator's tokens are accepted only where
/// <paramref name="emulatorKeys"/> are given, which is to say never in production.
/// </summary>
internal sealed class TokenChecker(AppOptions options, SigningKeys channelKeys, SigningKeys? emulatorKeys, TimeProvider time)
{
    /// <summary>By how much our clock and the issuer's may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string ServiceUrlClaim = "serviceurl";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    private readonly HashSet<string> _audiences = new(
        [options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _emulatorIssuers = EmulatorIssuers(options.TenantId);

    public async ValueTask<CallerCheck> CheckAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } token) return CallerCheck.Unauthorized("The Authorization header holds no JSON Web Token.");
        if (!Algorithms.Contains(token.Alg) || string.IsNullOrEmpty(token.Kid))
            return CallerCheck.Unauthorized("The token is not signed with a named RSA key.");
        // Nothing of the token is trusted yet; its issuer only says which keys to try.
        var fromEmulator = emulatorKeys is not null && _emulatorIssuers.Contains(token.Issuer);
        if (!fromEmulator && token.Issuer != options.Cloud.Issuer) return CallerCheck.Unauthorized("The token has another issuer than the channels' tokens.");

        var (key, retryAfter) = await (fromEmulator ? emulatorKeys! : channelKeys).FindAsync(token.Kid, cancellationToken);
        if (retryAfter is not null)
            return new(null, new Refusal(503, "The keys that sign the channels' tokens cannot be fetched at the moment.", retryAfter));
        if (key is null) return CallerCheck.Unauthorized("The token is signed with a key that its issuer does not publish.");

        var result = await _handler.ValidateTokenAsync(token, Parameters(token.Issuer, key.Key));
        if (!result.IsValid) return CallerCheck.Unauthorized(Reason(result.Exception));
        if (fromEmulator) return IsOfThisApp(token)
            ? new(new Caller(CallerKind.Emulator, result.ClaimsIdentity), null)
            : CallerCheck.Unauthorized("The emulator's token was made for another app.");
        return new(
            new Caller(CallerKind.Channel, result.ClaimsIdentity)
            {
                Endorsements = key.Endorsements,
                ServiceUrl = Claim(token, ServiceUrlClaim),
                Id = options.Cloud.CallerId,
            },
            null);
    }

    private JsonWebToken? Read(string text)
    {
        try
        {
            return _handler.ReadJsonWebToken(text) is { IsEncrypted: false } token ? token : null;
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(string issuer, SecurityKey key) => new()
    {
        ValidIssuer = issuer,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        AudienceValidator = (audiences, _, _) => audiences.Any(_audiences.Contains),
        LifetimeValidator = (from, to, _, _) => IsLive(from, to),
    };

    private bool IsLive(DateTime? from, DateTime? to)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (to is not { } end) throw new SecurityTokenNoExpirationException();
        if (now - end > Skew) throw new SecurityTokenExpiredException();
        if (from - now > Skew) throw new SecurityTokenNotYetValidException();
        return true;
    }

    private bool IsOfThisApp(JsonWebToken token) =>
        string.Equals(Claim(token, Claim(token, "ver") == "2.0" ? "azp" : "appid"), options.AppId, StringComparison.OrdinalIgnoreCase);

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static string Reason(Exception? error) => error switch
    {
        SecurityTokenExpiredException => "The token has expired.",
        SecurityTokenNoExpirationException => "The token does not say when it expires.",
        SecurityTokenNotYetValidException => "The token is not valid yet.",
        SecurityTokenInvalidAudienceException => "The token is for another app.",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "The token's signature is wrong.",
        _ => "The token is not valid.",
    };

    // The tenants of Microsoft in which the Bot Framework Emulator gets its tokens, and the app's own.
    private static HashSet<string> EmulatorIssuers(string? ownTenant)
    {
        string[] tenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "cab8a31a-1906-4287-a0d8-4eef66b95f6e"];
        return tenants.Append(ownTenant).OfType<string>()
            .SelectMany(tenant => new[] { $"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0", $"https://login.microsoftonline.us/{tenant}/v2.0" })
            .ToHashSet(StringComparer.Ordinal);
    }
}
