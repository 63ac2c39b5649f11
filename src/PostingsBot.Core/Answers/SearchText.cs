using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>What a search asks of the store, as a line of text for explaining.</summary>
public static class SearchText
{
    /// <summary>What the constraints together ask of a posting.</summary>
    public static Match MatchOf(IEnumerable<Constraint> constraints) => ConstraintMatch.Of(constraints);

    /// <summary>"skill:python AND (place:de OR within.part:de) AND NOT limited:us".</summary>
    public static string Of(Match match) => match switch
    {
        Match.Token m => m.Value,
        Match.All { Parts: [var only] } => Of(only),
        Match.Any { Parts: [var only] } => Of(only),
        Match.All { Parts.Count: 0 } => "everything",
        Match.Any { Parts.Count: 0 } => "nothing",
        Match.All m => "(" + string.Join(" AND ", m.Parts.Select(Of)) + ")",
        Match.Any m => "(" + string.Join(" OR ", m.Parts.Select(Of)) + ")",
        Match.Not m => "NOT " + Of(m.Part),
        Match.PostedBetween m => FormattableString.Invariant($"posted {m.From?.ToString() ?? "…"} to {m.To?.ToString() ?? "…"}"),
        Match.PaysBetween m => FormattableString.Invariant($"pays {m.Min} to {m.Max} {m.Currency ?? "in any currency"} per year"),
        Match.Ids m => $"one of {m.Values.Count} roles",
        _ => throw new InvalidOperationException($"no text for {match.GetType().Name}"),
    };

    /// <summary>The stems that a match asks for in titles or texts.</summary>
    public static IReadOnlyList<string> WordsOf(Match match) => match switch
    {
        Match.Token m when StemOf(m.Value) is { } stem => [stem],
        Match.All m => [.. m.Parts.SelectMany(WordsOf).Distinct()],
        Match.Any m => [.. m.Parts.SelectMany(WordsOf).Distinct()],
        _ => [],
    };

    public static int TitleHits(Posting posting, IReadOnlyList<string> stems) => PostingTokens.TitleWordsOf(posting).Count(stems.Contains);

    public static int TextHits(Posting posting, IReadOnlyList<string> stems) => PostingTokens.BodyWordsOf(posting).Count(stems.Contains);

    private static string? StemOf(string token) =>
        token.StartsWith(PostingTokens.Word(""), StringComparison.Ordinal) ? token[PostingTokens.Word("").Length..]
        : token.StartsWith(PostingTokens.TitleWord(""), StringComparison.Ordinal) ? token[PostingTokens.TitleWord("").Length..]
        : null;
}
