using PostingsBot.Cards;
using PostingsBot.Channels;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Saving;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Digests;

internal static class DigestsRegistration
{
    /// <param name="services">They need the adapters and the live cards beside it.</param>
    /// <param name="opened">Where subscriptions, digests and the outbox are.</param>
    /// <param name="cards">Draws digests.</param>
    /// <param name="isOn">False leaves everything as it is until the bot is started with digests again.</param>
    public static void AddDigests(this IServiceCollection services, OpenCatalogue opened, CardRenderer cards, bool isOn)
    {
        services.AddSingleton(opened.Stores.Digests).AddSingleton(opened.Stores.Subscriptions).AddSingleton(opened.Stores.Outbox).AddSingleton(opened.Stores.Saved);
        if (!isOn)
            return;
        var matched = new MatchedCatalogue(opened.Stores.Digests, opened.ReachAsync);
        services.AddSingleton(provider => new NewsMatcher(opened.Stores.Digests, opened.Store, provider.GetRequiredService<ICatalogue>(), opened.ReachAsync, provider.GetRequiredService<TimeProvider>()));
        // Two, since the one writes while the other reads and builds; a third would wait for either.
        services.AddSingleton(provider => new MatchedRoles(opened.Store, provider.GetRequiredService<ICatalogue>()));
        services.AddSingleton(NewMaker);
        services.AddSingleton(NewMaker);
        services.AddSingleton(provider => new DigestProgress(opened.Stores.Digests, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DigestsWorker>>()));
        services.AddSingleton(provider => new OutboxSender(
            opened.Stores.Outbox, opened.Stores.Subscriptions, provider.GetRequiredService<DestinationBook>(), new OutboxDrawing(cards, provider.GetRequiredService<ICatalogue>()),
            matched, provider.GetRequiredService<LiveCards>(), provider.GetRequiredService<ChannelAdapters>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DigestsWorker>>()));
        services.AddSingleton(provider => new SavedNews(opened.Stores.Saved, provider.GetRequiredService<ICatalogue>(), opened.ReachAsync, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<DigestsWorker>();

        DigestMaker NewMaker(IServiceProvider provider) => new(
            opened.Stores.Digests, provider.GetRequiredService<MatchedRoles>(), matched,
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DigestsWorker>>());
    }
}
