using System.Collections.Concurrent;

namespace PostingsBot.BotFramework.Connector.Pacing;

/// <summary>The limits of the channels that publish some, for all requests of this process: each tenant of Teams has its own, for as long as the process lives.</summary>
internal sealed class ConnectorPacing(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LanePacer> _tenants = new(StringComparer.Ordinal);

    /// <summary>Null for a channel without published limits.</summary>
    public LanePacer? Of(string? channelId, string? tenantId) =>
        channelId == "msteams" ? _tenants.GetOrAdd(tenantId ?? "", static (_, clock) => new LanePacer(clock, TeamsLimits.Tenant), time) : null;
}
