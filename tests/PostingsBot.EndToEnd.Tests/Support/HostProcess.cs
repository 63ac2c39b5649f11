using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PostingsBot.EndToEnd.Tests.Support;

/// <summary>A program started by a test, its output kept, ended with the test.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The path of a published program, which every test then starts in place of the one that was built.</summary>
    public const string ProgramVariable = "POSTINGSBOT_TEST_PROGRAM";

    public static string? Published { get; } = Environment.GetEnvironmentVariable(ProgramVariable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    public bool HasExited => _process.HasExited;

    public string Output { get { lock (_output) return _output.ToString(); } }

    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    public static HostProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        return new HostProcess(start);
    }

    /// <summary>The program under test: a published one where that is named, else the one that was built.</summary>
    public static HostProcess StartBot(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        Published is { } program ? Start(program, arguments, folder, environment) : StartBuiltBot(arguments, folder, environment);

    /// <summary>The program in this test's output folder.</summary>
    public static HostProcess StartBuiltBot(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "postingsbot.dll"), .. arguments], folder, environment);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the address answers with any status.</summary>
    public async Task AnswersAsync(HttpClient http, string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!HasExited)
        {
            try
            {
                using var response = await http.GetAsync(path, limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
        throw new InvalidOperationException($"The program ended with {_process.ExitCode}.\n{Output}\n{Errors}");
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text) text.AppendLine(line);
    }
}
