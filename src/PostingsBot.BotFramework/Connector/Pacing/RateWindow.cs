using System.Runtime.InteropServices;

namespace PostingsBot.BotFramework.Connector.Pacing;

/// <summary>At most <paramref name="Most"/> requests within any stretch of time so long.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateWindow(int Most, TimeSpan Within);
