using System.Security.Claims;

namespace PostingsBot.BotFramework.Authentication;

internal enum CallerKind
{
    /// <summary>Somebody on this machine; the bot has no app id.</summary>
    Local,

    /// <summary>A channel, through Azure Bot Service.</summary>
    Channel,

    /// <summary>The Bot Framework Emulator of somebody who has the app's secret.</summary>
    Emulator,
}

/// <summary>Who sent a request, as far as it can be told before its body is read.</summary>
internal sealed record Caller(CallerKind Kind, ClaimsIdentity Identity)
{
    /// <summary>Channels that the key may speak for which signed the token.</summary>
    public IReadOnlySet<string> Endorsements { get; init; } = new HashSet<string>();

    /// <summary>The one service URL that the token is good for; null when it names none.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The activity's callerId; null when no cloud vouches for the caller.</summary>
    public string? Id { get; init; }
}

/// <summary>The caller, or why the request is refused; never both.</summary>
internal readonly record struct CallerCheck(Caller? Caller, Refusal? Refusal)
{
    public static CallerCheck Unauthorized(string reason) => new(null, new Refusal(401, reason));
}
