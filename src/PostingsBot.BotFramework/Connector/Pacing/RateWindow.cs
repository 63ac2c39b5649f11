namespace PostingsBot.BotFramework.Connector.Pacing;

/// <summary>At most <paramref name="Most"/> requests within any stretch of time so long.</summary>
internal readonly record struct RateWindow(int Most, TimeSpan Within);
