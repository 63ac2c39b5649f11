using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Makes the index anew from the record, unless this very build made it: another one may cut words or name facets differently.</summary>
internal static class IndexRebuild
{
    /// <summary>The builds that decide what an index holds.</summary>
    public static string Maker { get; } = $"{Build(typeof(PostingTokens))} {Build(typeof(SearchIndex))}";

    public static bool IsOurs(SqliteSession session) => session.Number("SELECT count(*) FROM search_state WHERE made_by = @maker", ("@maker", Maker)) == 1;

    /// <param name="session">A writing transaction.</param>
    public static void Run(SqliteSession session)
    {
        if (IsOurs(session))
            return;
        // Whoever reads at the same time finds that its rows were purged, and reads all of the new ones.
        session.Script("""
            DELETE FROM search_rows;
            DELETE FROM suggest;
            INSERT INTO search(search) VALUES('delete-all');
            INSERT INTO search_pages(search_pages) VALUES('delete-all');
            UPDATE search_state SET version = version + 1, purged = version + 1;
            """);
        SearchIndex.Build(session, Roles(session), Pages(session));
        session.Execute("UPDATE search_state SET made_by = @maker", ("@maker", Maker));
    }

    private static string Build(Type type) => type.Assembly.ManifestModule.ModuleVersionId.ToString("N");

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
