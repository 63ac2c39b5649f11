using PostingsBot.Recruiting.After;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Recruiting.After;

public sealed class LeadTests
{
    private readonly FixedClock clock = new();
    private readonly MemoryDocumentStore store = new();

    [Fact]
    public async Task Hold_TwoBots_OneHoldsUntilItStops()
    {
        var (one, other) = (new Lead(store, "after", clock), new Lead(store, "after", clock));

        Assert.True(await one.HoldAsync(default));
        Assert.False(await other.HoldAsync(default));
        clock.Later += TimeSpan.FromMinutes(2);
        Assert.True(await one.HoldAsync(default));
        clock.Later += TimeSpan.FromMinutes(2);
        Assert.False(await other.HoldAsync(default));
        clock.Later += Lead.Lease;
        Assert.True(await other.HoldAsync(default));
        Assert.False(await one.HoldAsync(default));
    }

    [Fact]
    public async Task Hold_LeaseOfAClockThatWasADayAhead_HoldsNobodyBack()
    {
        clock.Later = TimeSpan.FromDays(1);
        Assert.True(await new Lead(store, "after", clock).HoldAsync(default));
        clock.Later = TimeSpan.Zero;

        Assert.True(await new Lead(store, "after", clock).HoldAsync(default));
    }

    [Fact]
    public async Task Hold_OtherWork_HasAHolderOfItsOwn()
    {
        Assert.True(await new Lead(store, "one", clock).HoldAsync(default));

        Assert.True(await new Lead(store, "other", clock).HoldAsync(default));
    }
}
