using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Makes the index anew from the record.</summary>
internal static class IndexRebuild
{
    /// <param name="session">A writing transaction ; an index that holds anything is left as it is.</param>
    public static void Run(SqliteSession session)
    {
        if (session.Number("SELECT version FROM search_state") == 0)
            SearchIndex.Build(session, Roles(session), Pages(session));
    }

    private static IEnumerable<(string Id, Posting Posting)> Roles(SqliteSession session)
    {
        const string sql = "SELECT r.id, coalesce(r.json, c.json) FROM roles AS r JOIN posting_contents AS c ON c.n = r.shown ORDER BY r.n";
        using var reader = session.Statement(sql).ExecuteReader();
        while (reader.Read())
            yield return (reader.GetString(0), PostingJson.Read(reader.GetString(1)));
    }

    private static IEnumerable<(string File, CompanyDocument Company)> Pages(SqliteSession session)
    {
        using var reader = session.Statement("SELECT file, json FROM documents ORDER BY file").ExecuteReader();
        while (reader.Read())
        {
            if (DocumentJson.Read(reader.GetString(1), []).Company is { } company)
                yield return (reader.GetString(0), company);
        }
    }
}
