using System.Text.Json;
using NodaTime;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Questions;

namespace PostingsBot.Commands;

/// <summary>Answers conversations, one JSON object a line in and out. A line that is no conversation is named among the errors; the rest goes on.</summary>
internal static class AskStdin
{
    public static async Task<int> RunAsync(Assistant assistant, TextReader input, TextWriter output, TextWriter errors, LocalDate today, CancellationToken ct)
    {
        var failed = 0;
        var number = 0;
        while (await input.ReadLineAsync(ct) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line) is not { Turns: { } turns } asked)
            {
                failed++;
                await errors.WriteLineAsync($"line {number}: not a conversation. Write {{\"id\": \"…\", \"turns\": [\"…\"]}}.");
                continue;
            }

            await output.WriteLineAsync(AskJson.Write(asked.Id, await AnswerAsync(assistant, asked, turns, today, ct)));
        }

        return failed == 0 ? 0 : 1;
    }

    private static async Task<List<Outcome>> AnswerAsync(Assistant assistant, AskedConversation asked, IReadOnlyList<string> turns, LocalDate today, CancellationToken ct)
    {
        var conversation = Conversation.Empty;
        var outcomes = new List<Outcome>();
        var day = asked.Today is { } text ? AskCommand.DayOf(text) : today;
        foreach (var turn in turns)
        {
            var outcome = await assistant.AskAsync(turn, conversation, day, ct);
            conversation = outcome.Conversation;
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private static AskedConversation? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AskJsonContext.Default.AskedConversation) is { Turns: { } turns } asked
                && !turns.Contains(null)
                && (asked.Today is null || IsDay(asked.Today))
                ? asked
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsDay(string text)
    {
        try
        {
            AskCommand.DayOf(text);
            return true;
        }
        catch (ConfigurationErrorException)
        {
            return false;
        }
    }
}
