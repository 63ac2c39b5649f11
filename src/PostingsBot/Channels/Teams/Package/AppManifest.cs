using System.Text.Json.Nodes;
using PostingsBot.Cards.Templating;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Teams.Package;

/// <summary>The app's manifest: the file of the package with its placeholders filled from the configuration.</summary>
internal static class AppManifest
{
    public const string FileName = "manifest.json";

    /// <exception cref="ConfigurationErrorException">A key that the manifest needs is not set.</exception>
    public static JsonObject Fill(string template, TeamsAppOptions options, Uri? publicAddress, Version version)
    {
        var address = publicAddress ?? throw Missing($"{PostingsBotOptions.Section}:{nameof(PostingsBotOptions.PublicAddress)}", "Give the https address at which the bot is reached.");
        var botId = options.BotId ?? throw Missing("MicrosoftAppId", "Give the application id of the bot's registration in Azure.");
        var data = new JsonObject
        {
            ["version"] = version.ToString(3),
            ["appId"] = options.AppId ?? botId,
            ["botId"] = botId,
            ["name"] = options.Name,
            ["developer"] = options.Developer ?? throw Missing($"{TeamsAppOptions.Section}:{nameof(TeamsAppOptions.Developer)}", "Give the name of the company or person who runs the bot."),
            ["website"] = address.AbsoluteUri,
            ["privacy"] = options.Privacy ?? address.AbsoluteUri,
            ["terms"] = options.Terms ?? address.AbsoluteUri,
            ["domain"] = address.IdnHost,
        };
        return (JsonObject)CardTemplate.Compile(FileName, template).Expand(data)!;
    }

    private static ConfigurationErrorException Missing(string key, string what) => new($"{key} is not set, and the Teams package needs it. {what}");
}
