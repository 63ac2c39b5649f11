using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PostingsBot.Benchmarks.Framework;

/// <summary>A bot under load, in a process of its own.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly Process process;

    private BotProcess(Process process, Uri address, bool countsBytes) => (this.process, Address, CountsBytes) = (process, address, countsBytes);

    public Uri Address { get; }

    /// <summary>Whether the bot tells what it allocated.</summary>
    public bool CountsBytes { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static Task<BotProcess> OursAsync(string kind)
    {
        var port = FreePort();
        return StartAsync("dotnet", [typeof(BotProcess).Assembly.Location, "echo-bot", port, kind], port, countsBytes: true);
    }

    /// <summary>Null when its packages are not installed.</summary>
    public static async Task<BotProcess?> JavaScriptAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "peers", "echo");
        var source = Array.Find([folder, Path.Combine("tests", "PostingsBot.Benchmarks", "peers", "echo")], path => Directory.Exists(Path.Combine(path, "node_modules")));
        if (source is null)
            return null;
        var port = FreePort();
        return await StartAsync("node", [Path.Combine(source, "bot.cjs"), port], port, countsBytes: false);
    }

    public async Task<long> AllocatedAsync(HttpClient http) =>
        CountsBytes ? long.Parse(await http.GetStringAsync(new Uri(Address, "/ready")), CultureInfo.InvariantCulture) : 0;

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<BotProcess> StartAsync(string program, string[] arguments, string port, bool countsBytes)
    {
        var bot = new BotProcess(Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!, new Uri($"http://127.0.0.1:{port}/"), countsBytes);
        using var http = new HttpClient();
        for (var start = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            try
            {
                using var response = await http.GetAsync(new Uri(bot.Address, "/ready"));
                return bot;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(start) < StartLimit)
            {
                // Not yet.
            }
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
