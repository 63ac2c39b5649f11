using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>Which employers: all, those in a field of business, those with roles that match, those without a role.</summary>
internal sealed class EmployerAnswers(ICatalogue catalogue)
{
    private const int MostPassages = 200;

    /// <summary>Of more employers than this, those with most roles are listed.</summary>
    private const int MostListed = 100;

    /// <summary>More company documents than this are not all read: only those that hold a word asked for.</summary>
    private const int MostDocuments = 200;

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question with { Topic = Topics(asked.Question), Constraints = [.. asked.Question.Constraints.Where(c => !IsTopic(c))] };
        IEnumerable<Employer> employers = await catalogue.EmployersAsync(ct);
        var roles = (await HiringAsync(Match.Everything, 0, ct)).Facets[0].Values.ToDictionary(v => v.Label, v => v.Count, StringComparer.Ordinal);
        if (asked.Conversation.Employers.Count > 0 && q.WithoutRoles)
            employers = employers.Where(e => asked.Conversation.Employers.Contains(e.Name));
        if (q.WithoutRoles)
            employers = employers.Where(e => !roles.ContainsKey(e.Name) && IsNamed(e, q));
        var quotes = new List<Quote>();
        SearchPage? page = null;
        if (q.Constraints.Count > 0 && !q.WithoutRoles)
        {
            page = await HiringAsync(ConstraintMatch.Of(q.Constraints), RoleListAnswers.PageSize, ct);
            var hiring = page.Facets[0].Values.Select(v => v.Label).ToHashSet(StringComparer.Ordinal);
            var saying = AsksForHiring(q) ? [] : await SayingAsync(employers, q.Constraints, quotes, ct);
            employers = employers.Where(e => hiring.Contains(e.Name) || saying.Contains(e.Name));
            quotes.AddRange(page.Postings.SelectMany(p => WhyMatched.Lines(p, q.Constraints).Take(1).Select(e => Show.Quote(p.File, e))));
        }

