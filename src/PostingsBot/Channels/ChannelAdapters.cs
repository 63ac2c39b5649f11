using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;

namespace PostingsBot.Channels;

/// <summary>Which adapter leads to a channel, for messages that the bot begins.</summary>
/// <param name="botFramework">Teams and whatever else has a connector.</param>
/// <param name="own">The adapters of our own channels, by the channel's id; null for one that is switched off.</param>
/// <param name="appId">The bot's; empty on a machine of one's own.</param>
internal sealed class ChannelAdapters(BotAdapter botFramework, IReadOnlyDictionary<string, BotAdapter?> own, string appId)
{
    public static ChannelAdapters Of(IServiceProvider services) => new(
        (BotAdapter)services.GetRequiredService<IBotFrameworkHttpAdapter>(),
        new Dictionary<string, BotAdapter?>(StringComparer.OrdinalIgnoreCase)
        {
            [SlackAdapter.ChannelId] = services.GetService<SlackAdapter>(),
            [DirectLineAdapter.ChannelId] = services.GetService<DirectLineAdapter>(),
        },
        services.GetRequiredService<IConfiguration>()["MicrosoftAppId"] ?? "");

    /// <summary>Null where the bot is not at the moment.</summary>
    public BotAdapter? Find(string channel) => own.TryGetValue(channel, out var adapter) ? adapter : botFramework;

    /// <exception cref="InvalidOperationException">The bot is not on the channel at the moment.</exception>
    public Task ContinueAsync(ConversationReference reference, Func<ITurnContext, CancellationToken, Task> turn, CancellationToken ct) =>
        (Find(reference.ChannelId ?? "") ?? throw new InvalidOperationException($"The bot is not on the channel {reference.ChannelId} at the moment."))
            .ContinueConversationAsync(appId, reference, (context, stop) => turn(context, stop), ct);
}
