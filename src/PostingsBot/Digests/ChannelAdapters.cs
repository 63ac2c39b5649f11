using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;

namespace PostingsBot.Digests;

/// <summary>Which adapter leads to a channel, for messages that the bot begins.</summary>
/// <param name="botFramework">Teams and whatever else has a connector.</param>
/// <param name="others">The adapters of our own channels, by the channel's id.</param>
/// <param name="appId">The bot's; empty on a machine of one's own.</param>
internal sealed class ChannelAdapters(BotAdapter botFramework, IReadOnlyDictionary<string, BotAdapter> others, string appId)
{
    public static ChannelAdapters Of(IServiceProvider services)
    {
        var others = new Dictionary<string, BotAdapter>(StringComparer.OrdinalIgnoreCase);
        if (services.GetService<SlackAdapter>() is { } slack)
            others[SlackAdapter.ChannelId] = slack;
        if (services.GetService<DirectLineAdapter>() is { } page)
            others[DirectLineAdapter.ChannelId] = page;
        return new ChannelAdapters((BotAdapter)services.GetRequiredService<IBotFrameworkHttpAdapter>(), others, services.GetRequiredService<IConfiguration>()["MicrosoftAppId"] ?? "");
    }

    public Task ContinueAsync(ConversationReference reference, Func<ITurnContext, CancellationToken, Task> turn, CancellationToken ct) =>
        (others.GetValueOrDefault(reference.ChannelId ?? "") ?? botFramework).ContinueConversationAsync(appId, reference, (context, stop) => turn(context, stop), ct);
}
