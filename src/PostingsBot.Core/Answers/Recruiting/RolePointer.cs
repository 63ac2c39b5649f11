using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers.Recruiting;

/// <summary>Which roles somebody means who wants to change them.</summary>
public sealed class RolePointer(ICatalogue catalogue)
{
    /// <summary>The one role that a question's target means; null for one that is in focus.</summary>
    public async Task<PointedAt> OneAsync(Target? target, Question question, Conversation conversation, LocalDate today, CancellationToken ct)
    {
        var asked = new Asked(question, conversation, today);
        return await new TargetResolver(catalogue).ResolveAsync(target ?? new Target.Focus(), asked, ct) switch
        {
            Resolved.Role(var posting) => new PointedAt.Roles([posting], 1),
            Resolved.Company { Postings: [var only] } => new PointedAt.Roles([only], 1),
            Resolved.Company { Postings: { Count: > 1 } several } => WhichOf(several, conversation),
            Resolved.Company { Employer.Name: var name } => new PointedAt.Nothing(name),
            Resolved.Several(var postings, _) => WhichOf(postings, conversation),
            Resolved.Missing(var what) => new PointedAt.Nothing(what),
            _ => new PointedAt.Nothing(null),
        };
    }

    /// <summary>All open roles that a target means.</summary>
    public async Task<PointedAt> AllAsync(Target? target, Question question, Conversation conversation, LocalDate today, int most, CancellationToken ct)
    {
        if (ConstraintsOf(target) is not { } constraints)
            return await OneAsync(target, question, conversation, today, ct);
        var page = await catalogue.SearchAsync(new Search(ConstraintMatch.Of(constraints), SearchOrder.Newest, most), ct);
        return page.Total > 0 ? new PointedAt.Roles(page.Postings, page.Total) : new PointedAt.Nothing(Wording.Constraints([.. constraints]));
    }

    /// <summary>Whether a role is one that the target describes, open or not. Nothing fits a target that describes none.</summary>
    public static bool Fits(Target? target, Posting posting) =>
        target is not Target.AllListed && ConstraintsOf(target) is { } constraints && MatchEvaluator.Holds(ConstraintMatch.Of(constraints), posting);

    /// <summary>Open roles of the same employer with the same words in their titles.</summary>
    public async Task<IReadOnlyList<Posting>> TwinsAsync(Posting posting, int most, CancellationToken ct)
    {
        var title = PostingTokens.TitleWordsOf(posting);
        if (title.Count == 0)
            return [];
        var same = title.Select(word => (Match)new Match.Token(PostingTokens.TitleWord(word)));
        if (posting.Company is { } company)
            same = same.Append(new Match.Token(PostingTokens.Employer(company.Value)));
        var page = await catalogue.SearchAsync(new Search(new Match.All([.. same, new Match.Not(new Match.Ids([posting.Id]))]), SearchOrder.Newest, most), ct);
        return [.. page.Postings.Where(one => PostingTokens.TitleWordsOf(one).ToHashSet(StringComparer.Ordinal).SetEquals(title))];
    }

    private static IEnumerable<Constraint>? ConstraintsOf(Target? target) => target switch
    {
        Target.Described described => described.Constraints,
        Target.Company company => [new EmployerConstraint([company.Name])],
        _ => null,
    };

    /// <summary>Asks which of several roles is meant.</summary>
    public static PointedAt.Ask WhichOf(IReadOnlyList<Posting> postings, Conversation conversation) =>
        new(MessageAnswers.WhichOf(postings), conversation with { Listed = [.. postings.Select(posting => posting.Id)] });
}

/// <summary>What a target turned out to mean.</summary>
public abstract record PointedAt
{
    private PointedAt()
    {
    }

    /// <param name="Found">At least one; the first of <paramref name="Total"/>.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Roles(IReadOnlyList<Posting> Found, int Total) : PointedAt;

    /// <summary>Several fit: asks which one.</summary>
    public sealed record Ask(Answer Answer, Conversation Next) : PointedAt;

    /// <summary>No open role fits. <paramref name="What"/> was asked for; null when nothing was.</summary>
    public sealed record Nothing(string? What) : PointedAt;
}
