using PostingsBot.Cards;
using PostingsBot.Channels.Slack;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;

namespace PostingsBot.Workers;

internal static class LiveCardsRegistration
{
    public static void AddLiveCards(this IServiceCollection services, OpenCatalogue opened, CardRenderer cards)
    {
        var drawing = new LiveDrawing(cards);
        services.AddSingleton(provider => new LiveCards(opened.Stores.Delivered, drawing, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveCards>>()));
        services.AddSingleton(provider => new LiveCardUpdates(
            opened.Stores.Delivered, drawing, provider.GetRequiredService<ICatalogue>(), opened.ReachAsync,
            channel => channel is SlackAdapter.ChannelId ? provider.GetService<SlackAdapter>() : (BotAdapter)provider.GetRequiredService<IBotFrameworkHttpAdapter>(),
            provider.GetRequiredService<IConfiguration>()["MicrosoftAppId"] ?? "", provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveCardsWorker>>()));
        services.AddHostedService<LiveCardsWorker>();
    }
}
