using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>What kinds of match there are for the index, and which it refuses.</summary>
internal static class MatchParts
{
    private const int MostParts = 1000;
    private const int DeepestNesting = 32;
    private const int LongestToken = 400;

    public const string TitleWord = "title:";
    private const string AnyWord = "word:";

    /// <exception cref="StorageException">The match has more than 1,000 parts, is nested more than 32 deep, or has a token over 400 characters.</exception>
    public static void Check(Match match)
    {
        var parts = 0;
        Check(match, 1, ref parts);
    }

    public static IReadOnlyList<Match> Of(Match match) => match switch
    {
        Match.All all => all.Parts,
        Match.Any any => any.Parts,
        Match.Not not => [not.Part],
        _ => [],
    };

    /// <summary>A token that is looked for in a role's text rather than among its facets.</summary>
    public static bool IsWord(Match match) =>
        match is Match.Token token && (token.Value.StartsWith(TitleWord, StringComparison.Ordinal) || token.Value.StartsWith(AnyWord, StringComparison.Ordinal));

    /// <summary>What has to hold at once.</summary>
    public static IReadOnlyList<Match> Conditions(Match match) => match is Match.All all ? all.Parts : [match];

    /// <summary>The words that are asked for, those within alternatives too, as often as they are.</summary>
    public static IEnumerable<Match.Token> Wanted(Match match, bool positive = true) => match is Match.Token token
        ? positive && IsWord(token) ? [token] : []
        : Of(match).SelectMany(part => Wanted(part, match is Match.Not ? !positive : positive));

    private static void Check(Match match, int depth, ref int parts)
    {
        if (++parts > MostParts)
            throw new StorageException($"The question has more than {MostParts} conditions. Ask for fewer at once.");
        if (depth > DeepestNesting)
            throw new StorageException($"The question's conditions are nested more than {DeepestNesting} deep. Ask for something simpler.");
        if (match is Match.Token { Value.Length: > LongestToken })
            throw new StorageException($"The question has a term of more than {LongestToken} characters. Shorten it.");
        foreach (var part in Of(match))
            Check(part, depth + 1, ref parts);
    }
}
