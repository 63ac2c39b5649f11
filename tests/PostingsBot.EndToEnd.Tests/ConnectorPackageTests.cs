using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>
/// The real host with an app id against tokens made by jose, its own tokens and JSON judged by Microsoft's botframework-connector.
/// <c>clients/botconnector/scenario.mjs</c> plays Azure Bot Service and says what it saw.
/// </summary>
public sealed class ConnectorPackageTests : IAsyncLifetime, IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Secret = "a-secret-of-the-app";
    private const string Tenant = "aaaaaaaa-0000-0000-0000-000000000001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-connector-");
    private readonly int _identityPort = HostProcess.FreePort();
    private readonly int _loginPort = HostProcess.FreePort();
    private readonly int _connectorPort = HostProcess.FreePort();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private HostProcess? _azure;

    private string CertificateFile => Path.Combine(_folder.FullName, "login.pem");

    public Task InitializeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        if (_azure is not null) await _azure.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [NodeClientFact("botconnector")]
    public async Task Inbound_TokensMadeByJose_AreAcceptedAndRefusedAsByMicrosoftsPackage() => await RunAsync("table", "Production");

    [NodeClientFact("botconnector")]
    public async Task Outbound_TokensAndActivities_PassMicrosoftsPackage() => await RunAsync("replies", "Development");

    private async Task RunAsync(string scenario, string environment)
    {
        await StartAzureAsync();
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        await using var bot = HostProcess.StartBot(
            [
                "--urls", address, $"--PostingsBot:DataFolder={_folder.FullName}",
                $"--MicrosoftAppId={AppId}", $"--MicrosoftAppPassword={Secret}", $"--MicrosoftAppAllowedTenants={Tenant}",
                $"--ToBotFromChannelOpenIdMetadataUrl=http://127.0.0.1:{_identityPort}/metadata",
                $"--ToBotFromEmulatorOpenIdMetadataUrl=http://127.0.0.1:{_identityPort}/metadata",
                $"--ToChannelFromBotLoginUrl=https://127.0.0.1:{_loginPort}/botframework.com",
            ],
            AppContext.BaseDirectory,
            // The library that asks for tokens insists on https: the host trusts this test's certificate.
            new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = environment, ["ASPNETCORE_ENVIRONMENT"] = environment, ["SSL_CERT_FILE"] = CertificateFile });
        await bot.AnswersAsync(_http, $"{address}/health/ready");

        using var response = await _http.PostAsJsonAsync($"http://127.0.0.1:{_identityPort}/{scenario}", new { bot = address });

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body + bot.Output + bot.Errors + _azure!.Errors);
        var checks = JsonSerializer.Deserialize<JsonElement>(body).EnumerateArray().ToList();
        Assert.True(checks.Count > 10, body);
        Assert.Equal(
            string.Join('\n', checks.Select(check => $"{check.GetProperty("name")}: {check.GetProperty("expected")}")),
            string.Join('\n', checks.Select(check => $"{check.GetProperty("name")}: {check.GetProperty("actual")}")));
        Assert.DoesNotContain(Secret, bot.Output + bot.Errors);
        Assert.DoesNotContain("eyJ", bot.Output + bot.Errors);
    }

    private async Task StartAzureAsync()
    {
        await File.WriteAllTextAsync(CertificateFile, CertificateOfThisMachine());
        var settings = JsonSerializer.Serialize(new
        {
            identityPort = _identityPort, loginPort = _loginPort, connectorPort = _connectorPort,
            certificate = CertificateFile, appId = AppId, secret = Secret, tenant = Tenant,
        });
        _azure = HostProcess.Start(Tools.Node!, [Path.Combine(Tools.Client("botconnector"), "scenario.mjs")], _folder.FullName, new Dictionary<string, string> { ["SCENARIO"] = settings });
        await _azure.AnswersAsync(_http, $"http://127.0.0.1:{_identityPort}/metadata");
    }

    /// <summary>Certificate and key in one text.</summary>
    private static string CertificateOfThisMachine()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
