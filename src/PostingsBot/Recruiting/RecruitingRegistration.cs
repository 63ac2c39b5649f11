using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Workers;

namespace PostingsBot.Recruiting;

internal static class RecruitingRegistration
{
    private const string AppId = "MicrosoftAppId";

    /// <summary>Nothing where edits of roles are not kept.</summary>
    public static void AddRecruiting(this IServiceCollection services, OpenCatalogue opened, PostingsBotOptions options)
    {
        if (opened.Stores.Recruiting is not { } stores)
            return;
        services.AddSingleton(provider => RecruitingDesk.Over(
            stores,
            opened.Catalogue,
            provider.GetRequiredService<Assistant>(),
            options.Recruiting,
            new Identity(!string.IsNullOrWhiteSpace(provider.GetRequiredService<IConfiguration>()[AppId])),
            opened.ReachAsync,
            // The page is open to this machine alone, unless it is given an origin.
            isTriedOut: provider.GetRequiredService<IHostEnvironment>().IsDevelopment() && options.WebChat.Origins.Count == 0));
        services.AddHostedService<ScheduledPublishing>();
    }
}
