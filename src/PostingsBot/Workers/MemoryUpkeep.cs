using System.Threading.Channels;
using PostingsBot.Storage.Importing;

namespace PostingsBot.Workers;

/// <summary>
/// Gives back what the start or a large import needed and nobody needs any more. An idle bot would keep it for hours: the collector has no reason to look.
/// </summary>
/// <param name="giveBack">What is done: <see cref="GiveBack"/>.</param>
/// <param name="clock">For waiting.</param>
internal sealed class MemoryUpkeep(Action giveBack, TimeProvider clock) : BackgroundService
{
    /// <summary>An import of fewer documents leaves little.</summary>
    private const int LeastRead = 100;

    /// <summary>Whoever calls at once is answered first; and half-way between two looks at the folders, the first of which reads again what was written just before the import.</summary>
    private static readonly TimeSpan Pause = new WatchOptions().Poll * 1.5;

    private readonly Channel<bool> wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public static void GiveBack(OpenCatalogue opened)
    {
        opened.Rest();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    public void After(ImportSummary summary)
    {
        if (summary.Read >= LeastRead)
            wanted.Writer.TryWrite(true);
    }

    /// <summary>Once after the start, and once after each large import, until cancelled.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        do
        {
            await Task.Delay(Pause, clock, ct);
            giveBack();
        }
        while (await wanted.Reader.ReadAsync(ct));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);
}
