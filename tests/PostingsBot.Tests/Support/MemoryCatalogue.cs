using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;

namespace PostingsBot.Tests.Support;

/// <summary>A catalogue in memory: every match is evaluated posting by posting.</summary>
internal sealed class MemoryCatalogue(params ParsedDocument[] documents) : ICatalogue
{
    private readonly List<Posting> postings = [.. documents.SelectMany(d => d.Postings)];

    public Task<SearchPage> SearchAsync(Search search, CancellationToken ct)
    {
        var found = Open.Where(p => Holds(search.Match, p)).ToList();
        var currency = found.SelectMany(p => p.Salaries.Select(s => s.Value.Currency).Distinct()).GroupBy(own => own).OrderByDescending(own => own.Count()).ThenByDescending(own => own.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        IEnumerable<Posting> ordered = search.Order switch
        {
            SearchOrder.Newest => found.OrderByDescending(p => p.Posted?.Value),
            SearchOrder.MostShared => found.OrderByDescending(p => AlternativesOf(search.Match).Count(part => Holds(part, p))),
            SearchOrder.BestPaid => found.OrderByDescending(p => MostIn(currency, p) ?? -1),
            SearchOrder.LowestPaid => found.OrderBy(p => MostIn(currency, p) ?? decimal.MaxValue),
            SearchOrder.LeastExperience => found.OrderBy(p => p.Experience?.Value.MinYears ?? int.MaxValue),
            SearchOrder.MostExperience => found.OrderByDescending(p => p.Experience?.Value.MinYears ?? -1),
            _ => found,
        };
        return Task.FromResult(new SearchPage(found.Count, [.. ordered.Where(p => !search.Except.Contains(p.Id)).Skip(search.Skip).Take(search.Take)])
        {
            Facets = [.. search.Facets.Select(by => Count(by, found, search.MostValues))],
            PaidIn = currency,
            OtherPay = search.Order is SearchOrder.BestPaid or SearchOrder.LowestPaid ? found.Count(p => p.Salaries.Count > 0 && MostIn(currency, p) is null) : 0,
        });
    }

    public Task<int> CountAsync(Match match, CancellationToken ct) => Task.FromResult(Open.Count(p => Holds(match, p)));

    public Task<IReadOnlyList<Posting>> NotOpenAsync(Match match, int take, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Posting>>([.. postings.Where(p => !p.IsOpen && Holds(match, p)).Take(take)]);

    public Task<Posting?> FindPostingAsync(string id, CancellationToken ct) => Task.FromResult(postings.Find(p => p.Id == id));

    public Task<ParsedDocument?> FindDocumentAsync(string file, CancellationToken ct) => Task.FromResult(Array.Find(documents, d => d.File == file));

    public Task<IReadOnlyList<Employer>> EmployersAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Employer>>(employers ??=
    [
        .. documents.Where(d => d.Company?.Name is not null).Select(d => d.Company!.Name!.Value)
            .Concat(postings.Where(p => p.Company is not null).Select(p => p.Company!.Value))
            .Distinct().Order(StringComparer.Ordinal)
            .Select(name => new Employer(name, Array.Find(documents, d => d.Company?.Name?.Value == name)?.File)),
    ]);

    public Task<IReadOnlyList<PassageHit>> PassagesAsync(IReadOnlyList<string> words, int take, CancellationToken ct) => Task.FromResult<IReadOnlyList<PassageHit>>(
    [
        .. documents.SelectMany(d => (d.Company?.Sections ?? []).Select(s => (Section: s, Employer: d.Company?.Name?.Value))
                .Concat(d.Postings.SelectMany(p => p.Sections.Select(s => (Section: s, Employer: p.Company?.Value))))
                .SelectMany(x => x.Section.Passages.Select(p => new PassageHit(d.File, x.Section, p, x.Employer))))
            .Where(hit => Words.Split(hit.Passage.Text).Any(w => words.Contains(w.Stem)))
            .Take(take),
    ]);

    private static decimal? MostIn(string? currency, Posting posting) =>
        posting.Salaries.Where(s => s.Value.Currency == currency).Select(s => (decimal?)PayMath.PerYear(s.Value.Max ?? s.Value.Min ?? 0, s.Value.Period)).Max();

    private readonly Dictionary<string, HashSet<string>> tokens = new(StringComparer.Ordinal);

    private FacetCounts Count(CountBy by, List<Posting> found, int most)
    {
        var values = found
            .Select(p => TokensOf(p).Where(t => Facets.LabelOf(by, t) is not null).Select(t => (Token: t, Label: by is CountBy.Employer ? p.Company!.Value : Facets.LabelOf(by, t)!)).ToList())
            .ToList();
        var counted = values.SelectMany(v => v).GroupBy(v => v).Select(g => new FacetCount(g.Key.Token, g.Key.Label, g.Count()))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.Ordinal);
        return new FacetCounts(by, values.Count(v => v.Count > 0), [.. counted.Take(most)]);
    }

    private static IReadOnlyList<Match> AlternativesOf(Match match) => match switch
    {
        Match.Any any => any.Parts,
        Match.All all => all.Parts.OfType<Match.Any>().FirstOrDefault()?.Parts ?? [],
        _ => [],
    };

    private List<Employer>? employers;

    private bool Holds(Match match, Posting posting) => MatchEvaluator.Holds(match, posting, TokensOf(posting));

    private HashSet<string> TokensOf(Posting posting)
    {
        lock (tokens)
        {
            if (!tokens.TryGetValue(posting.Id, out var known))
                tokens.Add(posting.Id, known = MatchEvaluator.TokensOf(posting));
            return known;
        }
    }

    private IEnumerable<Posting> Open => postings.Where(p => p.IsOpen);
}
