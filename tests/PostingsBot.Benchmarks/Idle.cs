using System.Diagnostics;
using System.Globalization;
using PostingsBot.Benchmarks.Importing;
using PostingsBot.Benchmarks.Search;

namespace PostingsBot.Benchmarks;

/// <summary>"idle 1000": what the bot holds in memory while nobody asks, after it has imported so many generated postings, and when it is started again on them.</summary>
internal static class Idle
{
    private const int Seed = 20260301;

    /// <summary>Ten seconds after it listens the bot gives back what only the start needed.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(25);

    public static async Task<int> MeasureAsync(string[] args)
    {
        var postings = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;
        var maker = new PostingMaker(Seed);
        var folder = Directory.CreateTempSubdirectory("postingsbot-idle");
        var (jobs, data) = (folder.CreateSubdirectory("jobs").FullName, folder.CreateSubdirectory("data").FullName);
        for (var number = 0; number < postings; number++)
            await File.WriteAllTextAsync(Path.Combine(jobs, $"{number}.md"), ImportBenchmark.Markdown(maker.Make(number)));
        try
        {
            Console.WriteLine($"idle after the import of {postings} postings: {await OnceAsync(jobs, data):0} MB");
            Console.WriteLine($"idle after a start on them: {await OnceAsync(jobs, data):0} MB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    /// <returns>VmRSS in MB.</returns>
    private static async Task<double> OnceAsync(string jobs, string data)
    {
        var url = $"http://127.0.0.1:{BotProgram.FreePort()}";
        using var host = BotProgram.Start(["--urls", url, $"--PostingsBot:DataFolder={data}", $"--PostingsBot:Catalogue:0={jobs}"], isQuiet: true);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            var start = Stopwatch.GetTimestamp();
            while (!await IsReadyAsync(http))
                await Task.Delay(20);
            Console.WriteLine($"ready after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
            await Task.Delay(Settled);
            host.Refresh();
            return host.WorkingSet64 / 1e6;
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
