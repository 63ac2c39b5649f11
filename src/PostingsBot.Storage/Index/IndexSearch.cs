using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>A role of a page: its id and the number of its row, which stands for what is shown of it now and never for anything else.</summary>
internal readonly record struct FoundRole(long Slot, string Id);

/// <summary>What a search finds: the page's roles, how many match in all, and how they divide.</summary>
internal sealed record FoundRoles(IReadOnlyList<FoundRole> Page, int Total, IReadOnlyList<FacetCounts> Facets, PayOrder? Pay);

/// <summary>One search over one view: the rows that match, then their order, their number and how they divide.</summary>
internal sealed class IndexSearch(IndexView view, SqliteSession session)
{
    private readonly MatchRows rows = new(view, session);

    public FoundRoles Run(Search search)
    {
        using var found = rows.Live(MatchParts.Conditions(search.Match));
        var best = new TopRows(view, search.Take == 0 ? 0 : (int)Math.Min(int.MaxValue, (long)search.Except.Count + search.Skip + search.Take));
        var wanted = search is { Take: > 0, Order: SearchOrder.Relevance } ? MatchParts.Wanted(search.Match).ToList() : [];
        PayOrder? pay = null;
        if (wanted.Count > 0)
            new Relevance(view, session, wanted).Offer(found, best);
        else
            pay = RowOrder.Offer(view, found, search, best);
        var division = new RowDivision(view, found);
        var total = found.Count();
        return new FoundRoles(Page(search, best), total, [.. search.Facets.Select(by => total == view.LiveRows ? OfAll(division, by, search.MostValues) : division.Of(by, search.MostValues))], pay);
    }

    /// <summary>How all roles divide is asked with every question about employers, and is the same until one changes.</summary>
    private FacetCounts OfAll(RowDivision division, CountBy by, int most) => view.Divided.GetOrAdd((by, most), static (key, all) => all.Of(key.By, key.Most), division);

    public int Count(Match match)
    {
        using var found = rows.Live(MatchParts.Conditions(match));
        return found.Count();
    }

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
