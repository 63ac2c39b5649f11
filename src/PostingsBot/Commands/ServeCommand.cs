using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using PostingsBot.BotSdk;
using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Suggesting;
using PostingsBot.Channels.Teams;
using PostingsBot.Configuration;
using PostingsBot.Core.Catalogue;
using PostingsBot.Digests;
using PostingsBot.Cards;
using PostingsBot.Storage;
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
        // A program compiled ahead has no path that its runtime could compile better.
        var warmUp = Task.WhenAll(parser, WarmUp.RunAsync(cards, hearsSlack: options.Slack.SigningSecret is not null && RuntimeFeature.IsDynamicCodeCompiled));
        await using var opened = await OpenCatalogue.OwnedAsync(options, CancellationToken.None);
        builder.Services.AddBot(options, opened, cards);
        var app = builder.Build();
        try
        {
            Map(app, options);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new ConfigurationErrorException($"The data folder {options.DataFolder} cannot be used: {error.Message}");
        }

        // A flood that meets code which is still being compiled waits longer than one that is refused and comes again.
        if (await WarmUp.FailureOfAsync(warmUp) is { } failure)
            HostLog.TurnFailed(app.Logger, failure, "warm-up");
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
            return Health.Of(new JsonObject { ["roles"] = await catalogue.CountAsync(Match.Everything, ct) });
        }
        catch (StorageUnavailableException error)
        {
            return Health.Away(error);
        }
    }
}
