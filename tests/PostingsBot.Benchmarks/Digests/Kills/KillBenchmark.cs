using System.Diagnostics;
using System.Globalization;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>
/// "A digest comes exactly once", with real processes: <c>digest-kills RUNS [postgres] [SEED]</c>. One run is one kill at a step or a moment, a new start and the rest
/// of the work; a fresh database every hundred runs.
/// </summary>
internal static class KillBenchmark
{
    private const int RunsOfBatch = 100;
    private const int RunsOfReport = 25;

    public static async Task<int> RunAsync(string[] args)
    {
        var (isShared, numbers) = (args.Contains("postgres"), args.Where(arg => arg != "postgres").Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).ToList());
        var (runs, seed) = (numbers.Count > 0 ? numbers[0] : 100, numbers.Count > 1 ? numbers[1] : 1);
        var (books, kills, start, done) = (new KillBooks(), new SortedDictionary<string, int>(StringComparer.Ordinal), Stopwatch.GetTimestamp(), 0);
        var sinks = new List<KillSink>();
        for (var n = 0; n < (isShared ? 3 : 1); n++)
            sinks.Add(await KillSink.StartAsync());
        for (var batch = 0; done < runs; batch++)
        {
            var random = new Random((seed * 10_000) + batch);
            using var stores = await KillStores.NewAsync(isShared);
            using var run = new KillRun(stores, sinks, books, kills, random);
            for (var number = 0; number < RunsOfBatch && done < runs; number++)
            {
                var broken = books.Broken.Count;
                var isWhole = await TriedAsync(run, number, books);
                done++;
                foreach (var what in books.Broken.Skip(broken))
                    Say($"seed {seed}, batch {batch}, run {number}: {what}");
                if (done % RunsOfReport == 0)
                    Report(done, isShared, books, kills, Stopwatch.GetElapsedTime(start));
                if (!isWhole)
                    break;
            }
        }

        foreach (var sink in sinks)
            await sink.DisposeAsync();
        Say($"finished: {done} runs on {(isShared ? "PostgreSQL with three workers" : "SQLite")}");
        Report(done, isShared, books, kills, Stopwatch.GetElapsedTime(start));
        Console.WriteLine(string.Join(", ", kills.Select(kill => $"{kill.Key} {kill.Value.ToString(CultureInfo.InvariantCulture)}")));
        return books.Broken.Count == 0 ? 0 : 1;
    }

    /// <returns>False when the batch cannot go on.</returns>
    private static async Task<bool> TriedAsync(KillRun run, int number, KillBooks books)
    {
        try
        {
            await run.RunAsync(number);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or OperationCanceledException)
        {
            books.Broken.Add(error.Message);
            return false;
        }
    }

    private static void Report(int done, bool isShared, KillBooks books, SortedDictionary<string, int> kills, TimeSpan elapsed) =>
        Say($"{done} runs, {(isShared ? "PostgreSQL" : "SQLite")}: {kills.Values.Sum()} kills ({kills.GetValueOrDefault(KillAim.Idle)} of an idle worker), {books.Messages} messages, {books.Lost} lost, {books.ToldTwice} told twice, {books.Windows} times in the window, {books.Doubled} doubled, {books.Unexplained} outside it, {books.Broken.Count} broken; {elapsed.TotalSeconds:0} s");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
