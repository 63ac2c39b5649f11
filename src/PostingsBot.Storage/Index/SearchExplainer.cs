using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>Takes one search apart.</summary>
internal sealed class SearchExplainer(IndexView view, SqliteSession session)
{
    private readonly MatchRows rows = new(view, session);

    public SearchExplanation Explain(Search search, FoundRoles found)
    {
        var facets = MatchParts.Conditions(search.Match).Where(part => !MatchParts.Wanted(part).Any()).ToList();
        var relevance = new Relevance(view, session, MatchParts.Wanted(search.Match).Distinct());
        return new SearchExplanation(
            view.LiveRows,
            [.. Enumerable.Range(1, facets.Count).Select(count => new ExplainedFacet(facets[count - 1], Left(facets.Take(count))))],
            [.. relevance.Words.Select(word => new ExplainedWord(word.Token, word.Holding, word.Idf))],
            [.. found.Page.Select(role => new ExplainedRole(role.Id, relevance.SharesOf(RowOf(role))))]);
    }

    private int Left(IEnumerable<Match> parts)
    {
        using var left = rows.Live(parts);
        return left.Count();
    }

    private int RowOf(FoundRole role) => Array.BinarySearch(view.Slots, 0, view.Rows, role.Slot);
}
