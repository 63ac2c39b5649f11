using System.CommandLine;
using PostingsBot.Channels.Slack.Manifest;
using PostingsBot.Configuration;

namespace PostingsBot.Commands;

/// <summary>`slack-manifest`: the app's manifest for Slack, from the configuration.</summary>
internal static class SlackManifestCommand
{
    public static Command Create()
    {
        var address = new Option<string?>("--address") { Description = "The https address at which Slack reaches the bot; the key PostingsBot:PublicAddress unless given." };
        var socketMode = new Option<bool>("--socket-mode") { Description = "The bot calls Slack, and needs no address." };
        var rotation = new Option<bool>("--rotation") { Description = "Tokens expire after twelve hours and are renewed. For an app that workspaces install themselves; Slack does not let it be taken back." };
        var output = new Option<string?>("--out") { Description = "The file to write; the terminal unless given." };
        var command = new Command("slack-manifest", "Write the manifest (YAML) to create the app in Slack from.") { address, socketMode, rotation, output };
        command.SetAction(async (result, ct) =>
        {
            var (options, publicAddress) = HostConfiguration.SlackApp(result.GetValue(address));
            var manifest = ManifestYaml.Write(SlackManifest.Build(options, publicAddress, result.GetValue(socketMode), result.GetValue(rotation)));
            if (result.GetValue(output) is not { } file)
            {
                await Console.Out.WriteAsync(manifest);
                return ExitCodes.Done;
            }

            try
            {
                await File.WriteAllTextAsync(file, manifest, ct);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new ConfigurationErrorException($"\"{file}\" cannot be written: {error.Message}");
            }

            await Console.Out.WriteLineAsync($"Wrote {file}. At https://api.slack.com/apps choose Create New App, From a manifest, and paste it.");
            return ExitCodes.Done;
        });
        return command;
    }
}
