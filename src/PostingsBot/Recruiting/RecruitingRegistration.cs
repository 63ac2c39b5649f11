using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Recruiting.After;
using PostingsBot.Workers;

namespace PostingsBot.Recruiting;

internal static class RecruitingRegistration
{
    private const string AppId = "MicrosoftAppId";

    public static void AddRecruiting(this IServiceCollection services, OpenCatalogue opened, PostingsBotOptions options)
    {
        services.AddSingleton(provider => RecruitingDesk.Over(
            opened.Stores.Recruiting,
            opened.Catalogue,
            provider.GetRequiredService<Assistant>(),
            options.Recruiting,
            new Identity(!string.IsNullOrWhiteSpace(provider.GetRequiredService<IConfiguration>()[AppId])),
            opened.ReachAsync,
            // The page is open to this machine alone, unless it is given an origin.
            isTriedOut: provider.GetRequiredService<IHostEnvironment>().IsDevelopment() && options.WebChat.Origins.Count == 0,
            places: provider.GetRequiredService<OwnerPlaces>(),
            pages: new FileTransfer(
                new HttpClient(PublicHttp.Handler(), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, OptionsReader.Megabyte * options.MaxDocumentMegabytes, provider.GetRequiredService<TimeProvider>())));
        services.AddHostedService<ScheduledPublishing>();
    }
}
