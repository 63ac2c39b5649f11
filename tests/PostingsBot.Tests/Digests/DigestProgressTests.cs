using Microsoft.AspNetCore.Http.HttpResults;
using PostingsBot.Commands;
using PostingsBot.Digests;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Digests;

/// <summary>What an operator sees of a large run: 1,200 alerts that are due together, of which a step makes 500.</summary>
public sealed class DigestProgressTests : IDisposable
{
    private const string Going = "1,000 of 1,200 alerts done since 09:00:00 UTC, 100 a second, about 2 s left; 0 messages sent, 0 waiting to be sent.";

    private readonly DigestWorld world = new();
    private readonly LogLines log = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Show_LargeRun_SaidNowAndThenAndOnceWhenDone()
    {
        var progress = new DigestProgress(world.Digests, world.Clock, log);
        await BeginAsync();
        await progress.ShowAsync(default);
        Assert.Empty(log.Lines);

        await GoOnAsync();
        await progress.ShowAsync(default);
        await world.MakeAsync();
        await progress.ShowAsync(default);
        await progress.ShowAsync(default);

        Assert.Equal(["Digests: " + Going, "Digests: all 1,200 alerts done in 10 s; 0 messages sent so far."], log.Lines);
    }

    [Fact]
    public async Task Show_NobodyMakesDigestsAnyMore_NotCalledARun()
    {
        var progress = new DigestProgress(world.Digests, world.Clock, log);
        await BeginAsync();

        world.Clock.Later += TimeSpan.FromMinutes(2);
        await progress.ShowAsync(default);

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Status_LaterRun_CountsAnew()
    {
        await BeginAsync();
        await GoOnAsync();
        await world.MakeAsync();

        world.NineOf(2);
        await world.MakeAsync();
        world.Clock.Later += TimeSpan.FromSeconds(1);

        var run = RunProgress.Of(await world.Digests.StatusAsync(world.Clock.GetUtcNow(), default), world.Clock.GetUtcNow());
        Assert.Equal((500, 1_200), (run!.Done, run.Total));
        Assert.Null(run.PerSecond);
    }

    [Fact]
    public async Task CommandAndHealth_LargeRun_SameNumbers()
    {
        await BeginAsync();
        await GoOnAsync();
        using var output = new StringWriter();

        await DigestsCommand.ShowAsync(world.Digests, world.Outbox, world.Clock.GetUtcNow(), output, default);
        var health = Assert.IsType<ContentHttpResult>(await DigestHealth.ReadAsync(world.Digests, world.Clock, default)).ResponseContent!;

        Assert.Contains("Now: " + Going, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"done\":1000,\"total\":1200,\"perSecond\":100,\"secondsLeft\":2,\"sent\":0", health, StringComparison.Ordinal);
    }

    private async Task BeginAsync()
    {
        for (var n = 0; n < 1_200; n++)
            await world.SubscribeAsync($"{n}", "Go", $"c{n}");
        world.NineOf(1);
        await world.MakeAsync();
    }

    private Task GoOnAsync()
    {
        world.Clock.Later += DigestProgress.Between;
        return world.MakeAsync();
    }
}
