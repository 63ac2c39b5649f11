using System.Globalization;
using NodaTime;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Commands.Explaining;

/// <summary>A question step by step, for whoever looks for the reason of an answer: words → constraints → the search's facets and words → roles with their scores → answer.</summary>
internal static class QuestionExplanation
{
    private const int MostCandidates = 10;

    public static async Task<int> WriteAsync(Assistant assistant, ICatalogue catalogue, string text, LocalDate today, TextWriter output, CancellationToken ct)
    {
        var trace = await assistant.TraceAsync(text, Conversation.Empty, today, ct);
        await WriteReadingAsync(trace, output);
        await WriteSearchAsync(trace.Question.Constraints, catalogue, output, ct);
        await WriteCandidatesAsync(trace.Question, catalogue, output, ct);
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

    /// <summary>The first roles in their order, with what the order looks at.</summary>
    private static async Task WriteCandidatesAsync(Question question, ICatalogue catalogue, TextWriter output, CancellationToken ct)
    {
        if (question.Intent is not (Intent.FindRoles or Intent.Count))
            return;
        var match = SearchText.MatchOf(question.Constraints);
        var words = SearchText.WordsOf(match);
        var search = new Search(match, question.Order, MostCandidates);
        var page = await catalogue.SearchAsync(search, ct);
        var parts = await ((ISearchExplainer)catalogue).ExplainAsync(search, ct);
        await WritePartsAsync(parts, output);
        var shares = parts.Best.ToDictionary(role => role.Id, role => role.Shares, StringComparer.Ordinal);
        await output.WriteLineAsync($"Candidates: {page.Total}, {OrderOf(question.Order, words.Count > 0)}");
        foreach (var posting in page.Postings)
        {
            var date = posting.Posted is { } posted ? posted.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "no date";
            var pay = posting.Salaries.Count > 0 ? ", " + string.Join("; ", posting.Salaries.Select(salary => Show.Salary(salary.Value))) : "";
            var hits = words.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", words in title {SearchText.TitleHits(posting, words)}, in text {SearchText.TextHits(posting, words)}") : "";
            await output.WriteLineAsync($"  {Show.Name(posting)}: {date}{pay}{hits}{ScoreOf(shares.GetValueOrDefault(posting.Id) ?? [], parts.Words)}");
        }
    }

    /// <summary>What the search did: facets first, then the words.</summary>
    private static async Task WritePartsAsync(SearchExplanation parts, TextWriter output)
    {
        await output.WriteLineAsync($"Search: {parts.Open} open roles" + string.Concat(parts.Facets.Select(facet => $" → {facet.Left} with {SearchText.Of(facet.Part)}")));
        foreach (var word in parts.Words)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {SearchText.Of(word.Word)} is in {word.Roles} roles, weighs {word.Weight:0.###}"));
    }

    private static string ScoreOf(IReadOnlyList<double> shares, IReadOnlyList<ExplainedWord> words) => shares.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", BM25 {shares.Sum():0.###}")
            + (shares.Count == 1 ? "" : " = " + string.Join(" + ", shares.Select((share, i) => string.Create(CultureInfo.InvariantCulture, $"{share:0.###} {SearchText.Of(words[i].Word)}"))));

    private static string OrderOf(SearchOrder order, bool hasWords) => order switch
    {
        SearchOrder.BestPaid => "the best paid per year first, then the newest",
        SearchOrder.LowestPaid => "the lowest paid per year first, then the newest",
        SearchOrder.Oldest => "the oldest first",
        SearchOrder.LeastExperience => "the fewest years of experience first, then the newest",
        SearchOrder.MostExperience => "the most years of experience first, then the newest",
        SearchOrder.Relevance when hasWords => "by BM25 of the words (title four times the text), then the newest",
        _ => "the newest first, then by title",
    };
}
