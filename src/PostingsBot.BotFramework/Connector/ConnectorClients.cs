using Microsoft.Extensions.Logging;
using PostingsBot.BotFramework.Authentication;
using PostingsBot.BotFramework.Connector.Pacing;

namespace PostingsBot.BotFramework.Connector;

/// <summary>Makes connector clients; all of them share the limits of the channels and, with an app id, the app's tokens.</summary>
internal sealed class ConnectorClients(IHttpClientFactory? httpClientFactory, AppTokens? tokens, TimeProvider time, ILogger logger)
{
    private readonly ConnectorPacing _pacing = new(time);

    /// <param name="to">Its service URL was verified.</param>
    public ConnectorClient Create(in Destination to) => new(
        new ConnectorSender(
            OutgoingHttp.Connector.Create(httpClientFactory), tokens, _pacing.Of(to.ChannelId, to.TenantId), to.IsProactive ? Patience.Proactive : Patience.Turn, time, logger),
        to.ServiceUrl!);
}
