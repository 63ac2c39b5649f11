using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>What a match means, posting by posting and without any index: the yardstick for the stores.</summary>
internal static class Oracle
{
    public static IReadOnlyList<string> Ids(Match match) =>
        [.. Sample.Postings.Where(posting => IsOpen(posting) && Holds(match, posting)).Select(posting => posting.Id).Order(StringComparer.Ordinal)];

    public static bool Holds(Match match, Posting posting) => match switch
    {
        Match.Token token => HasToken(token.Value, PostingTokens.Of(posting)),
        Match.All all => all.Parts.All(part => Holds(part, posting)),
        Match.Any any => any.Parts.Any(part => Holds(part, posting)),
        Match.Not not => !Holds(not.Part, posting),
        Match.Ids ids => ids.Values.Contains(posting.Id),
        Match.PostedBetween days => posting.Posted is { } posted
            && (days.From is null || posted.Value >= days.From) && (days.To is null || posted.Value <= days.To),
        Match.PaysBetween pay => posting.Salaries.Any(salary => Reaches(salary.Value, pay)),
        _ => throw new InvalidOperationException(match.ToString()),
    };

    private static bool IsOpen(Posting posting) => posting.Status?.Value is null or PostingStatus.Open;

    private static bool HasToken(string token, PostingTokens tokens)
    {
        if (token.StartsWith("title:", StringComparison.Ordinal))
            return tokens.TitleWords.Contains(token[6..]);
        if (token.StartsWith("word:", StringComparison.Ordinal))
            return tokens.TitleWords.Contains(token[5..]) || tokens.BodyWords.Contains(token[5..]);
        return tokens.Facets.Contains(token);
    }

    private static bool Reaches(Salary salary, Match.PaysBetween pay)
    {
        var stated = salary.Max ?? salary.Min;
        var factor = salary.Period switch
        {
            PayPeriod.Hour => 2080m,
            PayPeriod.Day => 260m,
            PayPeriod.Week => 52m,
            PayPeriod.Month => 12m,
            null when stated < 10_000 => 12m,
            _ => 1m,
        };
        var high = stated * factor;
        var low = (salary.Min ?? salary.Max) * factor;
        return (pay.Currency is null || pay.Currency == salary.Currency)
            && (pay.Min is null || high >= pay.Min) && (pay.Max is null || low <= pay.Max);
    }
}
