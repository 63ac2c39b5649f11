using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Answers;

/// <summary>Lists roles: a page, the next page, or the best by pay or date.</summary>
internal sealed class RoleListAnswers(ICatalogue catalogue, CurrencyRates rates)
{
    public const int PageSize = 10;

    /// <summary>A conversation remembers no more of one list.</summary>
    private const int MostShown = 500;

    public async Task<Outcome> FindAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question;
        if (ClosedRoles.AreWanted(q.Constraints) && await ClosedAsync(asked, [], ct) is { } closed)
            return closed;
        if (NumbersIn(q).Any() && await AmongByTextAsync(asked, ct) is { } counted)
            return counted;
        var take = q.Top > 0 ? Math.Min(q.Top, PageSize) : PageSize;
        var page = await catalogue.SearchAsync(new Search(MatchOf(q), q.Order, take) { Facets = q.Top > 0 ? [] : RoleFacets.Wanted, Rates = rates.InBase }, ct);
        if (await new ClosedRoles(catalogue).AmongAsync(q.Constraints, ct) is { Count: > 0 } closedOnes)
            page = page with { Total = page.Total + closedOnes.Count, Postings = [.. page.Postings, .. closedOnes] };
        if (page.Total == 0 && q.Top > 0 && await catalogue.CountAsync(ConstraintMatch.Of(q.Constraints), ct) is > 0 and var silent)
            return asked.Reply(NoneStates(silent, q), asked.Conversation);
        if (page.Total == 0)
            return await AmongByTextAsync(asked, ct) ?? await NothingFoundAsync(asked, ct);
        var total = q.Top > 0 ? page.Postings.Count : page.Total;
        var facets = total > 2 ? RoleFacets.Of(page) : [];
        var answer = new RoleListAnswer(facets, total > page.Postings.Count)
        {
            Text = (q.Top == 1 ? Best(page.Postings[0], q.Order, asked) : q.Top > 1 ? Wording.FirstBy(q.Order, page, q.Constraints) : Wording.Roles(total, page.Postings, 0, q.Constraints) + await OtherPay.SayAsync(catalogue, q.Constraints, ct) + Wording.AnyCurrency(q.Constraints, page.Postings)) + Wording.NotRanked(page, rates),
            Postings = page.Postings,
            Total = total,
            Documents = DocumentsOf(page.Postings, total),
            Quotes = QuotesFor(page.Postings, q),
            Suggestions = Suggestions(page.Postings),
        };
        return asked.Reply(answer, Remember(asked.Conversation, q, page.Postings, []));
    }

    /// <summary>Those that take no applications any more, after the ones shown before; null when there is none (left).</summary>
    private async Task<Outcome?> ClosedAsync(Asked asked, ValueList<string> before, CancellationToken ct)
    {
        var q = asked.Question;
        var all = await new ClosedRoles(catalogue).FindAsync(q.Constraints, ct);
        List<Posting> page = [.. all.Where(p => !before.Contains(p.Id)).Take(PageSize)];
        return page.Count == 0 ? null : asked.Reply(
            new RoleListAnswer([], HasMore: all.Count > before.Count + page.Count)
            {
                First = before.Count + 1,
                Text = Wording.Roles(all.Count, page, before.Count, q.Constraints),
                Postings = page,
                Total = all.Count,
                Documents = DocumentsOf(page, all.Count),
                Quotes = QuotesFor(page, q),
                Suggestions = Suggestions(page),
            },
            Remember(asked.Conversation, q, page, before));
    }

    private static IEnumerable<string> NumbersIn(Question q) => Words.Split(q.Text).Select(w => w.Folded).Where(w => w.All(char.IsAsciiDigit));

    /// <summary>"Which one offers 23 days of holiday?" of a list: those whose text says so in these words or ones like them.</summary>
    private async Task<Outcome?> AmongByTextAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question;
        if (q.Top > 0 || q.Constraints.OfType<AmongConstraint>().FirstOrDefault() is not { } among || !q.Constraints.All(c => c is AmongConstraint or WordsConstraint { Negated: false }))
            return null;
        var said = q.Constraints.OfType<WordsConstraint>().SelectMany(c => c.Words).Concat(NumbersIn(q)).Distinct(StringComparer.Ordinal).ToList();
        var telling = new List<(Posting Posting, Quote Quote)>();
        foreach (var id in among.PostingIds)
        {
            if (await catalogue.FindPostingAsync(id, ct) is { } posting && Passages.Find(posting.Sections, said, wantsNumber: false, Passages.ThresholdAnywhere) is [var (_, passage), ..])
                telling.Add((posting, Show.Quote(posting.File, passage)));
        }

        List<Posting> postings = [.. telling.Select(found => found.Posting)];
        return postings.Count == 0 ? null : asked.Reply(
            new RoleListAnswer([], HasMore: false)
            {
                Text = Wording.Roles(postings.Count, postings, 0, q.Constraints),
                Postings = postings,
                Total = postings.Count,
                Documents = DocumentsOf(postings, postings.Count),
                Quotes = [.. telling.Select(found => found.Quote)],
                Suggestions = Suggestions(postings),
            },
            Remember(asked.Conversation, q, postings, []));
    }

    public async Task<Outcome> MoreAsync(Asked asked, CancellationToken ct)
    {
        var before = asked.Conversation;
        if (before.Shown.Count >= MostShown)
            return asked.Reply(MessageAnswers.Clarify(Wording.ShownEnough(before.Shown.Count)));
        var question = asked.Question with { Constraints = before.Constraints, Order = before.Order };
        if (ClosedRoles.AreWanted(before.Constraints))
            return await ClosedAsync(asked with { Question = question }, before.Shown, ct) ?? asked.Reply(MessageAnswers.Clarify(Wording.NothingMore));
        var isNextBest = question.Top > 0;
        var page = await catalogue.SearchAsync(new Search(MatchOf(question), before.Order, isNextBest ? question.Top : PageSize) { Except = before.Shown, Rates = rates.InBase }, ct);
        if (page.Postings.Count == 0)
            return asked.Reply(MessageAnswers.Clarify(before.Shown.Count > 0 ? Wording.NothingMore : Wording.NothingListed));
        var answer = new RoleListAnswer([], !isNextBest && page.Total > before.Shown.Count + page.Postings.Count)
        {
            First = isNextBest ? 1 : before.Shown.Count + 1,
            Text = isNextBest ? Best(page.Postings[0], before.Order, asked) : Wording.Roles(page.Total, page.Postings, before.Shown.Count, before.Constraints),
            Postings = page.Postings,
            Total = isNextBest ? page.Postings.Count : page.Total,
            Quotes = QuotesFor(page.Postings, question),
            Suggestions = Suggestions(page.Postings),
        };
        return (asked with { Question = question }).Reply(answer, Remember(before, question, page.Postings, before.Shown));
    }

    private async Task<Outcome> NothingFoundAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question;
        var answer = await new NothingFound(catalogue).OfAsync(q, ct);
        return asked.Reply(answer, Remember(asked.Conversation, q, [], []));
    }

    /// <summary>What a list of roles is searched by. The best by pay, date or experience are only to be had from those that state it.</summary>
    public static Match MatchOf(Question q)
    {
        var match = ConstraintMatch.Of(q.Constraints);
        return q switch
        {
            { Top: > 0, Order: SearchOrder.BestPaid or SearchOrder.LowestPaid } => new Match.All([match, new Match.Token(PostingTokens.States(RoleField.Pay))]),
            { Top: > 0, Order: SearchOrder.Newest or SearchOrder.Oldest } => new Match.All([match, new Match.Token(PostingTokens.States(RoleField.Posted))]),
            { Top: > 0, Order: SearchOrder.LeastExperience or SearchOrder.MostExperience } => new Match.All([match, new Match.Token(PostingTokens.States(RoleField.Experience))]),
            _ => match,
        };
    }

    /// <summary>How many documents the roles stand in, when all of them are given.</summary>
    public static int? DocumentsOf(IReadOnlyList<Posting> postings, int total) =>
        postings.Count == total ? postings.Select(p => p.File).Distinct(StringComparer.Ordinal).Count() : null;

    /// <summary>What an order goes by.</summary>
    private static RoleField FieldOf(SearchOrder order) => order switch
    {
        SearchOrder.BestPaid or SearchOrder.LowestPaid => RoleField.Pay,
        SearchOrder.LeastExperience or SearchOrder.MostExperience => RoleField.Experience,
        _ => RoleField.Posted,
    };

    private static NotStatedAnswer NoneStates(int roles, Question q) =>
        new(Show.Count(roles, "role", "roles"), TermNames.Of(FieldOf(q.Order))) { Text = Wording.NoneStates(roles, FieldOf(q.Order), q.Constraints), Total = 0 };

    private static string Best(Posting posting, SearchOrder order, Asked asked)
    {
        var rows = FieldFacts.Of(Subject.Of(posting), FieldOf(order), asked.Today);
        return Wording.Best(posting, rows.Count > 0 ? string.Join("; ", rows.Select(r => r.Value)) : Show.NotStated);
    }

    private static Conversation Remember(Conversation before, Question q, IReadOnlyList<Posting> listed, IEnumerable<string> shownBefore) => before with
    {
        Constraints = q.Constraints,
        Previous = q.Constraints.Equals(before.Constraints) ? before.Previous : before.Constraints,
        Order = q.Order,
        Listed = [.. listed.Select(p => p.Id)],
        Shown = [.. shownBefore, .. listed.Select(p => p.Id)],
        Role = listed.Count == 1 ? listed[0].Id : null,
        Employer = OnlyEmployer(q.Constraints),
        Employers = [],
        Field = null,
    };

    private static string? OnlyEmployer(IEnumerable<Constraint> constraints) =>
        constraints.OfType<EmployerConstraint>().FirstOrDefault(c => !c.Negated) is { AnyOf: [var name] } ? name : null;

    private static List<string> Suggestions(IReadOnlyList<Posting> listed) =>
        listed is [{ ApplyUrl: not null }] ? ["How do I apply?"] : [];

    /// <summary>For each role the line that shows why it is here; its title when nothing better speaks of the constraints.</summary>
    private static List<Quote> QuotesFor(IReadOnlyList<Posting> postings, Question q) =>
        [.. postings.SelectMany(p => WhyMatched.Lines(p, q.Constraints).Select(e => Show.Quote(p.File, e)))];
}
