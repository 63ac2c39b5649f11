using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Catalogue;

/// <summary>Whether one posting meets a match, without a store: for yes/no questions about a role.</summary>
public static class MatchEvaluator
{
    public static bool Holds(Match match, Posting posting) => Holds(match, posting, TokensOf(posting));

    /// <summary>All tokens a posting carries, for callers that ask of it more than once.</summary>
    public static HashSet<string> TokensOf(Posting posting)
    {
        var tokens = PostingTokens.Of(posting);
        return tokens.Facets
            .Concat(tokens.TitleWords.SelectMany(w => new[] { PostingTokens.TitleWord(w), PostingTokens.Word(w) }))
            .Concat(tokens.BodyWords.Select(PostingTokens.Word))
            .ToHashSet(StringComparer.Ordinal);
    }

    public static bool Holds(Match match, Posting posting, IReadOnlySet<string> tokens) => match switch
    {
        Match.Token m => tokens.Contains(m.Value),
        Match.All m => m.Parts.All(part => Holds(part, posting, tokens)),
        Match.Any m => m.Parts.Any(part => Holds(part, posting, tokens)),
        Match.Not m => !Holds(m.Part, posting, tokens),
        Match.Ids m => m.Values.Contains(posting.Id),
        Match.PostedBetween m => posting.Posted is { } posted && !(posted.Value < m.From) && !(posted.Value > m.To),
        Match.PaysBetween m => posting.Salaries.Any(s => Reaches(s.Value, m)),
        _ => throw new InvalidOperationException($"no evaluation for {match.GetType().Name}"),
    };

    private static bool Reaches(Salary salary, Match.PaysBetween range) =>
        (range.Currency is null || salary.Currency == range.Currency)
        && PayMath.YearlyRange(salary) is var (low, high)
        && !(high < range.Min)
        && !(low > range.Max);
}
