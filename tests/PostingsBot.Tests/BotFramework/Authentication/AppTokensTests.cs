using PostingsBot.Tests.BotFramework.Fakes;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework.Authentication;

public class AppTokensTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly InstantTimeProvider _time = new();
    private readonly AppTokenStub _source;
    private readonly LogLines _log = new();
    private readonly AppTokens _tokens;

    public AppTokensTests()
    {
        _source = new AppTokenStub(_time);
        _tokens = new AppTokens(_source, _time, _log);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AsksOnce()
    {
        var gate = new TaskCompletionSource();
        _source.Answers = gate.Task;
        var waiting = Enumerable.Range(0, 20).Select(_ => GetAsync()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("token-1", token));
        Assert.Equal(1, _source.Requests);
    }

    [Fact]
    public async Task Get_UntilItIsNearItsEnd_IsTheSame()
    {
        await GetAsync();
        _time.Pass(TimeSpan.FromHours(1) - AppTokens.Early - Second);

        Assert.Equal("token-1", await GetAsync());
        Assert.Equal(1, _source.Requests);
    }

    [Fact]
    public async Task Get_NearItsEnd_GivesTheOldOneAndRenewsBehind()
    {
        await GetAsync();
        _time.Pass(TimeSpan.FromHours(1) - AppTokens.Early);

        Assert.Equal("token-1", await GetAsync());
        await UntilAsync("token-2");
        Assert.Equal(2, _source.Requests);
    }

    [Fact]
    public async Task Get_AtItsEnd_WaitsForTheNewOne()
    {
        await GetAsync();
        _time.Pass(TimeSpan.FromHours(1) - AppTokens.Last);

        Assert.Equal("token-2", await GetAsync());
    }

    [Fact]
    public async Task Get_RenewalFails_KeepsTheOldOneAndPauses()
    {
        await GetAsync();
        _time.Pass(TimeSpan.FromHours(1) - AppTokens.Early);
        _source.Failure = new HttpRequestException("the platform is away");

        Assert.Equal("token-1", await GetAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (_log.Lines.IsEmpty) await Task.Delay(10, limit.Token);
        Assert.Contains("the platform is away", Assert.Single(_log.Lines), StringComparison.Ordinal);
        for (var i = 0; i < 10; i++) Assert.Equal("token-1", await GetAsync());
        Assert.Equal(2, _source.Requests);
    }

    [Fact]
    public async Task Get_FailsAtFirst_ThrowsAndTriesAgainNextTime()
    {
        _source.Failure = new InvalidOperationException("refused");
        await Assert.ThrowsAsync<InvalidOperationException>(GetAsync);
        _source.Failure = null;

        Assert.Equal("token-2", await GetAsync());
    }

    [Fact]
    public async Task Get_CallerGivesUp_TheOthersGetTheToken()
    {
        var gate = new TaskCompletionSource();
        _source.Answers = gate.Task;
        using var gone = new CancellationTokenSource();
        var first = _tokens.GetAsync(gone.Token).AsTask();
        var second = GetAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal("token-1", await second);
    }

    [Fact]
    public async Task Discard_TheRefusedToken_GetsANewOneOnce()
    {
        var refused = await _tokens.GetAsync(default);
        _tokens.Discard(refused);
        Assert.Equal("token-2", await GetAsync());

        _tokens.Discard(refused);
        Assert.Equal("token-2", await GetAsync());
    }

    [Fact]
    public void ToString_Token_DoesNotTellIt() => Assert.DoesNotContain("geheim", new AppToken("geheim", InstantTimeProvider.Now).ToString(), StringComparison.Ordinal);

    private async Task<string> GetAsync() => (await _tokens.GetAsync(default)).Value;

    private async Task UntilAsync(string token)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await GetAsync() != token) await Task.Delay(10, limit.Token);
    }
}
