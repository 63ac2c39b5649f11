using Microsoft.AspNetCore.DataProtection;
using PostingsBot.Channels.Slack.Web;
using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Storage.State;

namespace PostingsBot.Channels.Slack.Installing;

internal static class InstallingRegistration
{
    /// <summary>Adds the Web API, the people and the workspaces. It needs a <see cref="TimeProvider"/> and an <see cref="IDocumentStore"/>.</summary>
    /// <exception cref="ConfigurationErrorException">Workspaces cannot install the app: the bot has no public address, or the folder for keys cannot be used.</exception>
    public static IServiceCollection AddSlackApi(this IServiceCollection services, PostingsBotOptions options)
    {
        var slack = options.Slack;
        services
            .AddSingleton(slack)
            .AddSingleton(provider => new SlackCaller(
                new SlackHttp(SlackHttp.CreateClient(), provider.GetRequiredService<TimeProvider>()), slack, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SlackCaller>>()))
            .AddSingleton<ISlackApi, SlackApi>()
            .AddSingleton<SlackPeople>()
            .AddSingleton(provider => new SlackFiles(new FileTransfer(SlackHttp.CreateClient(), OptionsReader.Megabyte * options.MaxDocumentMegabytes, provider.GetRequiredService<TimeProvider>()), slack));
        if (slack.BotToken is { } token)
            return services.AddSingleton<IWorkspaces>(provider => new ConfiguredWorkspace(token, provider.GetRequiredService<SlackCaller>(), provider.GetRequiredService<TimeProvider>()));
        var publicAddress = options.PublicAddress ?? throw new ConfigurationErrorException(
            $"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.PublicAddress)} is not set, and workspaces install the app there ({SlackOptions.Section}:{nameof(SlackOptions.ClientId)}). Give the https address at which the bot is reached.");
        var keys = Keys(slack.KeyFolder ?? Path.Combine(options.DataFolder, "keys"));
        return services
            .AddSingleton(keys)
            .AddSingleton<TokenVault>()
            .AddSingleton<InstallState>()
            .AddSingleton<InstalledWorkspaces>()
            .AddSingleton<IWorkspaces>(provider => provider.GetRequiredService<InstalledWorkspaces>())
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<InstallEndpoints>(provider, publicAddress));
    }

    /// <summary>Maps <c>/slack/install</c> and <c>/slack/oauth</c> where workspaces install the app themselves.</summary>
    public static void MapSlackInstalling(this IEndpointRouteBuilder endpoints) => endpoints.ServiceProvider.GetService<InstallEndpoints>()?.Map(endpoints);

    private static IDataProtectionProvider Keys(string folder)
    {
        try
        {
            return TokenVault.KeysIn(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationErrorException($"{SlackOptions.Section}:{nameof(SlackOptions.KeyFolder)} \"{folder}\" cannot be used: {error.Message}");
        }
    }
}
