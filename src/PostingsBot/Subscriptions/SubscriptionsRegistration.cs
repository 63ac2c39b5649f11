using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Recruiting;
using PostingsBot.Saving;
using PostingsBot.Workers;

namespace PostingsBot.Subscriptions;

internal static class SubscriptionsRegistration
{
    public static void AddSubscriptions(this IServiceCollection services, OpenCatalogue opened, PostingsBotOptions options)
    {
        var state = opened.Stores.State;
        services.AddSingleton(provider => new DestinationBook(state, provider.GetRequiredService<TeamsApp>().Conversations));
        services.AddSingleton(provider => new OwnerLeaving(opened.Stores.Subscriptions, opened.Stores.Outbox, new OwnerNames(state), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SubscriptionTalk(
            opened.Stores.Subscriptions, opened.Catalogue, provider.GetRequiredService<DestinationBook>(), new OwnerNames(state), options.MostAlerts,
            new WhoMay(options.Recruiting, opened.Stores.Recruiting.Grants, PagePeople.Nobody)) { Leaving = provider.GetRequiredService<OwnerLeaving>() });
        services.AddSingleton(provider => new SavedTalk(opened.Stores.Saved, provider.GetRequiredService<Assistant>(), provider.GetRequiredService<DestinationBook>(), provider.GetRequiredService<TimeProvider>()));
    }
}
