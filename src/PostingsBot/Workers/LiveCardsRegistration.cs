using PostingsBot.Cards;
using PostingsBot.Channels;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;

namespace PostingsBot.Workers;

internal static class LiveCardsRegistration
{
    public static void AddLiveCards(this IServiceCollection services, OpenCatalogue opened, CardRenderer cards)
    {
        var drawing = new LiveDrawing(cards);
        services.AddSingleton(provider => new LiveCards(opened.Stores.Delivered, drawing, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveCards>>()));
        services.AddSingleton(ChannelAdapters.Of);
        services.AddSingleton(provider => new LiveCardUpdates(
            opened.Stores.Delivered, drawing, provider.GetRequiredService<ICatalogue>(), opened.ReachAsync,
            provider.GetRequiredService<ChannelAdapters>().Find,
            provider.GetRequiredService<IConfiguration>()["MicrosoftAppId"] ?? "", provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveCardsWorker>>()));
        services.AddHostedService<LiveCardsWorker>();
    }
}
