using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>Ways to narrow a list, each with the number of roles that would remain: only such as leave some and not all.</summary>
internal static class RoleFacets
{
    private const int Most = 4;
    private const int Tried = 12;

    public static async Task<IReadOnlyList<Relaxation>> OfAsync(ICatalogue catalogue, Match match, SearchPage page, int total, CancellationToken ct)
    {
        var facets = new List<Relaxation>();
        foreach (var (label, token) in Candidates(page.Postings).Take(Tried))
        {
            var count = await catalogue.CountAsync(new Match.All([match, new Match.Token(token)]), ct);
            if (count > 0 && count < total)
                facets.Add(new Relaxation(label, "only " + label, count));
            if (facets.Count == Most)
                break;
        }

        return facets;
    }

    /// <summary>What some but not all roles of the page state, the commonest of each kind first.</summary>
    private static IEnumerable<(string Label, string Token)> Candidates(IReadOnlyList<Posting> postings) =>
    [
        .. Of(postings, p => p.Workplace is { } w ? [(TermNames.Of(w.Value), PostingTokens.Work(w.Value))] : []).Take(2),
        .. Of(postings, p => p.Seniorities.Select(s => (TermNames.Of(SearchedLevel.Of(s.Value)), PostingTokens.Level(s.Value)))).Take(2),
        .. Of(postings, p => p.Skills.Where(s => s.Need is SkillNeed.Required && SkillVocabulary.Default.ByName(s.Name)?.Category is not ("method" or "field")).Select(s => (s.Name, PostingTokens.Skill(s.Name)))).Take(4),
        .. Of(postings, p => p.Disciplines.Select(d => (d.Value, PostingTokens.Discipline(d.Value)))).Take(2),
    ];

    private static IEnumerable<(string Label, string Token)> Of(IReadOnlyList<Posting> postings, Func<Posting, IEnumerable<(string Label, string Token)>> facet) =>
        postings.SelectMany(p => facet(p).Distinct()).GroupBy(f => f).Where(g => g.Count() < postings.Count).OrderByDescending(g => g.Count()).Select(g => g.Key);
}
