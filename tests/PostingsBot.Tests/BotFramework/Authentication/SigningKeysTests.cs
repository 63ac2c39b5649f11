using System.Net;
using PostingsBot.Tests.BotFramework.Fakes;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Authentication;

/// <summary>The issuer's keys over time: roll-over, withdrawal and outages.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    private static readonly TestKey Second = new("key-2", "msteams");

    private readonly InstantTimeProvider _time = new();
    private readonly LogLines _log = new();
    private IdentityProvider _identity = null!;
    private SigningKeys _keys = null!;

    public async Task InitializeAsync()
    {
        _identity = await IdentityProvider.StartAsync();
        _keys = new SigningKeys(_identity.MetadataUrl, null, _time, _log);
    }

    public async Task DisposeAsync() => await _identity.DisposeAsync();

    [Fact]
    public async Task Find_KnownKeyManyTimes_FetchesOnceWithTheEndorsements()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FindAsync("key-1")));

        Assert.All(found, lookup => Assert.Equal(["msteams", "webchat"], lookup.Key!.Endorsements.Order()));
        Assert.Equal(1, _identity.Fetches);
    }

    [Fact]
    public async Task Find_NewKeyAfterRollOver_FetchesAgainAndFindsIt()
    {
        await FindAsync("key-1");
        _identity.Keys.Add(Second);
        _time.Pass(SigningKeys.Pause);

        Assert.NotNull((await FindAsync("key-2")).Key);
        Assert.NotNull((await FindAsync("key-1")).Key);
        Assert.Equal(2, _identity.Fetches);
    }

    [Fact]
    public async Task Find_UnknownKeysInARow_FetchesAtMostOnceAMinute()
    {
        await FindAsync("key-1");
        for (var i = 0; i < 10; i++) Assert.Equal(default, await FindAsync($"unknown-{i}"));
        Assert.Equal(1, _identity.Fetches);

        _time.Pass(SigningKeys.Pause);
        for (var i = 0; i < 10; i++) Assert.Equal(default, await FindAsync($"unknown-{i}"));
        Assert.Equal(2, _identity.Fetches);
    }

    [Fact]
    public async Task Find_WithdrawnKey_IsGoneAfterTheRenewal()
    {
        await FindAsync("key-1");
        _identity.Keys[0] = Second;
        _time.Pass(SigningKeys.Longest);

        Assert.Equal(default, await FindAsync("key-1"));
    }

    [Fact]
    public async Task Find_KeysNoLongerFresh_ServesThemAndRenewsBehind()
    {
        await FindAsync("key-1");
        _time.Pass(SigningKeys.Fresh);

        Assert.NotNull((await FindAsync("key-1")).Key);
        await UntilAsync(() => _identity.Fetches == 2);
        _time.Pass(SigningKeys.Longest - TimeSpan.FromSeconds(1));
        await UntilAsync(async () => (await FindAsync("key-1")).Key is not null);
    }

    [Fact]
    public async Task Find_OutageAtTheStart_SaysWhenToComeAgainAndRecovers()
    {
        _identity.Instead = (500, "down");

        Assert.Equal(new SigningKeyLookup(null, SigningKeys.PauseAfterFailure), await FindAsync("key-1"));
        _time.Pass(TimeSpan.FromSeconds(4));
        Assert.Equal(new SigningKeyLookup(null, TimeSpan.FromSeconds(6)), await FindAsync("key-1"));
        Assert.Equal(1, _identity.Fetches);
        Assert.Contains(_log.Lines, line => line.Contains(_identity.MetadataUrl, StringComparison.Ordinal));

        _identity.Instead = null;
        _time.Pass(TimeSpan.FromSeconds(6));
        Assert.NotNull((await FindAsync("key-1")).Key);
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{}")]
    [InlineData("""{"jwks_uri":"http://127.0.0.1:1/keys"}""")]
    public async Task Find_OddDocument_IsAnOutage(string body)
    {
        _identity.Instead = (200, body);

        Assert.NotNull((await FindAsync("key-1")).RetryAfter);
    }

    [Fact]
    public async Task Find_OutageLater_KeepsTheKeysForADayAndNoLonger()
    {
        await FindAsync("key-1");
        _identity.Instead = (500, "down");
        _time.Pass(SigningKeys.Longest - TimeSpan.FromSeconds(1));
        Assert.NotNull((await FindAsync("key-1")).Key);

        _time.Pass(TimeSpan.FromSeconds(1));
        Assert.NotNull((await FindAsync("key-1")).RetryAfter);
    }

    [Fact]
    public async Task Find_NewKeyDuringAnOutage_SaysWhenToComeAgainAndServesTheOthers()
    {
        await FindAsync("key-1");
        _identity.Instead = (500, "down");
        _time.Pass(SigningKeys.Pause);

        Assert.Equal(new SigningKeyLookup(null, SigningKeys.PauseAfterFailure), await FindAsync("key-2"));
        Assert.NotNull((await FindAsync("key-1")).Key);
    }

    [Fact]
    public async Task Process_OutageOfTheIssuer_Is503WithRetryAfter()
    {
        _identity.Instead = (500, "down");
        await using var server = await BotServer.StartWithAppAsync(_identity, (_, _) => Task.CompletedTask);

        var answer = await server.PostAsync("{", _identity.Token("https://smba.trafficmanager.net/emea/"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, 10), (answer.Status, answer.RetryAfter));
    }

    private Task<SigningKeyLookup> FindAsync(string id) => _keys.FindAsync(id, default).AsTask();

    private static Task UntilAsync(Func<bool> reached) => UntilAsync(() => Task.FromResult(reached()));

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await reached()) await Task.Delay(10, limit.Token);
    }
}
