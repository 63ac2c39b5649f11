using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>
/// FTS5's own ranking of a match whose parts are words, facets and exclusions: the yardstick for ours. Only words stand in the ranked expression:
/// under a NOT, FTS5 (3.50.4) loses hits of alternatives when it ranks.
/// </summary>
internal static class BuiltInRank
{
    public static (IReadOnlyList<string> Ids, long Total) Of(SqliteSession session, Match.All match, int take)
    {
        var texts = match.Parts.Where(IsText).ToList();
        var conditions = match.Parts.Except(texts)
            .Select(part => part is Match.Not not ? $" AND search.rowid NOT IN ({Rows(not.Part)})" : $" AND search.rowid IN ({Rows(part)})");
        var from = $"FROM search CROSS JOIN search_rows AS r ON r.slot = search.rowid WHERE search MATCH '{TextOf(new Match.All(texts))}'{string.Concat(conditions)}";
        var ids = new List<string>();
        using (var reader = session.Statement($"SELECT r.id {from} ORDER BY bm25(search, 0.0, 4.0, 1.0), r.posted DESC, r.title, r.id LIMIT {take}").ExecuteReader())
        {
            while (reader.Read())
                ids.Add(reader.GetString(0));
        }

        return (ids, session.Number("SELECT count(*) " + from));
    }

    private static bool IsText(Match match) => match is Match.Token ? MatchParts.IsWord(match) : match is Match.Any any && any.Parts.All(IsText);

    private static string Rows(Match part) => $"SELECT rowid FROM search WHERE search MATCH '{TextOf(part)}'";

    private static string TextOf(Match match) => match switch
    {
        Match.Token { Value: var token } when token.StartsWith("title:", StringComparison.Ordinal) => $"(title : \"{TokenCode.Of(token[6..])}\")",
        Match.Token { Value: var token } when token.StartsWith("word:", StringComparison.Ordinal) => $"({{title body}} : \"{TokenCode.Of(token[5..])}\")",
        Match.Token { Value: var token } => $"(facets : \"{TokenCode.Of(token)}\")",
        Match.Any any => "(" + string.Join(" OR ", any.Parts.Select(TextOf)) + ")",
        Match.All all => "(" + string.Join(" AND ", all.Parts.Select(TextOf)) + ")",
        _ => throw new ArgumentException($"FTS5 has no expression for {match}.", nameof(match)),
    };
}
