using System.Diagnostics;
using System.Globalization;
using PostingsBot.Core.Parsing;
using PostingsBot.Tests.Support;

namespace PostingsBot.Benchmarks;

/// <summary>
/// Parses damaged documents: `fuzz [documents] [first number]`. Ends with 1 when one of them throws or takes over two seconds of the process's CPU time,
/// and prints the number that makes it again: `fuzz 1 NUMBER`. Runs on one core, so that the time is the document's alone; start two for two cores.
/// </summary>
internal static class Fuzz
{
    private const int LongLine = 5_000_000;
    private const int Report = 10_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        var originals = ParsingDocuments.Load("*.*").Where(document => document.Bytes.Length < 200_000).Select(document => (document.File, document.Bytes)).ToList();
        Console.WriteLine($"{count} documents from number {first}, made of {originals.Count} originals: {ParsingDocuments.Source}");
        var mutator = new DocumentMutator(originals, LongLine);
        var failed = 0;
        var slowest = (Time: TimeSpan.Zero, Recipe: "");
        var start = Stopwatch.GetTimestamp();
        for (var done = 1; done <= count; done++)
        {
            var mutant = mutator.Make(first + done - 1);
            var (time, failure) = Parse(mutant);
            if (failure is not null)
            {
                failed++;
                Console.WriteLine($"FAILED {mutant.Recipe}: {failure}");
            }

            slowest = time > slowest.Time ? (time, mutant.Recipe) : slowest;
            if (done % Report == 0)
                Console.WriteLine($"{done} done in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {failed} failed");
        }

        Console.WriteLine($"{count} documents in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {failed} failed; slowest {slowest.Time.TotalMilliseconds:0} ms of CPU time ({slowest.Recipe})");
        return failed == 0 ? 0 : 1;
    }

    // Compiling code in the background costs time once: only a document that is late three times in a row is slow.
    private static (TimeSpan Time, string? Failure) Parse(Mutant mutant)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && best > Limit; attempt++)
        {
            var start = Environment.CpuUsage.TotalTime;
            try
            {
                new DocumentParser().Parse(mutant.File, mutant.Content);
            }
            catch (Exception e)
            {
                return (Environment.CpuUsage.TotalTime - start, e.ToString());
            }

            var time = Environment.CpuUsage.TotalTime - start;
            best = time < best ? time : best;
        }

        return (best, best > Limit ? $"took {best.TotalMilliseconds:0} ms" : null);
    }
}
