using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Authentication;

public class AppOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("MicrosoftAppId=|MicrosoftAppPassword=|MicrosoftAppType=MultiTenant|MicrosoftAppTenantId=")]
    public void Read_NoAppId_IsNothing(string settings) => Assert.Null(Read(settings));

    [Theory]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s", "https://login.microsoftonline.com/botframework.com", "")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppType=multitenant|MicrosoftAppTenantId=t", "https://login.microsoftonline.com/botframework.com", "")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppType=SingleTenant|MicrosoftAppTenantId=t", "https://login.microsoftonline.com/t", "t")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppType=UserAssignedMSI|MicrosoftAppTenantId=t", "https://login.microsoftonline.com/t", "t")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|ChannelService=https://botframework.azure.us", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppAllowedTenants=x, y", "https://login.microsoftonline.com/botframework.com", "x y")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppAllowedTenants:0=x|MicrosoftAppAllowedTenants:1=y", "https://login.microsoftonline.com/botframework.com", "x y")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppType=SingleTenant|MicrosoftAppTenantId=t|MicrosoftAppAllowedTenants=x", "https://login.microsoftonline.com/t", "x")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|ToChannelFromBotLoginUrl=https://login.example/t", "https://login.example/t", "")]
    public void Read_AppOfAType_SaysWhereItLogsInAndWhomItServes(string settings, string login, string tenants)
    {
        var options = Read(settings)!;

        Assert.Equal((login, tenants), (options.LoginUrl, string.Join(' ', options.AllowedTenants.Order())));
    }

    [Fact]
    public void Read_UsGovernment_HasItsOwnIssuerAndKeys()
    {
        var cloud = Read("MicrosoftAppId=a|MicrosoftAppPassword=s|ChannelService=https://botframework.azure.us/")!.Cloud;

        Assert.Equal(
            ("https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "urn:botframework:azureusgov"),
            (cloud.Issuer, cloud.MetadataUrl, cloud.CallerId));
    }

    [Theory]
    [InlineData("MicrosoftAppId=a", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppPassword=s", "MicrosoftAppId")]
    [InlineData("MicrosoftAppCertificate=x.pfx", "MicrosoftAppId")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppType=Several", "MicrosoftAppType")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppType=SingleTenant", "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppType=UserAssignedMSI", "MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|MicrosoftAppTennant=t", "MicrosoftAppTennant")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|ChannelService=https://example.com", "ChannelService")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|ToBotFromChannelOpenIdMetadataUrl=http://login.example/", "ToBotFromChannelOpenIdMetadataUrl")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppPassword=s|ToChannelFromBotLoginUrl=login", "ToChannelFromBotLoginUrl")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppCertificate=no-such-file.pfx", "MicrosoftAppCertificate")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppCertificateThumbprint=00112233", "MicrosoftAppCertificateThumbprint")]
    [InlineData("MicrosoftAppId=a|MicrosoftAppCertificate=a.pfx|MicrosoftAppCertificateThumbprint=00", "MicrosoftAppCertificateThumbprint")]
    public void Read_BadSetting_NamesTheKeyWithoutItsSecret(string settings, string key)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(settings));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.pfx", "pw")]
    [InlineData("app.pem", null)]
    public void Read_CertificateInAFile_IsTheCredential(string name, string? password)
    {
        using var folder = new TemporaryFolder();
        using var made = Certificate();
        var path = Path.Combine(folder.Path, name);
        if (password is null) File.WriteAllText(path, made.ExportCertificatePem() + "\n" + made.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        else File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12, password));

        var options = Read($"MicrosoftAppId=a|MicrosoftAppCertificate={path}|MicrosoftAppCertificatePassword={password}")!;

        Assert.Equal(made.Thumbprint, Assert.IsType<AppCredential.Certificate>(options.Credential).Value.Thumbprint);
    }

    [Fact]
    public void Read_CertificateAndWrongPassword_NamesTheKeys()
    {
        using var folder = new TemporaryFolder();
        using var made = Certificate();
        var path = Path.Combine(folder.Path, "app.pfx");
        File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12, "right"));

        var error = Assert.Throws<InvalidOperationException>(() => Read($"MicrosoftAppId=a|MicrosoftAppCertificate={path}|MicrosoftAppCertificatePassword=geheim"));

        Assert.Contains("MicrosoftAppCertificatePassword", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_EachOfThem_StandsInReadmeAndAppsettings() => Assert.All(AppKeys.All, key =>
    {
        Assert.Contains($"`{key}`", File.ReadAllText(Repository.Path("README.md")), StringComparison.Ordinal);
        Assert.Contains($"\"{key}\"", File.ReadAllText(Repository.Path("appsettings.json")), StringComparison.Ordinal);
    });

    internal static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    internal static AppOptions? Read(string settings) => AppOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(
        settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build());
}
