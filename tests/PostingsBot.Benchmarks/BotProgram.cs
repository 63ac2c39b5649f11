using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PostingsBot.Benchmarks;

/// <summary>The program that is measured as a process of its own: the one that was built, or a published one that the environment names.</summary>
internal static class BotProgram
{
    private const string Variable = "POSTINGSBOT_TEST_PROGRAM";

    private static string? Published { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    public static Process Start(IEnumerable<string> arguments, bool isQuiet = false)
    {
        var start = Published is { } program
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "postingsbot.dll"), .. arguments]);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = isQuiet;
        return Process.Start(start)!;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
