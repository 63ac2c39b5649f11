using PostingsBot.Storage.Importing;
using PostingsBot.Tests.Support;
using PostingsBot.Workers;

namespace PostingsBot.Tests.Workers;

public sealed class MemoryUpkeepTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    public void Run_AnImportLater_GivesBackAgainWhenItWasLarge(int read, int times)
    {
        var world = new VirtualTime();
        var given = new List<TimeSpan>();
        var upkeep = new MemoryUpkeep(() => given.Add(world.Now), world);

        world.Run(async () =>
        {
            using var stop = new CancellationTokenSource();
            var running = upkeep.RunAsync(stop.Token);
            await Task.Delay(TimeSpan.FromMinutes(1), world, CancellationToken.None);
            upkeep.After(new ImportSummary { Read = read });
            await Task.Delay(TimeSpan.FromMinutes(1), world, CancellationToken.None);
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        });

        Assert.Equal(new[] { 15.0, 75 }.Take(times), given.Select(at => at.TotalSeconds));
    }
}
