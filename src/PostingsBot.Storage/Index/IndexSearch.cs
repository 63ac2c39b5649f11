using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>A role of a page: its id and the number of its row, which stands for what is shown of it now and never for anything else.</summary>
internal readonly record struct FoundRole(long Slot, string Id);

/// <summary>What a search finds: the page's roles, how many match in all, and how they divide.</summary>
internal sealed record FoundRoles(IReadOnlyList<FoundRole> Page, int Total, IReadOnlyList<FacetCounts> Facets);

/// <summary>One search over one view. Words are scanned once: the rows, their relevance, the total and the counts come from that scan.</summary>
internal sealed class IndexSearch(IndexView view, SqliteSession session, WordCounts counts)
{
    /// <summary>A facet joins the words in the scan when it is on fewer rows than one in this many.</summary>
    private const int RareFacet = 8;

    private readonly MatchRows rows = new(view, session);

    public FoundRoles Run(Search search)
    {
        var best = new TopRows(view, search.Take == 0 ? 0 : (int)Math.Min(int.MaxValue, (long)search.Except.Count + search.Skip + search.Take));
        using var found = Rows(search, best);
        var division = new RowDivision(view, found);
        return new FoundRoles(Page(search, best), found.Count(), [.. search.Facets.Select(by => division.Of(by, search.MostValues))]);
    }

    public int Count(Match match)
    {
        using var found = Rows(new Search(match, SearchOrder.Newest, 0), new TopRows(view, 0));
        return found.Count();
    }

    private RowSet Rows(Search search, TopRows best)
    {
        IReadOnlyList<Match> parts = search.Match is Match.All all ? all.Parts : [search.Match];
        var texts = parts.Where(MatchParts.IsText).ToList();
        var others = parts.Where(part => !MatchParts.IsText(part)).ToList();
        var isScored = search.Order is SearchOrder.Relevance && MatchParts.Wanted(search.Match).Any();
        if (isScored && others.Exists(part => MatchParts.Wanted(part).Any()))
            return ScoredBesides(search.Match, parts, best);
        if (texts.Count == 0)
        {
            var met = rows.Live(others);
            RowOrder.Offer(view, met, search, best);
            return met;
        }

        using var filter = rows.Live(others);
        var found = RowSet.Empty(view.Rows);
        Scan(FtsText.Of(texts, Rarest(others)), filter, found, isScored ? best : null);
        if (!isScored)
            RowOrder.Offer(view, found, search, best);
        return found;
    }

    /// <summary>Words inside alternatives count for the relevance but do not decide.</summary>
    private RowSet ScoredBesides(Match match, IEnumerable<Match> parts, TopRows best)
    {
        var met = rows.Live(parts);
        using var scored = RowSet.Empty(view.Rows);
        Scan(FtsText.AnyOf(MatchParts.Wanted(match)), met, scored, best);
        using var rest = RowSet.Of(view.Rows, met.Bits);
        rest.Without(scored);
        foreach (var row in rest)
            best.Offer(0, row);
        return met;
    }

    private void Scan(FtsText text, RowSet filter, RowSet found, TopRows? best)
    {
        var scan = new WordScan(view, filter, found) { Best = best, Phrases = text.Phrases, Counts = counts };
        FtsFunction.Run(scan, () => session.Execute(MatchRows.Scan, ("@text", text.Text)));
    }

    /// <summary>FTS5 then passes over most rows without asking whether they are wanted.</summary>
    private string? Rarest(IEnumerable<Match> parts) => parts
        .OfType<Match.Token>()
        .Concat(parts.OfType<Match.Any>().Where(any => any.Parts is [Match.Token]).Select(any => (Match.Token)any.Parts[0]))
        .Select(token => (token.Value, Count: view.Tokens.Find(token.Value)?.Count ?? 0))
        .Where(token => token.Count < view.Rows / RareFacet)
        .OrderBy(token => token.Count)
        .Select(token => token.Value)
        .FirstOrDefault();

    private List<FoundRole> Page(Search search, TopRows best)
    {
        using var except = rows.Of(new Match.Ids(search.Except));
        return RolesOf(best.InOrder().Where(row => !except[row]).Skip(search.Skip).Take(search.Take));
    }

    private List<FoundRole> RolesOf(IEnumerable<int> found)
    {
        var roles = new List<FoundRole>();
        foreach (var row in found)
            roles.Add(new FoundRole(view.Slots[row], (string)session.Statement("SELECT id FROM search_rows WHERE slot = @slot", ("@slot", view.Slots[row])).ExecuteScalar()!));
        return roles;
    }
}
