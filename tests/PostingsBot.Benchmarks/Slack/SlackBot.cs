using System.Diagnostics;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Storage.Sqlite;
using PostingsBot.Storage.State;

namespace PostingsBot.Benchmarks.Slack;

/// <summary>The real host in a process of its own, with Slack at the sink. It can be killed and started again over the same data.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    public const string Secret = "signing-secret-of-the-load";

    private const string PublicAddress = "https://jobs.example";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Uri api;
    private readonly string folder = Directory.CreateTempSubdirectory("postingsbot-slack").FullName;
    private Process process = null!;

    private SlackBot(Uri api) => this.api = api;

    public Uri Address { get; } = new($"http://127.0.0.1:{BotProgram.FreePort()}/");

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<SlackBot> StartAsync(Uri api, IEnumerable<string> teams)
    {
        var bot = new SlackBot(api);
        await bot.InstallAsync(teams);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>As by kill -9: nothing of it gets to finish.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async Task StartAsync()
    {
        string[] arguments =
        [
            "--urls", Address.ToString(), $"--PostingsBot:DataFolder={folder}", $"--PostingsBot:PublicAddress={PublicAddress}",
            $"--PostingsBot:Slack:SigningSecret={Secret}", $"--PostingsBot:Slack:ClientId={SlackSink.ClientId}", $"--PostingsBot:Slack:ClientSecret={SlackSink.ClientSecret}", $"--PostingsBot:Slack:ApiAddress={api}",
            "--Logging:LogLevel:Default=Warning",
        ];
        process = BotProgram.Start(arguments);
        using var http = new HttpClient { BaseAddress = Address };
        for (var start = Stopwatch.GetTimestamp(); ; await Task.Delay(20))
        {
            try
            {
                using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(start) < Limit)
            {
                // Not yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The workspaces have the app, as if each had installed it: Slack lets them do so at a hundred a minute.</summary>
    private async Task InstallAsync(IEnumerable<string> teams)
    {
        using var database = SqliteDatabase.Open(Path.Combine(folder, "postingsbot.db"));
        var vault = new TokenVault(TokenVault.KeysIn(Path.Combine(folder, "keys")));
        var installed = teams.ToDictionary(
            WorkspaceRecord.KeyOf, team => new StateChange(new WorkspaceRecord(team, SlackSink.BotUser, vault.Close(team, new SlackTokens($"xoxb-{team}", null, null))).Write(), "*"));
        await new SqliteDocumentStore(database).WriteAsync(installed, CancellationToken.None);
    }
}
