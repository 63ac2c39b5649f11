using System.Globalization;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>The real host over the five seeds, on a free port of loopback, with a data folder of its own.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    /// <summary>Where the host believes that people reach it.</summary>
    internal const string PublicAddress = "https://jobs.example";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postingsbot-e2e-");
    private readonly int _port = HostProcess.FreePort();
    private HostProcess? _process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    internal HttpClient Http { get; private set; } = null!;

    internal string Log => _process!.Output + _process.Errors;

    internal bool IsRunning => !_process!.HasExited;

    public async Task InitializeAsync()
    {
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        await StartAsync();
    }

    /// <summary>Ends the host and starts it again over the same data.</summary>
    internal async Task RestartAsync()
    {
        await _process!.DisposeAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        // In the output folder the default catalogue is found as "seeds", and sources read so in answers.
        _process = HostProcess.StartBot(["--urls", Address.ToString(), $"--PostingsBot:DataFolder={_folder.FullName}", $"--PostingsBot:PublicAddress={PublicAddress}"], AppContext.BaseDirectory);
        await _process.AnswersAsync(Http, "/health/ready");
    }
}

/// <summary>One host for all tests that do not change what it serves.</summary>
[CollectionDefinition(Name)]
public sealed class SharedHost : ICollectionFixture<RunningHost>
{
    public const string Name = "The real host";
}
