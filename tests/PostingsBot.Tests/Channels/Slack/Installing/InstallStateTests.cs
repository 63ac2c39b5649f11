using Microsoft.AspNetCore.DataProtection;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Channels.Slack.Installing;

public class InstallStateTests
{
    private readonly FixedClock clock = new();
    private readonly EphemeralDataProtectionProvider keys = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public void IsGood_Age_ForTenMinutes(int minutes, bool isGood)
    {
        var state = new InstallState(keys, clock);
        var (made, nonce) = state.Begin();
        clock.Later = TimeSpan.FromMinutes(minutes);

        Assert.Equal(isGood, state.IsGood(made, nonce));
    }

    [Fact]
    public void IsGood_OfAnotherBrowserOrForged_IsRefused()
    {
        var state = new InstallState(keys, clock);
        var (made, nonce) = state.Begin();
        var (other, otherNonce) = state.Begin();

        Assert.False(state.IsGood(made, otherNonce));
        Assert.False(state.IsGood(other, nonce));
        Assert.False(state.IsGood(made, null));
        Assert.False(state.IsGood(null, nonce));
        Assert.False(state.IsGood("x" + made, nonce));
        Assert.False(state.IsGood(made[..^2], nonce));
        Assert.False(state.IsGood(new string('a', 5_000), nonce));
        Assert.False(new InstallState(new EphemeralDataProtectionProvider(), clock).IsGood(made, nonce));
        Assert.Equal((2, 2), (new HashSet<string> { made, other }.Count, new HashSet<string> { nonce, otherNonce }.Count));
    }
}
