using System.CommandLine;
using PostingsBot.Channels.Teams.Package;
using PostingsBot.Configuration;

namespace PostingsBot.Commands;

/// <summary>`teams-package`: the app package for Microsoft Teams, from the configuration.</summary>
internal static class TeamsPackageCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "postingsbot-teams.zip" };
        var command = new Command("teams-package", "Write the app package to upload to Microsoft Teams.") { output };
        command.SetAction(async (result, ct) =>
        {
            var (options, address) = HostConfiguration.TeamsApp();
            var file = result.GetValue(output)!;
            var package = TeamsPackage.Build(TeamsPackage.DefaultFolder, options, address, typeof(TeamsPackageCommand).Assembly.GetName().Version!);
            try
            {
                await File.WriteAllBytesAsync(file, package, ct);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new ConfigurationErrorException($"\"{file}\" cannot be written: {error.Message}");
            }

            await Console.Out.WriteLineAsync($"Wrote {file} for the bot {options.BotId} at {address}. Upload it in Teams under Apps, Manage your apps, Upload an app.");
            return ExitCodes.Done;
        });
        return command;
    }
}
