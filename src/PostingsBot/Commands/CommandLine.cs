using System.CommandLine;
using PostingsBot.Configuration;
using PostingsBot.Storage;

namespace PostingsBot.Commands;

/// <summary>The command line. Without a command the bot is served over HTTP.</summary>
internal static class CommandLine
{
    /// <summary>What shells expect of a program that Ctrl+C ended.</summary>
    private const int Interrupted = 130;

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
            };
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is ConfigurationErrorException or StorageException)
        {
            await Console.Error.WriteLineAsync("postingsbot: " + error.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    /// <summary>A setting of the host ("--urls", "--PostingsBot:DataFolder=…") rather than a command or a question about commands.</summary>
    private static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal) && arg is not ("--help" or "--version");
}
