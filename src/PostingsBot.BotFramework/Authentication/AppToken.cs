namespace PostingsBot.BotFramework.Authentication;

/// <summary>A token with which the bot proves to a channel who it is. A secret.</summary>
internal sealed record AppToken(string Value, DateTimeOffset ExpiresOn)
{
    /// <summary>A record would print its value.</summary>
    public override string ToString() => $"token until {ExpiresOn:O}";
}

/// <summary>Asks the identity platform for a token of the app.</summary>
internal interface IAppTokenSource
{
    /// <summary>A new token, never one from a cache.</summary>
    /// <exception cref="InvalidOperationException">The platform refused the app's credentials.</exception>
    /// <exception cref="HttpRequestException">The platform cannot be reached.</exception>
    Task<AppToken> RequestAsync(CancellationToken cancellationToken);
}
