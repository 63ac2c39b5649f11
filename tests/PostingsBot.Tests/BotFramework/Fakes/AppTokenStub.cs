using System.Globalization;

namespace PostingsBot.Tests.BotFramework.Fakes;

/// <summary>An identity platform that counts what it is asked for: "token-1", "token-2" and so on, each for an hour.</summary>
internal sealed class AppTokenStub(TimeProvider? time = null) : IAppTokenSource
{
    private int _requests;

    public int Requests => _requests;

    /// <summary>Thrown instead of a token.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Awaited before the answer.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    public async Task<AppToken> RequestAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        await Answers;
        if (Failure is not null) throw Failure;
        return new AppToken("token-" + number.ToString(CultureInfo.InvariantCulture), (time?.GetUtcNow() ?? InstantTimeProvider.Now).AddHours(1));
    }
}
