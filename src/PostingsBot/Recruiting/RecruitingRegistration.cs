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
            PageOf(options.WebChat, provider.GetRequiredService<IHostEnvironment>().IsDevelopment()),
            places: provider.GetRequiredService<OwnerPlaces>(),
            pages: new FileTransfer(
                new HttpClient(PublicHttp.Handler(), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, OptionsReader.Megabyte * options.MaxDocumentMegabytes, provider.GetRequiredService<TimeProvider>())));
        services.AddHostedService<ScheduledPublishing>();
    }

    /// <summary>The page is open to this machine alone, unless it is given an origin.</summary>
    internal static PagePeople PageOf(WebChatOptions page, bool isDevelopment) =>
        page.Secret is not null ? PagePeople.SignedIn : isDevelopment && page.Origins.Count == 0 ? PagePeople.Everybody : PagePeople.Nobody;
}
