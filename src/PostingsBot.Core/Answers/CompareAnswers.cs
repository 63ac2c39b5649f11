using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Two to four roles or employers side by side.</summary>
internal sealed class CompareAnswers(ICatalogue catalogue, CurrencyRates rates)
{
    private const int Most = 4;

    private static readonly IReadOnlyList<RoleField> Fields =
    [
        RoleField.Employer, RoleField.Location, RoleField.Workplace, RoleField.Seniority, RoleField.Employment, RoleField.Pay, RoleField.Skills,
        RoleField.Degree, RoleField.Experience, RoleField.Posted, RoleField.Apply,
    ];

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var subjects = new List<Subject>();
        var resolver = new TargetResolver(catalogue);
        var targets = asked.Question.Targets.Count > 0 ? asked.Question.Targets : [new Target.AllListed()];
        foreach (var target in targets)
        {
            switch (await resolver.ResolveAsync(target, asked, ct))
            {
                case Resolved.Role(var posting):
                    subjects.Add(Subject.Of(posting));
                    break;
                case Resolved.Company company:
                    subjects.AddRange(OfCompany(company, asked.Question));
                    break;
                case Resolved.Several(var postings, var total) when target is Target.AllListed || (targets.Count == 1 && total <= Most):
                    subjects.AddRange(postings.Select(Subject.Of));
                    break;
                case Resolved.Several(var postings, _):
                    return asked.Reply(MessageAnswers.WhichOf(postings), asked.Conversation with { Listed = [.. postings.Select(p => p.Id)] });
                case Resolved.Missing(var what):
                    return asked.Reply(MessageAnswers.Missing(what));
            }
        }

        subjects = [.. subjects.DistinctBy(s => (s.File, s.Posting?.Id)).Take(Most)];
        return subjects.Count < 2 ? asked.Reply(MessageAnswers.Clarify(Wording.NotComparable)) : Of(asked, subjects);
    }

    private static IEnumerable<Subject> OfCompany(Resolved.Company company, Question q) => company switch
    {
        { Document: { } document } when q.Field is not null || company.Postings.Count == 0 => [document],
        _ => company.Postings.Take(1).Select(Subject.Of),
    };

    private Outcome Of(Asked asked, List<Subject> subjects)
    {
        var fields = asked.Question.Field is { } field ? [field] : Fields;
        var cells = fields.Select(f => (Field: f, Facts: subjects.Select(s => CellOf(s, f, asked)).ToList())).ToList();
        var rows = cells
            .Select(c => Row(c.Field, c.Facts))
            .Where(r => asked.Question.Field is not null || r.Values.Any(v => v is not null))
            .OrderByDescending(r => r.Differs).ToList();
        var answer = new CompareAnswer([.. subjects.Select(s => s.Name)], rows)
        {
            Text = Wording.Compared(subjects.Select(s => s.Name), rows)
                + (asked.Question.Field is RoleField.Pay && subjects.TrueForAll(s => s.Posting is not null) ? PayVerdict.Of([.. subjects.Select(s => s.Posting!)], rates) : ""),
            Postings = [.. subjects.Select(s => s.Posting).OfType<Posting>()],
            Quotes = [.. cells.SelectMany(c => c.Facts).SelectMany(f => f).Select(f => f.Source).OfType<Quote>().DistinctBy(q => (q.File, q.Line))],
        };
        return asked.Reply(answer, asked.Conversation with { Listed = [.. answer.Postings.Select(p => p.Id)], Role = null, Employer = null });
    }

    /// <summary>Skills stand by need in a cell of their own; everything else as in a single fact.</summary>
    private static IReadOnlyList<FactRow> CellOf(Subject subject, RoleField field, Asked asked) =>
        field is RoleField.Skills && asked.Question.Field is null && subject.Posting is { } posting ? FieldFacts.SkillsByNeed(posting) : FieldFacts.Of(subject, field, asked.Today);

    private static CompareRow Row(RoleField field, IReadOnlyList<IReadOnlyList<FactRow>> facts)
    {
        var values = facts.Select(f => f.Count == 0 ? null : string.Join("; ", f.Select(r => r.Value).Distinct())).ToList();
        return new CompareRow(TermNames.Of(field), values, values.Distinct().Count() > 1);
    }
}
