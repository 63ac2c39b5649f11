using System.Runtime.InteropServices;

namespace PostingsBot.BotFramework.Connector;

/// <summary>Where requests of one turn go.</summary>
/// <param name="IsProactive">Nobody's request waits for it, so it may be tried again for minutes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Destination(string? ServiceUrl, string? ChannelId, string? TenantId, bool IsProactive = false);
