using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Commands.Explaining;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;
using PostingsBot.Workers;

namespace PostingsBot.Commands;

/// <summary>Asks the catalogue from the command line: one question, or conversations from standard input.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string?>("question") { Description = "What to ask.", Arity = ArgumentArity.ZeroOrOne };
        var catalogue = new Option<string[]>("--catalogue") { Description = "Files and folders to ask; without it the configured catalogue.", AllowMultipleArgumentsPerToken = true };
        var list = new Option<string?>("--catalogue-list") { Description = "A file with one path per line." };
        var today = new Option<string?>("--today") { Description = "The date to count from, as YYYY-MM-DD; without it the clock's." };
        var stdin = new Option<bool>("--stdin") { Description = "Read conversations, one JSON object per line: {\"id\", \"today\"?, \"turns\": [\"…\"]}." };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var explain = new Option<bool>("--explain") { Description = "Show how the question was read, searched and ranked." };
        var command = new Command("ask", "Asks the catalogue a question.") { question, catalogue, list, today, stdin, json, explain };
        command.SetAction(async (result, ct) =>
        {
            var day = result.GetValue(today) is { } date ? DayOf(date) : Today(TimeProvider.System);
            var text = result.GetValue(question);
            if (!result.GetValue(stdin) && string.IsNullOrWhiteSpace(text))
                throw new ConfigurationErrorException("ask needs a question, for example: postingsbot ask \"Which jobs use Python?\"");
            var paths = PathsOf(result.GetValue(catalogue) ?? [], result.GetValue(list));
            await using var opened = paths.Count > 0
                ? await OpenCatalogue.InMemoryAsync(paths, ct)
                : await OpenCatalogue.ConfiguredAsync(HostConfiguration.Read(), ct);
            var assistant = new Assistant(opened.Catalogue, HostConfiguration.Rates());
            if (string.IsNullOrWhiteSpace(text) || result.GetValue(stdin))
                return await AskStdin.RunAsync(assistant, Console.In, Console.Out, Console.Error, day, ct);
            if (result.GetValue(explain))
                return await QuestionExplanation.WriteAsync(assistant, opened.Catalogue, text, day, Console.Out, ct);
            var outcome = await assistant.AskAsync(text, Conversation.Empty, day, ct);
            await Console.Out.WriteLineAsync(result.GetValue(json) ? AskJson.Write(null, [outcome]) : Cards.PlainText.Of(outcome.Answer));
            return 0;
        });
        return command;
    }

    /// <summary>The local date of the machine's own zone.</summary>
    public static LocalDate Today(TimeProvider clock) => LocalDate.FromDateTime(clock.GetLocalNow().DateTime);

    public static LocalDate DayOf(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }
        ? day
        : throw new ConfigurationErrorException(string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is not a date. Write it as 2026-02-28."));

    private static List<string> PathsOf(string[] given, string? listFile)
    {
        var paths = given.ToList();
        if (listFile is not null)
        {
            if (!File.Exists(listFile))
                throw new ConfigurationErrorException($"--catalogue-list names \"{listFile}\", which is not there.");
            paths.AddRange(File.ReadLines(listFile).Select(line => line.Trim()).Where(line => line.Length > 0));
        }

        return paths.Find(p => !Path.Exists(p)) is { } missing
            ? throw new ConfigurationErrorException($"\"{missing}\" is not there. Give files and folders that exist, relative to the current folder.")
            : paths;
    }
}