        if (q.Topic.Count > 0)
            employers = await SpeakingOfAsync(employers, q.Topic, quotes, ct);
        if (q.LeastRoles > 0 && page is not null)
            roles = page.Facets[0].Values.ToDictionary(v => v.Label, v => v.Count, StringComparer.Ordinal);
        var all = employers.Select(e => new EmployerRow(e.Name, roles.GetValueOrDefault(e.Name), e.DocumentFile is not null)).Where(row => row.Roles >= q.LeastRoles).ToList();
        if (q.LeastRoles > 0)
            all = [.. all.OrderByDescending(row => row.Roles).ThenBy(row => row.Name, StringComparer.Ordinal)];
        var rows = all.Count <= MostListed ? all : [.. all.OrderByDescending(row => row.Roles).ThenBy(row => row.Name, StringComparer.Ordinal).Take(MostListed)];
        if (rows.Count == 0 && page is null or { Total: 0 } && (q.Constraints.Count > 0 || q.Topic.Count > 0))
            return asked.Reply(await new NothingFound(catalogue).OfAsync(q, ct));
        var unnamed = page is null ? 0 : page.Total - page.Facets[0].Stated;
        var answer = new CompanyAnswer(rows)
        {
            Text = Wording.Employers(rows, all.Count, q, unnamed),
            Unlisted = all.Count - rows.Count,
            Postings = page?.Postings ?? [],
            Quotes = quotes,
        };
        return asked.Reply(answer, asked.Conversation with
        {
            Employers = [.. rows.Select(r => r.Name)],
            Employer = rows.Count == 1 ? rows[0].Name : null,
            Role = null,
            Listed = [.. answer.Postings.Select(p => p.Id)],
            Shown = [.. answer.Postings.Select(p => p.Id)],
            Constraints = q.Constraints,
            Previous = asked.Conversation.Constraints,
            Order = SearchOrder.Relevance,
        });
    }

    /// <summary>Words that no vocabulary knows are what an employer is about, not what a role must hold.</summary>
    private static ValueList<string> Topics(Question q) => [.. q.Topic, .. q.Constraints.Where(IsTopic).SelectMany(c => ((WordsConstraint)c).Words)];

    private static bool IsTopic(Constraint constraint) => constraint is WordsConstraint { Negated: false };

    /// <summary>"Which companies hire Django people" asks for roles; "which companies use Django" for what they say of themselves too.</summary>
    private static bool AsksForHiring(Question q) => Words.Split(q.Text).Any(w => w.Stem is "hir" or "job" or "rol" or "opening" or "open" or "position" or "vacancy" or "recruit" or "look" or "seek");

    private Task<SearchPage> HiringAsync(Match match, int take, CancellationToken ct) =>
        catalogue.SearchAsync(new Search(match, SearchOrder.Relevance, take) { Facets = [CountBy.Employer], MostValues = int.MaxValue }, ct);

    private async Task<HashSet<string>> SayingAsync(IEnumerable<Employer> employers, IReadOnlyList<Constraint> constraints, List<Quote> quotes, CancellationToken ct)
    {
        var saying = new HashSet<string>(StringComparer.Ordinal);
        var documents = employers.Where(e => e.DocumentFile is not null).ToList();
        if (documents.Count > MostDocuments)
        {
            var stems = constraints.SelectMany(c => Words.Split(c.Label)).Select(w => w.Stem).ToList();
            var files = (await catalogue.PassagesAsync(stems, MostDocuments, ct)).Select(h => h.File).ToHashSet(StringComparer.Ordinal);
            documents = documents.FindAll(e => files.Contains(e.DocumentFile!));
        }

        foreach (var employer in documents)
        {
            if ((await catalogue.FindDocumentAsync(employer.DocumentFile!, ct))?.Company is not { } company)
                continue;
            var lines = constraints.Select(c => Says(company, c)).ToList();
            if (lines.Contains(null))
                continue;
            saying.Add(employer.Name);
            quotes.AddRange(lines.OfType<Evidence>().Select(line => Show.Quote(employer.DocumentFile!, line)));
        }

        return saying;
    }

    /// <summary>The line that says it of the employer itself, if one does.</summary>
    private static Evidence? Says(CompanyDocument company, Constraint constraint) => constraint switch
    {
        SkillConstraint { Negated: false } c => company.Skills.FirstOrDefault(s => c.AnyOf.Contains(s.Name))?.Evidence,
        WorkplaceConstraint { Negated: false } c when company.Workplace is { } workplace && c.AnyOf.Contains(workplace.Value) => workplace.Evidence,
        _ => null,
    };

    private static bool IsNamed(Employer employer, Question q) =>
        q.Constraints.OfType<EmployerConstraint>().All(c => c.AnyOf.Contains(employer.Name) != c.Negated);

    /// <summary>Employers whose documents hold one of the words; only when none does, those with a word that means the same.</summary>
    private async Task<IEnumerable<Employer>> SpeakingOfAsync(IEnumerable<Employer> employers, IEnumerable<string> topic, List<Quote> quotes, CancellationToken ct)
    {
        var candidates = employers.ToList();
        var stems = topic.SelectMany(t => Words.Split(t)).Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToList();
        var exact = await HoldingAsync(candidates, stems, quotes, ct);
        if (exact.Count > 0)
            return exact;
        var alike = stems.SelectMany(s => Terms.Synonyms.TryGetValue(s, out var more) ? more : []).Distinct(StringComparer.Ordinal).ToList();
        return await HoldingAsync(candidates, alike, quotes, ct);
    }

    private async Task<List<Employer>> HoldingAsync(List<Employer> employers, List<string> stems, List<Quote> quotes, CancellationToken ct)
    {
        var speaking = new List<Employer>();
        var hits = (await catalogue.PassagesAsync(stems, MostPassages, ct)).ToLookup(h => h.Employer, StringComparer.Ordinal);
        foreach (var employer in employers.Where(e => hits.Contains(e.Name)))
        {
            var hit = hits[employer.Name].FirstOrDefault(h => h.File == employer.DocumentFile) ?? hits[employer.Name].First();
            speaking.Add(employer);
            quotes.Add(Show.Quote(hit.File, hit.Passage));
        }

        return speaking;
    }
}
