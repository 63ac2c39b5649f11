using PostingsBot.Cards;
using PostingsBot.Channels.Slack.Installing;
using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Slack.Working;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Storage.Inbox;

namespace PostingsBot.Channels.Slack;

internal static class SlackRegistration
{
    /// <summary>Adds Slack when it is configured. It needs an <see cref="IBot"/>, the catalogue and the stores beside it.</summary>
    /// <exception cref="ConfigurationErrorException">A key is missing or cannot be used.</exception>
    public static IServiceCollection AddSlack(this IServiceCollection services, PostingsBotOptions options, IInbox inbox) =>
        options.Slack.IsOn ? services.AddSlackApi(options).AddSlackReceiving(options.Slack, inbox) : services;

    /// <summary>Adds what takes Slack in and answers. It needs the Web API, an <see cref="IBot"/>, the catalogue and the stores beside it.</summary>
    public static IServiceCollection AddSlackReceiving(this IServiceCollection services, SlackOptions options, IInbox inbox)
    {
        services
            .AddSingleton(inbox)
            .AddSingleton(provider => new InboxWriter(inbox, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<SlackWorker>().Came))
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
        if (options.AppToken is not null)
            services.AddHostedService<SlackSocket>();
        return services;
    }

    /// <summary>Maps <c>/slack/events</c>, <c>/slack/interactivity</c>, <c>/slack/commands</c>, <c>/slack/options</c> and where workspaces install the app.</summary>
    public static void MapSlack(this IEndpointRouteBuilder endpoints)
    {
        endpoints.ServiceProvider.GetService<SlackEndpoints>()?.Map(endpoints);
        endpoints.MapSlackInstalling();
    }
}
