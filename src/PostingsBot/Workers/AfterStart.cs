namespace PostingsBot.Workers;

/// <summary>
/// Gives back, once, what the start needed and nobody needs any more. An idle bot would keep it for hours: the collector has no reason to look.
/// </summary>
internal static class AfterStart
{
    /// <summary>Whoever calls at once is answered first.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static async Task TidyAsync(OpenCatalogue opened, TimeProvider clock, CancellationToken stopping)
    {
        await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested)
            return;
        opened.Rest();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
