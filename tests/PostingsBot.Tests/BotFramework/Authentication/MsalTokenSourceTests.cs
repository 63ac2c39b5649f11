using System.Net;
using System.Text;
using System.Web;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Authentication;

/// <summary>What Microsoft's library asks the identity platform for.</summary>
public class MsalTokenSourceTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task Request_Secret_PostsClientCredentialsForTheChannelsScope()
    {
        var platform = new Platform();

        var token = await platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppPassword=geheim").RequestAsync(default);

        var (uri, form) = Assert.Single(platform.Requests);
        Assert.Equal("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", uri.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            ("client_credentials", AppId, "geheim", "https://api.botframework.com/.default"),
            (form["grant_type"], form["client_id"], form["client_secret"], form["scope"]));
        Assert.Equal("fresh", token.Value);
        Assert.InRange(token.ExpiresOn - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task Request_Twice_AsksTwice()
    {
        var platform = new Platform();
        var source = platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppPassword=geheim");

        await source.RequestAsync(default);
        await source.RequestAsync(default);

        Assert.Equal(2, platform.Requests.Count);
    }

    [Fact]
    public async Task Request_SingleTenant_LogsInAtItsTenant()
    {
        var platform = new Platform();

        await platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppPassword=geheim|MicrosoftAppType=SingleTenant|MicrosoftAppTenantId=aaaaaaaa-0000-0000-0000-000000000001").RequestAsync(default);

        Assert.Equal("/aaaaaaaa-0000-0000-0000-000000000001/oauth2/v2.0/token", Assert.Single(platform.Requests).Uri.AbsolutePath);
    }

    [Fact]
    public async Task Request_Certificate_SignsAnAssertionInsteadOfASecret()
    {
        using var folder = new TemporaryFolder();
        using var certificate = AppOptionsTests.Certificate();
        File.WriteAllBytes(folder.File("app.pfx"), certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pkcs12));
        var platform = new Platform();

        await platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppCertificate={folder.File("app.pfx")}").RequestAsync(default);

        var form = Assert.Single(platform.Requests).Form;
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.Equal(3, form["client_assertion"]!.Split('.').Length);
        Assert.Null(form["client_secret"]);
    }

    [Fact]
    public async Task Request_ManagedIdentity_AsksThisMachinesEndpoint()
    {
        var platform = new Platform();

        await platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppType=UserAssignedMSI|MicrosoftAppTenantId=t").RequestAsync(default);

        var query = HttpUtility.ParseQueryString(platform.Requests[^1].Uri.Query);
        Assert.Equal(("https://api.botframework.com", AppId), (query["resource"], query["client_id"]));
    }

    [Fact]
    public async Task Request_CredentialRefused_NamesTheKeyAndNotTheSecret()
    {
        var platform = new Platform { Status = HttpStatusCode.Unauthorized, Body = """{"error":"invalid_client","error_description":"AADSTS7000215"}""" };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppPassword=geheim").RequestAsync(default));

        Assert.Contains("invalid_client", error.Message, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppPassword", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_PlatformIsDown_IsANetworkFailure()
    {
        var platform = new Platform { Status = HttpStatusCode.ServiceUnavailable, Body = "" };

        await Assert.ThrowsAsync<HttpRequestException>(() => platform.Source($"MicrosoftAppId={AppId}|MicrosoftAppPassword=geheim").RequestAsync(default));
    }

    private sealed class Platform : HttpMessageHandler, IHttpClientFactory
    {
        public List<(Uri Uri, System.Collections.Specialized.NameValueCollection Form)> Requests { get; } = [];

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public string Body { get; init; } = """{"token_type":"Bearer","expires_in":3599,"access_token":"fresh"}""";

        public MsalTokenSource Source(string settings) => new(AppOptionsTests.Read(settings)!, this);

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add((request.RequestUri!, HttpUtility.ParseQueryString(form)));
            return new HttpResponseMessage(Status) { Content = new StringContent(Body, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
