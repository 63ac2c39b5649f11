using Microsoft.Extensions.Configuration;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// Where a cloud's Bot Service issues its tokens and takes ours. Keys and values are the SDK's: ChannelService chooses the cloud,
/// each other key replaces one value.
/// </summary>
internal sealed record CloudEndpoints
{
    public const string GovernmentChannelService = "https://botframework.azure.us";

    private const string IssuerKey = "ToBotFromChannelTokenIssuer";
    private const string MetadataKey = "ToBotFromChannelOpenIdMetadataUrl";
    private const string EmulatorMetadataKey = "ToBotFromEmulatorOpenIdMetadataUrl";
    private const string LoginKey = "ToChannelFromBotLoginUrl";
    private const string ScopeKey = "ToChannelFromBotOAuthScope";

    private static readonly CloudEndpoints Public = new()
    {
        Issuer = "https://api.botframework.com",
        MetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        EmulatorMetadataUrl = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        LoginHost = "https://login.microsoftonline.com",
        DefaultTenant = "botframework.com",
        Scope = "https://api.botframework.com/.default",
        CallerId = "urn:botframework:azure",
    };

    private static readonly CloudEndpoints Government = new()
    {
        Issuer = "https://api.botframework.us",
        MetadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        EmulatorMetadataUrl = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        LoginHost = "https://login.microsoftonline.us",
        DefaultTenant = "MicrosoftServices.onmicrosoft.us",
        Scope = "https://api.botframework.us/.default",
        CallerId = "urn:botframework:azureusgov",
    };

    /// <summary>The <c>iss</c> of the channels' tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>The OpenID document that leads to the channels' signing keys.</summary>
    public required string MetadataUrl { get; init; }

    /// <summary>The same for tokens of the Bot Framework Emulator.</summary>
    public required string EmulatorMetadataUrl { get; init; }

    public required string LoginHost { get; init; }

    /// <summary>Where a multi-tenant app gets its token.</summary>
    public required string DefaultTenant { get; init; }

    /// <summary>The whole login URL, tenant included, where it is configured.</summary>
    public string? LoginUrl { get; init; }

    public required string Scope { get; init; }

    public required string CallerId { get; init; }

    /// <exception cref="InvalidOperationException">A key's value cannot be used; the message names the key.</exception>
    public static CloudEndpoints Read(IConfiguration configuration)
    {
        var cloud = configuration["ChannelService"]?.TrimEnd('/') switch
        {
            null or "" => Public,
            GovernmentChannelService => Government,
            var other => throw new InvalidOperationException($"The configuration key ChannelService is \"{other}\". Leave it empty, or give {GovernmentChannelService}."),
        };
        return cloud with
        {
            Issuer = Value(configuration, IssuerKey) ?? cloud.Issuer,
            MetadataUrl = Url(configuration, MetadataKey) ?? cloud.MetadataUrl,
            EmulatorMetadataUrl = Url(configuration, EmulatorMetadataKey) ?? cloud.EmulatorMetadataUrl,
            LoginUrl = Url(configuration, LoginKey),
            Scope = Value(configuration, ScopeKey) ?? cloud.Scope,
            CallerId = Value(configuration, "CallerId") ?? cloud.CallerId,
        };
    }

    private static string? Value(IConfiguration configuration, string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    // Who can change the keys on their way can sign anything: without encryption only on this machine.
    private static string? Url(IConfiguration configuration, string key)
    {
        if (Value(configuration, key) is not { } value) return null;
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            ? value
            : throw new InvalidOperationException($"The configuration key {key} is \"{value}\". Give an https address.");
    }
}
