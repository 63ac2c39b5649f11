using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Workers;

namespace PostingsBot.Subscriptions;

internal static class SubscriptionsRegistration
{
    public static void AddSubscriptions(this IServiceCollection services, OpenCatalogue opened, PostingsBotOptions options)
    {
        var state = opened.Stores.State;
        services.AddSingleton(provider => new DestinationBook(state, provider.GetRequiredService<TeamsApp>().Conversations));
        services.AddSingleton(provider => new SubscriptionTalk(opened.Stores.Subscriptions, opened.Catalogue, provider.GetRequiredService<DestinationBook>(), new OwnerNames(state), options.MostAlerts));
    }
}
