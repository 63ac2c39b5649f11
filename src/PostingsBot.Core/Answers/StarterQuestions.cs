using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Questions to begin with, made of what the catalogue holds. Each was asked and has an answer.</summary>
public sealed class StarterQuestions(ICatalogue catalogue, Assistant assistant)
{
    private const int Most = 4;

    /// <summary>The commonest values that are tried before a kind of question is left out.</summary>
    private const int Tries = 3;

    private static readonly CountBy[] Divisions = [CountBy.Discipline, CountBy.Skill, CountBy.Employer, CountBy.Country];

    /// <summary>At most four, of different kinds, the commonest disciplines, skills, employers and countries first. Empty over an empty catalogue.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(LocalDate today, CancellationToken ct)
    {
        var page = await catalogue.SearchAsync(new Search(Match.Everything, SearchOrder.Newest, 1) { Facets = Divisions, MostValues = Tries }, ct);
        var remote = await catalogue.CountAsync(new Match.Token(PostingTokens.Work(Workplace.Remote)), ct);
        var found = new List<string>();
        foreach (var kind in Kinds(page.Facets, remote > 0))
        {
            if (found.Count < Most && await FirstAnsweredAsync(kind, today, ct) is { } question)
                found.Add(question);
        }

        return found;
    }

    private static IEnumerable<IEnumerable<string>> Kinds(IReadOnlyList<FacetCounts> facets, bool remote)
    {
        yield return Labels(facets, CountBy.Discipline).Select(name => $"{Capital(name)} roles");
        yield return Labels(facets, CountBy.Skill).Select(name => $"Which roles use {name}?");
        yield return Labels(facets, CountBy.Employer).Select(name => $"Tell me about {name}");
        if (remote)
            yield return ["How many roles are remote?"];
        yield return Labels(facets, CountBy.Country).Select(name => $"Roles in {name}");
    }

    private static IEnumerable<string> Labels(IReadOnlyList<FacetCounts> facets, CountBy by) =>
        facets.Where(one => one.By == by).SelectMany(one => one.Values).Select(value => value.Label);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private async Task<string?> FirstAnsweredAsync(IEnumerable<string> questions, LocalDate today, CancellationToken ct)
    {
        foreach (var question in questions)
        {
            var outcome = await assistant.AskAsync(question, Conversation.Empty, today, ct);
            if (outcome.Answer.Kind is AnswerKind.Roles or AnswerKind.Count or AnswerKind.Company or AnswerKind.Detail)
                return question;
        }

        return null;
    }
}
