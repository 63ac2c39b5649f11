using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>How many roles match, and how they divide.</summary>
internal sealed class CountAnswers(ICatalogue catalogue)
{
    private const int MostRows = 10;
    private const int MostLookedAt = 20;

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question;
        var search = new Search(ConstraintMatch.Of(q.Constraints), q.Order, MostLookedAt)
        {
            Facets = q.By is { } by ? [by] : [],
            MostValues = MostRows,
        };
        var page = ClosedRoles.AreWanted(q.Constraints) && await new ClosedRoles(catalogue).FindAsync(q.Constraints, ct) is var closed
            ? new SearchPage(closed.Count, closed)
            : await catalogue.SearchAsync(search, ct);
        var rows = page.Facets is [var facet] ? Rows(facet, page.Total) : await EachAsync(q, ct);
        var shown = page.Postings.Take(RoleListAnswers.PageSize).ToList();
        var documents = RoleListAnswers.DocumentsOf(page.Postings, page.Total);
        var answer = new CountAnswer(rows)
        {
            Text = Wording.Counted(page.Total, documents, q.Constraints, rows),
            Total = page.Total,
            Documents = documents,
            Postings = shown,
            Suggestions = page.Total > 0 ? ["Show them"] : [],
        };
        return asked.Reply(answer, asked.Conversation with { Constraints = q.Constraints, Previous = asked.Conversation.Constraints, Order = q.Order, Listed = [.. shown.Select(p => p.Id)], Shown = [], Role = null, Employer = null, Employers = [] });
    }

    private async Task<List<CountRow>> EachAsync(Question q, CancellationToken ct)
    {
        var rows = new List<CountRow>();
        foreach (var constraint in q.Each)
            rows.Add(new CountRow(constraint.Label, await catalogue.CountAsync(ConstraintMatch.Of([.. q.Constraints, constraint]), ct)));
        return rows;
    }

    private static List<CountRow> Rows(FacetCounts facet, int total)
    {
        var rows = facet.Values.Select(v => new CountRow(v.Label, v.Count)).ToList();
        if (total > facet.Stated)
            rows.Add(new CountRow(Show.NotStated, total - facet.Stated));
        return [.. rows.OrderByDescending(r => r.Count).ThenBy(r => r.Label, StringComparer.Ordinal).Take(MostRows)];
    }
}
