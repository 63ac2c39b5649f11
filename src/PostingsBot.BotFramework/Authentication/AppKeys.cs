namespace PostingsBot.BotFramework.Authentication;

/// <summary>Configuration keys of the app's registration. The first four are the SDK's.</summary>
internal static class AppKeys
{
    public const string Prefix = "MicrosoftApp";
    public const string Id = "MicrosoftAppId";
    public const string Password = "MicrosoftAppPassword";
    public const string Type = "MicrosoftAppType";
    public const string TenantId = "MicrosoftAppTenantId";

    /// <summary>Tenants whose people may talk to the bot: a list, or one text with commas. Empty: see <see cref="AppOptions.AllowedTenants"/>.</summary>
    public const string AllowedTenants = "MicrosoftAppAllowedTenants";

    /// <summary>Path of a .pfx file, or of a .pem file that holds the key as well.</summary>
    public const string Certificate = "MicrosoftAppCertificate";

    /// <summary>The password of the file, where it has one.</summary>
    public const string CertificatePassword = "MicrosoftAppCertificatePassword";

    /// <summary>The certificate in the personal store of the user or the machine.</summary>
    public const string CertificateThumbprint = "MicrosoftAppCertificateThumbprint";

    public static IReadOnlyList<string> All { get; } =
        [Id, Password, Type, TenantId, AllowedTenants, Certificate, CertificatePassword, CertificateThumbprint];
}
