using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Any id of a role, its own or that of one of its postings, becomes the role's own, which alone the index knows.</summary>
internal static class RoleIds
{
    /// <summary>The role with the id @id, or else the role of the posting with that id.</summary>
    public const string RoleOfId = "coalesce((SELECT n FROM roles WHERE id = @id), (SELECT role FROM postings WHERE id = @id))";

    public static Match In(Match match, SqliteSession session) => match switch
    {
        Match.Ids ids => new Match.Ids(Of(ids.Values, session)),
        Match.All all => new Match.All([.. all.Parts.Select(part => In(part, session))]),
        Match.Any any => new Match.Any([.. any.Parts.Select(part => In(part, session))]),
        Match.Not not => new Match.Not(In(not.Part, session)),
        _ => match,
    };

    public static IReadOnlyList<string> Of(IReadOnlyList<string> ids, SqliteSession session)
    {
        if (ids.Count == 0)
            return [];
        var sql = $"SELECT id FROM roles WHERE n IN (SELECT {RoleOfId.Replace("@id", "value", StringComparison.Ordinal)} FROM json_each(@ids))";
        using var reader = session.Statement(sql, ("@ids", JsonOut.Strings(ids))).ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }
}
