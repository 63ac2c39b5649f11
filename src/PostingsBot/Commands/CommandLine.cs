using System.CommandLine;
using PostingsBot.Commands.Evaluation;
using PostingsBot.Commands.Explaining;
using PostingsBot.Configuration;
using PostingsBot.Storage;

namespace PostingsBot.Commands;

/// <summary>The command line. Without a command the bot is served over HTTP.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        try
        {
            if (args.Length == 0 || IsSetting(args[0]))
                return await ServeCommand.RunAsync(args);
            var root = new RootCommand("Answers questions over job postings. Without a command: serves the bot and its chat page on http://localhost:3978.")
            {
                AskCommand.Create(),
                ChatCommand.Create(),
                ParseCommand.Create(),
                ImportCommand.Create(),
                ExplainCommand.Create(),
                EvaluateCommand.Create(),
                TeamsPackageCommand.Create(),
                SlackManifestCommand.Create(),
                DigestsCommand.Create(),
                AuditCommand.Create(),
                ExportCommand.Create(),
            };
            var parsed = root.Parse(args);
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (UsageException error)
        {
            await Console.Error.WriteLineAsync("postingsbot: " + error.Message);
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is ConfigurationErrorException or StorageException)
        {
            await Console.Error.WriteLineAsync("postingsbot: " + error.Message);
            return ExitCodes.Incomplete;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }

    /// <summary>A setting of the host ("--urls", "--PostingsBot:DataFolder=…") rather than a command or a question about commands.</summary>
    private static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal) && arg is not ("--help" or "--version");
}
