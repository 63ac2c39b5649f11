using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Storage.Inbox;

namespace PostingsBot.Channels.Slack;

internal static class SlackRegistration
{
    /// <summary>Adds what takes Slack in and answers. It needs the Web API, an <see cref="IBot"/>, the catalogue and the stores beside it.</summary>
    public static IServiceCollection AddSlackReceiving(this IServiceCollection services, SlackOptions options, IInbox inbox)
    {
        if (!options.IsOn)
            return services;
        services
            .AddSingleton(inbox)
            .AddSingleton(provider => new InboxWriter(inbox, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<SlackWorker>().Wake))
            .AddSingleton<SlackSender>()
            .AddSingleton<SlackAsides>()
            .AddSingleton<SlackAdapter>()
            .AddSingleton<SlackTurns>()
            .AddSingleton<FindForm>()
            .AddSingleton(provider => provider.GetRequiredService<TeamsApp>().NewPosting)
            .AddSingleton<SlackPostings>()
            .AddSingleton<SlackUnfurls>()
            .AddSingleton<SlackHome>()
            .AddSingleton<SlackDesk>()
            .AddSingleton<SlackAtOnce>()
            .AddSingleton<SlackDoor>()
            .AddSingleton<SlackWorker>()
            .AddHostedService(provider => provider.GetRequiredService<SlackWorker>());
        if (options.SigningSecret is { } secret)
            services.AddSingleton(provider => new SlackSignature(secret, provider.GetRequiredService<TimeProvider>())).AddSingleton<SlackEndpoints>();
        return services;
    }

    /// <summary>Maps <c>/slack/events</c>, <c>/slack/interactivity</c>, <c>/slack/commands</c> and <c>/slack/options</c>.</summary>
    public static void MapSlack(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<SlackEndpoints>() is { } mapped)
            mapped.Map(endpoints);
    }
}
