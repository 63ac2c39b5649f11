using System.Diagnostics;
using PostingsBot.Benchmarks.Search;
using PostingsBot.Storage;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Benchmarks.Importing;

/// <summary>Writes made postings as an import writes those that it has read. Making them is not counted: some batches are made, then written.</summary>
internal static class Filling
{
    private const int BatchesAtOnce = 8;

    /// <param name="store">Where to.</param>
    /// <param name="from">The first posting's number.</param>
    /// <param name="to">The number behind the last posting's.</param>
    /// <param name="edit">Makes a posting.</param>
    /// <param name="told">Told now and then how many are written and how long that took.</param>
    public static async Task<(TimeSpan Clock, TimeSpan Cpu)> RunAsync(
        ICatalogueStore store, int from, int to, Func<int, DocumentEdit> edit, Action<int, TimeSpan>? told = null)
    {
        var size = new ImportOptions().BatchSize;
        var (clock, cpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var next = from; next < to; next += size * BatchesAtOnce)
        {
            var made = Enumerable.Range(next, Math.Min(size * BatchesAtOnce, to - next)).AsParallel().AsOrdered().Select(edit).Chunk(size).ToList();
            var start = Watch.Now();
            await using (var writer = new BatchWriter(store, _ => { }))
            {
                foreach (var batch in made)
                    await writer.WriteAsync(batch, CancellationToken.None);
                await writer.FinishAsync();
            }

            clock += Stopwatch.GetElapsedTime(start.Start);
            cpu += Environment.CpuUsage.TotalTime - start.Cpu;
            told?.Invoke(next + made.Sum(batch => batch.Length) - from, clock);
        }

        return (clock, cpu);
    }
}
