using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>Which employers: all, those in a field of business, those with roles that match, those without a role.</summary>
internal sealed class EmployerAnswers(ICatalogue catalogue)
{
    private const int MostRoles = 1_000;
    private const int MostPassages = 200;

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var q = asked.Question with { Topic = Topics(asked.Question), Constraints = [.. asked.Question.Constraints.Where(c => !IsTopic(c))] };
        IEnumerable<Employer> employers = await catalogue.EmployersAsync(ct);
        if (asked.Conversation.Employers.Count > 0 && q.WithoutRoles)
            employers = employers.Where(e => asked.Conversation.Employers.Contains(e.Name));
        if (q.WithoutRoles)
            employers = employers.Where(e => e.PostingIds.Count == 0 && IsNamed(e, q));
        var quotes = new List<Quote>();
        var listed = new List<Posting>();
        if (q.Constraints.Count > 0 && !q.WithoutRoles)
        {
            var page = await catalogue.SearchAsync(new Search(ConstraintMatch.Of(q.Constraints), SearchOrder.Relevance, 0, MostRoles), ct);
            listed.AddRange(page.Postings);
            var hiring = page.Postings.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            var saying = AsksForHiring(q) ? [] : await SayingAsync(employers, q.Constraints, ct);
            employers = employers.Where(e => e.PostingIds.Any(hiring.Contains) || saying.Contains(e.Name));
            quotes.AddRange(page.Postings.Take(RoleListAnswers.PageSize).SelectMany(p => WhyMatched.Lines(p, q.Constraints).Take(1).Select(e => Show.Quote(p.File, e))));
        }

        if (q.Topic.Count > 0)
            employers = await SpeakingOfAsync(employers, q.Topic, quotes, ct);
        var rows = employers.Select(e => new EmployerRow(e.Name, e.PostingIds.Count, e.DocumentFile is not null)).ToList();
        if (rows.Count == 0 && listed.Count == 0 && (q.Constraints.Count > 0 || q.Topic.Count > 0))
            return asked.Reply(await new NothingFound(catalogue).OfAsync(q, ct));
        var unnamed = listed.Count(p => p.Company is null);
        var answer = new CompanyAnswer(rows)
        {
            Text = Wording.Employers(rows, q, unnamed),
            Postings = [.. listed.Take(RoleListAnswers.PageSize)],
            Quotes = quotes,
            Suggestions = [.. rows.Take(2).Select(r => $"What about {r.Name}?")],
        };
        return asked.Reply(answer, asked.Conversation with
        {
            Employers = [.. rows.Select(r => r.Name)],
            Employer = rows.Count == 1 ? rows[0].Name : null,
            Role = null,
            Listed = [.. answer.Postings.Select(p => p.Id)],
            Shown = answer.Postings.Count,
            Constraints = q.Constraints,
            Order = SearchOrder.Relevance,
        });
    }

    /// <summary>Words that no vocabulary knows are what an employer is about, not what a role must hold.</summary>
    private static ValueList<string> Topics(Question q) => [.. q.Topic, .. q.Constraints.Where(IsTopic).SelectMany(c => ((WordsConstraint)c).Words)];

    private static bool IsTopic(Constraint constraint) => constraint is WordsConstraint { Negated: false };

    /// <summary>"Which companies hire Django people" asks for roles; "which companies use Django" for what they say of themselves too.</summary>
    private static bool AsksForHiring(Question q) => Words.Split(q.Text).Any(w => w.Stem is "hir" or "job" or "rol" or "opening" or "open" or "position" or "vacancy" or "recruit" or "look" or "seek");

    private async Task<HashSet<string>> SayingAsync(IEnumerable<Employer> employers, IReadOnlyList<Constraint> constraints, CancellationToken ct)
    {
        var saying = new HashSet<string>(StringComparer.Ordinal);
        foreach (var employer in employers.Where(e => e.DocumentFile is not null))
        {
            if ((await catalogue.FindDocumentAsync(employer.DocumentFile!, ct))?.Company is { } company && constraints.All(c => Says(company, c)))
                saying.Add(employer.Name);
        }

        return saying;
    }

    private static bool Says(CompanyDocument company, Constraint constraint) => constraint switch
    {
        SkillConstraint c => company.Skills.Any(s => c.AnyOf.Contains(s.Name)) != c.Negated,
        WorkplaceConstraint c => (company.Workplace is { } workplace && c.AnyOf.Contains(workplace.Value)) != c.Negated,
        _ => false,
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
        var hits = (await catalogue.PassagesAsync(stems, MostPassages, ct)).ToLookup(h => h.File, StringComparer.Ordinal);
        foreach (var employer in employers)
        {
            var files = new List<string>();
            if (employer.DocumentFile is { } file)
                files.Add(file);
            foreach (var id in employer.PostingIds.Take(RoleListAnswers.PageSize))
            {
                if (await catalogue.FindPostingAsync(id, ct) is { } posting)
                    files.Add(posting.File);
            }

            if (files.SelectMany(f => hits[f]).FirstOrDefault() is not { } hit)
                continue;
            speaking.Add(employer);
            quotes.Add(Show.Quote(hit.File, hit.Passage));
        }

        return speaking;
    }
}
