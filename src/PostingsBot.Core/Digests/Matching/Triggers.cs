using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Digests.Matching;

/// <summary>Tokens of which a role must carry at least one to meet a match.</summary>
internal static class Triggers
{
    /// <summary>Stands among a role's tokens for its id.</summary>
    public static string Id(string role) => "id:" + role;

    /// <summary>Those that the fewest roles carry; null when a role may meet the match without any of its tokens.</summary>
    public static IReadOnlyList<string>? Of(Match match, TokenFrequencies frequencies) => match switch
    {
        Match.Token token => [token.Value],
        Match.All all => all.Parts.Select(part => Of(part, frequencies)).OfType<IReadOnlyList<string>>().MinBy(tokens => tokens.Sum(token => (long)frequencies.Of(token))),
        Match.Any any => Union([.. any.Parts.Select(part => Of(part, frequencies))]),
        Match.PostedBetween => [PostingTokens.States(RoleField.Posted)],
        Match.PaysBetween => [PostingTokens.States(RoleField.Pay)],
        Match.Ids ids => [.. ids.Values.Select(Id)],
        _ => null,
    };

    private static string[]? Union(List<IReadOnlyList<string>?> parts) => parts.Contains(null) ? null : [.. parts.SelectMany(tokens => tokens!).Distinct(StringComparer.Ordinal)];
}
