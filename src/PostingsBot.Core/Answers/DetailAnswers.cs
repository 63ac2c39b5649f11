using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>All about one role, with what is not stated named.</summary>
internal sealed class DetailAnswers(ICatalogue catalogue)
{
    private static readonly IReadOnlyList<RoleField> WorthSaying =
    [
        RoleField.Employer, RoleField.Location, RoleField.Workplace, RoleField.Employment, RoleField.Seniority, RoleField.Pay, RoleField.Posted,
        RoleField.Degree, RoleField.Experience, RoleField.Visa, RoleField.Apply,
    ];

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        var target = asked.Question.Targets.Count > 0 ? asked.Question.Targets[0] : new Target.Focus();
        return await new TargetResolver(catalogue).ResolveAsync(target, asked, ct) switch
        {
            Resolved.Role(var posting) => Of(asked, posting),
            Resolved.Company { Postings: [var only], Document: null } => Of(asked, only),
            Resolved.Company company => CompanyAnswers.General(asked, company),
            Resolved.Several(var postings, _) => asked.Reply(MessageAnswers.WhichOf(postings), asked.Conversation with { Listed = [.. postings.Select(p => p.Id)] }),
            Resolved.Missing(var what) => asked.Reply(MessageAnswers.Missing(what)),
            _ => asked.Reply(MessageAnswers.Clarify(Wording.NothingToPointAt(asked.Conversation.Listed.Count))),
        };
    }

    /// <summary>A remote role needs no place of its own.</summary>
    private static bool IsMissed(Posting posting, RoleField field) =>
        !RoleFields.IsStated(posting, field) && !(field is RoleField.Location && posting.Workplace?.Value is Workplace.Remote);

    private static Outcome Of(Asked asked, Posting posting) =>
        asked.Reply(Of(posting, asked.Today), asked.Conversation with { Role = posting.Id, Employer = posting.Company?.Value });

    public static DetailAnswer Of(Posting posting, LocalDate today)
    {
        var subject = Subject.Of(posting);
        var facts = FieldFacts.Overview.SelectMany(field => field is RoleField.Skills ? FieldFacts.SkillsByNeed(posting) : FieldFacts.Of(subject, field, today)).ToList();
        var notStated = WorthSaying.Where(field => IsMissed(posting, field)).Select(TermNames.Of).ToList();
        return new DetailAnswer(posting, facts, notStated, [.. posting.Sections.Where(s => s.Kind is not (SectionKind.Legal or SectionKind.Head))])
        {
            Text = Wording.Detail(posting),
            Postings = [posting],
            Quotes = [.. facts.Select(f => f.Source).OfType<Quote>().Prepend(Show.Quote(posting.File, posting.Title.Evidence)).DistinctBy(q => (q.File, q.Line))],
        };
    }
}
