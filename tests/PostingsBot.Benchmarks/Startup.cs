using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace PostingsBot.Benchmarks;

/// <summary>From the start of the host's process to its first answer over HTTP, with an empty data folder and the five seeds.</summary>
internal static class Startup
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<int> MeasureAsync(string[] args)
    {
        var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
            times.Add(await OnceAsync());
        times.Sort();
        Console.WriteLine($"process start to first answer, {runs} runs: min {times[0]:0} ms, median {times[runs / 2]:0} ms, max {times[^1]:0} ms");
        return 0;
    }

    private static async Task<double> OnceAsync()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-startup").FullName;
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var host = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "postingsbot.dll"), "--urls", url, "--PostingsBot:DataFolder", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            while (!await AnsweredAsync(http))
            {
                if (Stopwatch.GetElapsedTime(start) > Limit)
                    throw new TimeoutException("the host did not answer");
                await Task.Delay(5);
            }

            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> AnsweredAsync(HttpClient http)
    {
        try
        {
            var response = await http.PostAsJsonAsync("/api/messages", new
            {
                type = "message",
                id = "1",
                channelId = "emulator",
                deliveryMode = "expectReplies",
                serviceUrl = "http://127.0.0.1:9",
                conversation = new { id = "startup" },
                from = new { id = "user" },
                recipient = new { id = "bot" },
                text = "Which jobs use Python?",
            });
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            return body.GetProperty("activities").GetArrayLength() > 0;
        }
        catch (HttpRequestException error) when (error.InnerException is SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
