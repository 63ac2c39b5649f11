using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PostingsBot.Core.Parsing;
using PostingsBot.Tests.Support;

namespace PostingsBot.Benchmarks;

/// <summary>
/// Parses damaged documents: `fuzz [documents] [first number]`. Ends with 1 when one of them throws or takes over two seconds, and prints the
/// number that makes it again: `fuzz 1 NUMBER`. Runs on two cores; start it with `nice` beside other work.
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
        var failures = new ConcurrentBag<string>();
        var slowest = (Time: TimeSpan.Zero, Recipe: "");
        var done = 0;
        var gate = new Lock();
        var start = Stopwatch.GetTimestamp();
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var mutant = mutator.Make(number);
            var (time, failure) = Parse(mutant);
            if (failure is not null)
            {
                failures.Add($"{mutant.Recipe}: {failure}");
                Console.WriteLine($"FAILED {mutant.Recipe}: {failure}");
            }

            lock (gate)
                slowest = time > slowest.Time ? (time, mutant.Recipe) : slowest;
            if (Interlocked.Increment(ref done) % Report == 0)
                Console.WriteLine($"{done} done in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {failures.Count} failed");
        });
        Console.WriteLine($"{count} documents in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {failures.Count} failed; slowest {slowest.Time.TotalMilliseconds:0} ms ({slowest.Recipe})");
        return failures.IsEmpty ? 0 : 1;
    }

    // A busy machine makes any document late once: only one that is late three times in a row is slow.
    private static (TimeSpan Time, string? Failure) Parse(Mutant mutant)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && best > Limit; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                new DocumentParser().Parse(mutant.File, mutant.Content);
            }
            catch (Exception e)
            {
                return (Stopwatch.GetElapsedTime(start), e.ToString());
            }

            var time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        return (best, best > Limit ? $"took {best.TotalMilliseconds:0} ms" : null);
    }
}
