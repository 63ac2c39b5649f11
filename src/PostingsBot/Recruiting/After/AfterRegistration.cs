using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Recruiting.After;

internal static class AfterRegistration
{
    /// <summary>What happens to roles after they were posted, and what is kept of people.</summary>
    /// <exception cref="ConfigurationErrorException">The write-back folder is a part of the catalogue.</exception>
    public static void AddAfter(this IServiceCollection services, OpenCatalogue opened, PostingsBotOptions options)
    {
        var (state, recruiting) = (opened.Stores.State, opened.Stores.Recruiting);
        services.AddSingleton(provider => new OwnerPlaces(state, provider.GetRequiredService<DestinationBook>(), Clock(provider)));
        services.AddSingleton(provider => new OwnerNotices(state, opened.Stores.Outbox, recruiting.Unanswered, provider.GetRequiredService<OwnerPlaces>(), Clock(provider)));
        services.AddSingleton(provider => new UnansweredNotes(recruiting.Unanswered, recruiting.Edits, state, Clock(provider), provider.GetRequiredService<ILogger<UnansweredNotes>>()));
        services.AddSingleton(provider => new NoticeActions(recruiting.Edits, opened.ReachAsync));
        services.AddSingleton(provider => PersonalTalk.Over(opened.Stores, provider.GetRequiredService<DestinationBook>(), Clock(provider)));
        services.AddHostedService(provider => WorkerOf(provider, opened, recruiting, options));
        if (options.Recruiting.WriteBackFolder is { } folder)
        {
            var writeBack = WriteBackFolder.Checked(folder, options.Catalogue);
            var cursor = Path.Combine(options.DataFolder, $"write-back-{RolePrint.Hash(Path.GetFullPath(folder))[..12]}");
            services.AddHostedService(provider => new WriteBackWorker(writeBack, cursor, opened.Store, recruiting.Edits, Clock(provider), provider.GetRequiredService<ILogger<WriteBackWorker>>()));
        }
    }

    private static AfterWorker WorkerOf(IServiceProvider provider, OpenCatalogue opened, RecruitingStores recruiting, PostingsBotOptions options)
    {
        var (clock, state) = (Clock(provider), opened.Stores.State);
        var (places, notices) = (provider.GetRequiredService<OwnerPlaces>(), provider.GetRequiredService<OwnerNotices>());
        var logger = provider.GetRequiredService<ILogger<AfterWorker>>();
        return new AfterWorker(
            new Lead(state, "after", clock),
            new ExpiryStep(recruiting.Edits, new RoleOwners(recruiting.Audit), notices, clock, logger),
            new LiftStep(opened.Store, provider.GetRequiredService<ICatalogue>(), opened.ReachAsync, recruiting.Edits, state, clock),
            new WeeklyStep(recruiting.Edits, recruiting.Unanswered, places, notices, options.Recruiting.WeeklyList, clock),
            new ConflictStep(recruiting.Conflicts, notices, clock),
            new Retention(state, recruiting.Drafts, recruiting.Unanswered, options.Retention, clock, logger),
            clock,
            logger);
    }

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
