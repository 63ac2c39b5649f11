using Microsoft.Extensions.Logging;

namespace PostingsBot.BotFramework;

/// <summary>All log messages of the project. None holds text or names of people.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Request refused with {Status}: {Reason}")]
    public static partial void RequestRefused(ILogger logger, int status, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The channel answered {Status}; trying again in {Delay} (attempt {Attempt})")]
    public static partial void SendRetried(ILogger logger, int status, TimeSpan delay, int attempt);
}
