using Microsoft.Extensions.Logging;

namespace PostingsBot.BotFramework;

/// <summary>All log messages of the project. None holds text or names of people.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Request refused with {Status}: {Reason}")]
    public static partial void RequestRefused(ILogger logger, int status, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The channel answered {Status}; trying again in {Delay} (attempt {Attempt})")]
    public static partial void SendRetried(ILogger logger, int status, TimeSpan delay, int attempt);

    [LoggerMessage(7, LogLevel.Warning, "The connection to the channel broke ({Kind}); trying again in {Delay} (attempt {Attempt})")]
    public static partial void SendBroken(ILogger logger, HttpRequestError kind, TimeSpan delay, int attempt);

    [LoggerMessage(3, LogLevel.Error, "No token for the channels from the identity platform: {Reason}")]
    public static partial void NoToken(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Error, "The signing keys could not be fetched from {Url}: {Reason}")]
    public static partial void NoSigningKeys(ILogger logger, string url, string reason);

    [LoggerMessage(5, LogLevel.Information, "An activity on channel {Channel} was delivered again and not answered twice")]
    public static partial void DeliveredAgain(ILogger logger, string channel);
}
