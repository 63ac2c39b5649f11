using Microsoft.Extensions.Configuration;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>The bot's registration in Azure, read from the configuration and checked.</summary>
internal sealed record AppOptions
{
    public const string MultiTenant = "MultiTenant";
    public const string SingleTenant = "SingleTenant";
    public const string UserAssignedMsi = "UserAssignedMSI";

    public required string AppId { get; init; }

    public required AppCredential Credential { get; init; }

    public required CloudEndpoints Cloud { get; init; }

    /// <summary>The app's own tenant; null for an app of several tenants.</summary>
    public string? TenantId { get; init; }

    /// <summary>Tenants whose people may talk to the bot; empty for all. An app of one tenant serves that tenant unless configured otherwise.</summary>
    public required IReadOnlySet<string> AllowedTenants { get; init; }

    /// <summary>Where the app gets its own tokens.</summary>
    public string LoginUrl => Cloud.LoginUrl ?? $"{Cloud.LoginHost}/{TenantId ?? Cloud.DefaultTenant}";

    /// <summary>Null without MicrosoftAppId: nobody is authenticated then.</summary>
    /// <exception cref="InvalidOperationException">A key is missing, unknown or cannot be used; the message names it.</exception>
    public static AppOptions? Read(IConfiguration configuration)
    {
        CheckNames(configuration);
        if (Value(configuration, AppKeys.Id) is not { } appId)
        {
            // A type or an empty list alone says nothing; a secret without an app is a mistake that would leave the bot unprotected.
            return Value(configuration, AppKeys.Password) is null && Value(configuration, AppKeys.Certificate) is null
                ? null
                : throw new InvalidOperationException($"The configuration has a credential of the app but no {AppKeys.Id}. Give the app's id, or remove the credential.");
        }

        var type = TypeOf(configuration);
        var tenant = Value(configuration, AppKeys.TenantId);
        if (type != MultiTenant && tenant is null)
            throw new InvalidOperationException($"The configuration key {AppKeys.TenantId} is missing: {AppKeys.Type} is {type}, so give the tenant of the app.");
        var ownTenant = type == MultiTenant ? null : tenant;
        return new AppOptions
        {
            AppId = appId,
            Credential = type == UserAssignedMsi ? new AppCredential.ManagedIdentity() : CredentialOf(configuration),
            Cloud = CloudEndpoints.Read(configuration),
            TenantId = ownTenant,
            AllowedTenants = TenantsOf(configuration, ownTenant),
        };
    }

    private static void CheckNames(IConfiguration configuration)
    {
        var unknown = configuration.GetChildren().Select(child => child.Key).FirstOrDefault(key =>
            key.StartsWith(AppKeys.Prefix, StringComparison.OrdinalIgnoreCase) && !AppKeys.All.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new InvalidOperationException($"Unknown configuration key {unknown}. Known keys: {string.Join(", ", AppKeys.All)}.");
    }

    private static string TypeOf(IConfiguration configuration)
    {
        var type = Value(configuration, AppKeys.Type) ?? MultiTenant;
        string[] known = [MultiTenant, SingleTenant, UserAssignedMsi];
        return Array.Find(known, one => one.Equals(type, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"The configuration key {AppKeys.Type} is \"{type}\". Give one of {string.Join(", ", known)}.");
    }

    private static AppCredential CredentialOf(IConfiguration configuration)
    {
        var (certificate, password) = (AppCertificate.Find(configuration), Value(configuration, AppKeys.Password));
        return (certificate, password) switch
        {
            (null, null) => throw new InvalidOperationException(
                $"The configuration key {AppKeys.Password} is missing: with {AppKeys.Id} the bot must prove itself. "
                + $"Give the app's secret, or a certificate with {AppKeys.Certificate} or {AppKeys.CertificateThumbprint}."),
            (null, _) => new AppCredential.Secret(password),
            (_, null) => new AppCredential.Certificate(certificate),
            _ => throw new InvalidOperationException($"The configuration has a certificate and {AppKeys.Password}. Give one of them."),
        };
    }

    private static IReadOnlySet<string> TenantsOf(IConfiguration configuration, string? ownTenant)
    {
        var section = configuration.GetSection(AppKeys.AllowedTenants);
        var named = section.GetChildren().Select(child => child.Value).Append(section.Value)
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (named.Count == 0 && ownTenant is not null) named.Add(ownTenant);
        return named;
    }

    private static string? Value(IConfiguration configuration, string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
