using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Suggesting;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Dialogs;
using PostingsBot.Digests;
using PostingsBot.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Saving;
using PostingsBot.Storage;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Commands;

/// <summary>What the bot is made of, over an open catalogue.</summary>
internal static class BotServices
{
    public static void AddBot(this IServiceCollection services, PostingsBotOptions options, OpenCatalogue opened, CardRenderer cards)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(opened);
        services.AddSingleton<ICatalogue>(opened.Catalogue);
        services.AddSingleton((ISuggestions)opened.Catalogue);
        services.AddSingleton(new Assistant(opened.Catalogue, options.Rates));
        services.AddSingleton(opened.Stores.State);
        services.AddSingleton<IStorage, BotStorage>();
        services.AddSingleton<ConversationState>();
        services.AddSingleton(cards);
        services.AddSingleton<Replies>();
        services.AddLiveCards(opened, cards);
        services.AddSubscriptions(opened, options);
        services.AddRecruiting(opened, options);
        services.AddSingleton(provider => new AskDialog(provider.GetRequiredService<Assistant>(), provider.GetRequiredService<Replies>(), provider.GetRequiredService<TimeProvider>())
        {
            ForgetAfter = TimeSpan.FromHours(options.ForgetAfterHours),
            Live = provider.GetRequiredService<LiveCards>(),
            Routing = new TurnRouting(provider.GetRequiredService<Assistant>(), provider.GetRequiredService<TimeProvider>())
            {
                Subscriptions = provider.GetRequiredService<SubscriptionTalk>(),
                Recruiting = provider.GetRequiredService<RecruitingDesk>().Talk,
                Personal = provider.GetRequiredService<PersonalTalk>(),
                Saved = provider.GetRequiredService<SavedTalk>(),
                Unanswered = provider.GetRequiredService<UnansweredNotes>(),
            },
        });
        services.AddSingleton(provider => TeamsApp.Over(provider.GetRequiredService<Assistant>(), opened.Stores.State, cards, provider.GetRequiredService<TimeProvider>(), maxDocumentBytes: OptionsReader.Megabyte * options.MaxDocumentMegabytes, delivered: opened.Stores.Delivered));
        services.AddDigests(opened, cards, options.Digests);
        services.AddAfter(opened, options);
        services.AddSingleton<IBot, PostingsBotHandler>();
        services.AddSingleton(provider => BotAuthentication.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ILogger<PostingsBotAdapter>>(),
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddSingleton<IBotFrameworkHttpAdapter, PostingsBotAdapter>();
        if (options.WebChat.Enabled)
        {
            services.AddDirectLine(new DirectLineOptions
            {
                KeyFile = options.WebChat.KeyFile ?? Path.Combine(options.DataFolder, "directline.key"),
                Origins = options.WebChat.Origins,
                Secret = options.WebChat.Secret,
            });
            services.AddSingleton<SuggestEndpoint>().AddSingleton<StarterQuestions>().AddSingleton<StarterEndpoint>();
        }

        services.AddSlack(options, opened.Stores.Inbox);
        services.AddSingleton(provider => new MemoryUpkeep(() => MemoryUpkeep.GiveBack(opened), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<MemoryUpkeep>());
        if (options.Watch)
            services.AddHostedService<CatalogueFollower>();
    }
}
