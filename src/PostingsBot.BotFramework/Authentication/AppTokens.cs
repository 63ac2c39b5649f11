using Microsoft.Extensions.Logging;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// Keeps the app's token and renews it before it ends. At most one request for a token is under way; while the old token
/// lives, nobody waits for the new one.
/// </summary>
internal sealed class AppTokens(IAppTokenSource source, TimeProvider time, ILogger logger)
{
    /// <summary>A token that ends sooner is renewed.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(10);

    /// <summary>A token that ends sooner is not sent any more: it could end on its way.</summary>
    public static readonly TimeSpan Last = TimeSpan.FromMinutes(1);

    /// <summary>Pause after a renewal that failed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private AppToken? _token;
    private Task<AppToken>? _request;
    private DateTimeOffset _nextRenewal;

    /// <exception cref="InvalidOperationException">The platform refused the app's credentials.</exception>
    /// <exception cref="HttpRequestException">The platform cannot be reached.</exception>
    public async ValueTask<AppToken> GetAsync(CancellationToken cancellationToken)
    {
        Task<AppToken> request;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_token is { } token && now < token.ExpiresOn - Last)
            {
                if (now >= token.ExpiresOn - Early && now >= _nextRenewal) _request ??= RequestAsync();
                return token;
            }
            request = _request ??= RequestAsync();
        }
        return await request.WaitAsync(cancellationToken);
    }

    /// <summary>A channel refused this token: the next call gets a new one.</summary>
    public void Discard(AppToken refused)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_token, refused)) _token = null;
        }
    }

    // Belongs to no caller: one that gives up does not take the token from the others.
    private async Task<AppToken> RequestAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var token = await source.RequestAsync(CancellationToken.None);
            lock (_lock) _token = token;
            return token;
        }
        catch (Exception error) when (error is HttpRequestException or InvalidOperationException)
        {
            Log.NoToken(logger, error.Message);
            throw;
        }
        finally
        {
            lock (_lock)
            {
                _request = null;
                _nextRenewal = time.GetUtcNow() + Pause;
            }
        }
    }
}
