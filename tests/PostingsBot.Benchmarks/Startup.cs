using System.Diagnostics;
using System.Globalization;
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
        var measured = new List<(double Clock, double Cpu, double Resident)>();
        for (var run = 0; run < runs; run++)
            measured.Add(await OnceAsync());
        Console.WriteLine($"process start to first answer, {runs} runs: {Spread(measured.Select(one => one.Clock), "ms")}; CPU {Spread(measured.Select(one => one.Cpu), "ms")}; resident then {Spread(measured.Select(one => one.Resident), "MB")}");
        return 0;
    }

    private static async Task<(double Clock, double Cpu, double Resident)> OnceAsync()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-startup").FullName;
        var url = $"http://127.0.0.1:{BotProgram.FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var host = BotProgram.Start(["--urls", url, "--PostingsBot:DataFolder", folder], isQuiet: true);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            while (!await AnsweredAsync(http))
            {
                if (Stopwatch.GetElapsedTime(start) > Limit)
                    throw new TimeoutException("the host did not answer");
                await Task.Delay(5);
            }

            var clock = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            host.Refresh();
            return (clock, host.TotalProcessorTime.TotalMilliseconds, host.WorkingSet64 / 1e6);
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Spread(IEnumerable<double> values, string unit)
    {
        var sorted = values.Order().ToList();
        return $"min {sorted[0]:0}, median {sorted[sorted.Count / 2]:0}, max {sorted[^1]:0} {unit}";
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
}
