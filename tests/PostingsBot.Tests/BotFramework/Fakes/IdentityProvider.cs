using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PostingsBot.Tests.BotFramework.Fakes;

/// <summary>An issuer of tokens on loopback, with an OpenID document and keys that carry endorsements, as Azure Bot Service has them.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";
    public const string EmulatorIssuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private readonly WebApplication _app;
    private int _fetches;

    private IdentityProvider(WebApplication app) => _app = app;

    /// <summary>One for all tests: making a key is slow.</summary>
    private static readonly TestKey SharedKey = new("key-1", "msteams", "webchat");

    public TestKey Key { get; } = SharedKey;

    /// <summary>What is published.</summary>
    public List<TestKey> Keys { get; } = [];

    /// <summary>What is answered instead of the document.</summary>
    public (int Status, string Body)? Instead { get; set; }

    public int Fetches => _fetches;

    public string MetadataUrl => _app.Urls.First() + "/metadata";

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new IdentityProvider(builder.Build());
        provider.Keys.Add(provider.Key);
        provider._app.MapGet("/metadata", provider.Document);
        provider._app.MapGet("/keys", () => Results.Text(provider.KeySet().ToJsonString(), "application/json"));
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>A configuration that trusts this issuer, with more settings or other ones.</summary>
    public Dictionary<string, string?> Settings(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["ToBotFromChannelOpenIdMetadataUrl"] = MetadataUrl,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = MetadataUrl,
        };
        foreach (var (key, value) in more) settings[key] = value;
        return settings;
    }

    /// <summary>A token that a channel would send.</summary>
    public Token Token(string serviceUrl, DateTimeOffset? now = null)
    {
        var time = now ?? InstantTimeProvider.Now;
        return Fakes.Token.Sign(new Token(
            new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Key.Id },
            new JsonObject
            {
                ["iss"] = Issuer,
                ["aud"] = AppId,
                ["serviceurl"] = serviceUrl,
                ["nbf"] = time.AddMinutes(-1).ToUnixTimeSeconds(),
                ["exp"] = time.AddHours(1).ToUnixTimeSeconds(),
            },
            Key));
    }

    /// <summary>A token as the Bot Framework Emulator sends it.</summary>
    public Token EmulatorToken() => Token("").With("serviceurl", null).With("iss", EmulatorIssuer).With("ver", "1.0").With("appid", AppId);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Document()
    {
        Interlocked.Increment(ref _fetches);
        return Instead is var (status, body)
            ? Results.Text(body, "application/json", statusCode: status)
            : Results.Json(new { issuer = Issuer, jwks_uri = _app.Urls.First() + "/keys", id_token_signing_alg_values_supported = new[] { "RS256" } });
    }

    private JsonObject KeySet() => new() { ["keys"] = new JsonArray([.. Keys.Select(Jwk)]) };

    private static JsonNode Jwk(TestKey key)
    {
        var rsa = key.Rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Id,
            ["n"] = Base64Url.EncodeToString(rsa.Modulus),
            ["e"] = Base64Url.EncodeToString(rsa.Exponent),
            ["endorsements"] = new JsonArray([.. key.Endorsements.Select(name => (JsonNode)name)]),
        };
    }
}
