using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.EndToEnd.Tests.Support.Slack;

/// <summary>The real host as an app that workspaces install themselves.</summary>
internal sealed class InstallableHost : IAsyncDisposable
{
    public const string PublicAddress = "https://jobs.example";
    public const string Redirect = PublicAddress + "/slack/oauth";

    private const string SigningSecret = "signing-secret-of-the-test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-slack-");
    private HostProcess? _process;

    private InstallableHost()
    {
    }

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}"), Timeout = TimeSpan.FromSeconds(30),
    };

    public InstallingBrowser Browser => new(Http);

    public SignedSender Sender => new(Http, SigningSecret);

    public string Log => _process!.Output + _process.Errors;

    /// <summary>The bytes of the database.</summary>
    public string Database => string.Concat(_folder.EnumerateFiles("postingsbot.db*").Select(file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    public static async Task<InstallableHost> StartAsync(Uri api, string clientId = StrictSlack.ClientId, string clientSecret = StrictSlack.ClientSecret, params string[] more)
    {
        var host = new InstallableHost();
        host._process = HostProcess.StartBot(
            [
                "--urls", host.Http.BaseAddress!.ToString(), $"--PostingsBot:DataFolder={host._folder.FullName}", $"--PostingsBot:PublicAddress={PublicAddress}",
                $"--PostingsBot:Slack:ApiAddress={api}", $"--PostingsBot:Slack:ClientId={clientId}", $"--PostingsBot:Slack:ClientSecret={clientSecret}", $"--PostingsBot:Slack:SigningSecret={SigningSecret}", .. more,
            ],
            AppContext.BaseDirectory);
        await host._process.AnswersAsync(host.Http, "/health/ready");
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is not null) await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
