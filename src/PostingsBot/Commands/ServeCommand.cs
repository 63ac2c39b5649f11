using PostingsBot.BotSdk;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Suggesting;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Dialogs;
using PostingsBot.Cards;
using PostingsBot.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Saving;
using PostingsBot.Storage;
using PostingsBot.Storage.State;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Commands;

/// <summary>Serves the bot, its chat page and its health over HTTP until it is stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parser = WarmUp.ParserAsync();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = OptionsReader.Read(builder.Configuration);
        ListenAddresses.Check(builder.Configuration);
        CheckAuthentication(builder.Configuration);
        var cards = new CardRenderer(CardTemplates.Load(CardTemplates.DefaultFolder), RoleLinks.At(options.PublicAddress, builder.Configuration["MicrosoftAppId"]));
        var warmUp = Task.WhenAll(parser, WarmUp.RunAsync(cards, TimeProvider.System));
        await using var opened = await OpenCatalogue.OwnedAsync(options, CancellationToken.None);
        AddServices(builder.Services, options, opened, cards);
        var app = builder.Build();
        try
        {
            Map(app, options);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new ConfigurationErrorException($"The data folder {options.DataFolder} cannot be used: {error.Message}");
        }

        try
        {
            await app.StartAsync();
        }
        catch (IOException error)
        {
            throw new ConfigurationErrorException($"Cannot listen on {builder.Configuration["Urls"]}: {error.Message} Give another address with --urls.");
        }

        opened.Shared?.Report.WriteTo(app.Logger);
        HostLog.Report(app.Logger, opened.FirstImport);
        HostLog.Listening(app.Logger, string.Join(", ", app.Urls), await opened.Store.OpenRolesAsync(CancellationToken.None));
        if (await WarmUp.FailureOfAsync(warmUp) is { } failure)
            HostLog.TurnFailed(app.Logger, failure, "warm-up");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The adapter is made at the first request; what it refuses is to stop the start.</summary>
    private static void CheckAuthentication(IConfiguration configuration)
    {
        try
        {
            _ = BotAuthentication.From(configuration, logger: null, isDevelopment: false);
        }
        catch (InvalidOperationException error)
        {
            throw new ConfigurationErrorException(error.Message);
        }
    }

    private static void AddServices(IServiceCollection services, PostingsBotOptions options, OpenCatalogue opened, CardRenderer cards)
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
        services.AddSingleton(provider => TeamsApp.Over(provider.GetRequiredService<Assistant>(), opened.Stores.State, cards, provider.GetRequiredService<TimeProvider>(), maxDocumentBytes: OptionsReader.Megabyte * options.MaxDocumentMegabytes));
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
        if (options.Watch)
            services.AddHostedService<CatalogueFollower>();
    }

    private static void Map(WebApplication app, PostingsBotOptions options)
    {
        app.MapPost("/api/messages", (HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot) => BotAuthentication.ProcessAsync(http, adapter, bot));
        if (options.WebChat.Enabled)
        {
            app.MapDirectLine();
            app.Services.GetRequiredService<SuggestEndpoint>().Map(app);
            app.Services.GetRequiredService<StarterEndpoint>().Map(app);
        }

        app.MapSlack();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        app.MapGet("/health/digests", DigestHealth.ReadAsync);
    }

    private static async Task<IResult> ReadyAsync(ICatalogue catalogue, CancellationToken ct)
    {
        try
        {
            return Results.Json(new { roles = await catalogue.CountAsync(Match.Everything, ct) });
        }
        catch (StorageUnavailableException error)
        {
            return Results.Json(new { reason = error.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
