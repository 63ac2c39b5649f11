using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>Takes one search apart. Slower than the search: words are scanned once more, for all open roles.</summary>
internal sealed class SearchExplainer(IndexView view, SqliteSession session, WordCounts counts)
{
    private readonly MatchRows rows = new(view, session);

    public SearchExplanation Explain(Search search, FoundRoles found)
    {
        IReadOnlyList<Match> parts = search.Match is Match.All all ? all.Parts : [search.Match];
        var texts = parts.Where(MatchParts.IsText).ToList();
        var others = parts.Where(part => !MatchParts.IsText(part)).ToList();
        var facets = Enumerable.Range(1, others.Count).Select(count => new ExplainedFacet(others[count - 1], Left(others.Take(count)))).ToList();
        var wanted = MatchParts.Wanted(search.Match).Distinct().ToList();
        var scan = wanted.Count == 0 ? null : Scan(FtsText.AnyOf(wanted), found);
        return new SearchExplanation(
            view.LiveRows,
            facets,
            texts.Count > 0 ? FtsText.Of(texts, null).Text : wanted.Count > 0 ? FtsText.AnyOf(wanted).Text : null,
            scan?.Words ?? [],
            [.. found.Page.Select(role => new ExplainedRole(role.Id, scan?.Shares?.GetValueOrDefault(RowOf(role)) ?? []))]);
    }

    private int Left(IEnumerable<Match> parts)
    {
        using var left = rows.Live(parts);
        return left.Count();
    }

    private WordScan Scan(FtsText text, FoundRoles found)
    {
        using var filter = RowSet.Of(view.Rows, view.Live);
        using var met = RowSet.Empty(view.Rows);
        var shares = found.Page.ToDictionary(RowOf, _ => new double[text.Phrases.Count]);
        var scan = new WordScan(view, filter, met) { Best = new TopRows(view, 0), Phrases = text.Phrases, Counts = counts, Shares = shares };
        FtsFunction.Run(scan, () => session.Execute(MatchRows.Scan, ("@text", text.Text)));
        return scan;
    }

    private int RowOf(FoundRole role) => Array.BinarySearch(view.Slots, 0, view.Rows, role.Slot);
}
