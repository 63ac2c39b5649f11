using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>How many roles match, and how they divide.</summary>
internal sealed class CountAnswers(ICatalogue catalogue)
{
    private const int MostCounted = 10_000;
    private const int MostRows = 10;
    private const int MostLookedAt = 20;

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question;
        var take = q.By is null ? MostLookedAt : MostCounted;
        var page = await catalogue.SearchAsync(new Search(ConstraintMatch.Of(q.Constraints), q.Order, 0, take), ct);
        var rows = q.By is { } by ? Rows(page.Postings, by) : [];
        var shown = page.Postings.Take(RoleListAnswers.PageSize).ToList();
        var answer = new CountAnswer(rows)
        {
            Text = Wording.Counted(page.Total, RoleListAnswers.DocumentsOf(page.Postings, page.Total), q.Constraints, rows),
            Total = page.Total,
            Documents = RoleListAnswers.DocumentsOf(page.Postings, page.Total),
            Postings = shown,
            Suggestions = page.Total > 0 ? ["Show them"] : [],
        };
        return asked.Reply(answer, asked.Conversation with { Constraints = q.Constraints, Previous = asked.Conversation.Constraints, Order = q.Order, Listed = [.. shown.Select(p => p.Id)], Shown = 0, Role = null, Employer = null, Employers = [] });
    }

    private static List<CountRow> Rows(IReadOnlyList<Posting> postings, CountBy by) =>
    [
        .. postings.SelectMany(p => Values(p, by).Distinct(StringComparer.Ordinal).DefaultIfEmpty(Show.NotStated))
            .GroupBy(value => value, StringComparer.Ordinal)
            .Select(g => new CountRow(g.Key, g.Count()))
            .OrderByDescending(r => r.Count).ThenBy(r => r.Label, StringComparer.Ordinal)
            .Take(MostRows),
    ];

    private static IEnumerable<string> Values(Posting p, CountBy by) => by switch
    {
        CountBy.Employer => p.Company is { } company ? [company.Value] : [],
        CountBy.Country => p.Locations.Select(l => l.Value.Country).OfType<string>(),
        CountBy.Workplace => p.Workplace is { } workplace ? [TermNames.Of(workplace.Value)] : [],
        CountBy.Seniority => p.Seniorities.Select(s => TermNames.Of(s.Value)),
        CountBy.Discipline => p.Disciplines.Select(d => d.Value),
        CountBy.Skill => p.Skills.Select(s => s.Name),
        _ => p.EmploymentTypes.Select(t => TermNames.Of(t.Value)),
    };
}
