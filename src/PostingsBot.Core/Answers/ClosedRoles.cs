using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Roles that no longer take applications, where somebody asks for them: closed ones, and those whose closing date is past.</summary>
internal sealed class ClosedRoles(ICatalogue catalogue)
{
    private const int Most = 100;

    public static bool AreWanted(IEnumerable<Constraint> constraints) => constraints.OfType<OpennessConstraint>().Any(c => c.WantsClosed);

    /// <summary>The roles, at most a hundred of each sort, those of a closing date first.</summary>
    public async Task<IReadOnlyList<Posting>> FindAsync(ValueList<Constraint> constraints, CancellationToken ct)
    {
        var past = await catalogue.SearchAsync(new Search(ConstraintMatch.Of(constraints), SearchOrder.Newest, Most), ct);
        var closed = await catalogue.NotOpenAsync(ConstraintMatch.Of(constraints.Where(c => c is not OpennessConstraint)), Most, ct);
        return [.. past.Postings, .. closed.Where(IsClosed)];
    }

    /// <summary>Those of a list that are not open, though they match: a search finds only open ones. None where open ones are asked for.</summary>
    public async Task<IReadOnlyList<Posting>> AmongAsync(ValueList<Constraint> constraints, CancellationToken ct)
    {
        List<string> among = [.. constraints.OfType<AmongConstraint>().Where(c => !c.Negated).SelectMany(c => c.PostingIds)];
        if (among.Count == 0 || constraints.OfType<OpennessConstraint>().Any(c => !c.WantsClosed))
            return [];
        var match = ConstraintMatch.Of(constraints);
        var postings = new List<Posting>();
        foreach (var id in among)
        {
            if (await catalogue.FindPostingAsync(id, ct) is { IsOpen: false } posting && MatchEvaluator.Holds(match, posting))
                postings.Add(posting);
        }

        return postings;
    }

    /// <summary>Closed roles and drafts that match, for a search or a name that finds no open one; none where nothing names a role.</summary>
    public async Task<IReadOnlyList<Posting>> OnlyClosedAsync(IReadOnlyList<Constraint> constraints, int take, CancellationToken ct) =>
        !constraints.Any(Names) || constraints.Any(c => c is AmongConstraint) ? [] : await catalogue.NotOpenAsync(ConstraintMatch.Of(constraints), take, ct);

    /// <summary>What tells one role from others; a place or a level alone does not.</summary>
    private static bool Names(Constraint constraint) =>
        constraint is { Negated: false } and (TitleConstraint or EmployerConstraint or DisciplineConstraint or WordsConstraint or SkillConstraint or EitherConstraint);

    public static bool IsClosed(Posting posting) => posting.Status is { Value: PostingStatus.Closed };
}
