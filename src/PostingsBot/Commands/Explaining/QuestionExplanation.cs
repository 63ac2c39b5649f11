using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Commands.Explaining;

/// <summary>A question step by step, for whoever looks for the reason of an answer: words → constraints → match → roles that are left → answer.</summary>
internal static class QuestionExplanation
{
    public static async Task<int> WriteAsync(Assistant assistant, ICatalogue catalogue, string text, LocalDate today, TextWriter output, CancellationToken ct)
    {
        var trace = await assistant.TraceAsync(text, Conversation.Empty, today, ct);
        await WriteReadingAsync(trace, output);
        await WriteSearchAsync(trace.Question.Constraints, catalogue, output, ct);
        var outcome = await assistant.AnswerAsync(trace.Question, Conversation.Empty, today, ct);
        await output.WriteLineAsync($"\nAnswer ({AskJson.KindName(outcome.Answer.Kind)}):\n{Cards.PlainText.Of(outcome.Answer)}");
        return 0;
    }

    private static async Task WriteReadingAsync(ReadingTrace trace, TextWriter output)
    {
        await output.WriteLineAsync("Read as: " + trace.Read);
        foreach (var mended in trace.Question.Mended)
            await output.WriteLineAsync($"  mended “{mended.Written}” to “{mended.Read}”");
        foreach (var part in trace.Parts)
            await output.WriteLineAsync($"  {part.Words,-24} {(part.Meanings.Count == 0 ? "(carries nothing)" : string.Join(", ", part.Meanings))}");
        await output.WriteLineAsync("Decided: " + trace.Decided);
    }

    /// <summary>Each constraint with the roles that meet it alone and the roles that are left after it.</summary>
    private static async Task WriteSearchAsync(ValueList<Constraint> constraints, ICatalogue catalogue, TextWriter output, CancellationToken ct)
    {
        if (constraints.Count == 0)
            return;
        await output.WriteLineAsync("Constraints (alone, left):");
        for (var i = 0; i < constraints.Count; i++)
        {
            var match = SearchText.MatchOf([constraints[i]]);
            var alone = await catalogue.CountAsync(match, ct);
            var left = await catalogue.CountAsync(SearchText.MatchOf(constraints.Take(i + 1)), ct);
            await output.WriteLineAsync($"  {constraints[i].Label}: {alone}, {left}    {SearchText.Of(match)}");
        }
    }
}
