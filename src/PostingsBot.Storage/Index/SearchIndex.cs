using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>
/// The search index over one database: its tables "search…" and "suggest", and their columns and facets in memory. It knows roles by their ids and
/// nothing of how they are recorded. All methods run inside a reading transaction of the caller.
/// </summary>
internal sealed class SearchIndex
{
    private readonly IndexMemory memory = new();

    /// <summary>What the transaction sees; null when that is too old: begin a new transaction.</summary>
    public IndexView? ViewFor(SqliteSession session) => memory.ViewFor(session);

    public static FoundRoles Find(IndexView view, SqliteSession session, Search search) => new IndexSearch(view, session).Run(search);

    public static int Count(IndexView view, SqliteSession session, Match match) => new IndexSearch(view, session).Count(match);

    public static SearchExplanation Explain(IndexView view, SqliteSession session, Search search) =>
        new SearchExplainer(view, session).Explain(search, Find(view, session, search));

    /// <summary>Fills an index that is empty: from a database of before there was one, or for one that was thrown away.</summary>
    /// <param name="session">A writing transaction.</param>
    /// <param name="roles">Ids and what is shown.</param>
    /// <param name="pages">Company documents.</param>
    public static void Build(SqliteSession session, IEnumerable<(string Id, Posting Posting)> roles, IEnumerable<(string File, CompanyDocument Company)> pages)
    {
        const int batch = 500;
        foreach (var some in roles.Chunk(batch))
        {
            var writer = new IndexWriter(session);
            foreach (var (id, posting) in some)
                writer.PutRole(id, IndexedRole.Of(posting), isNew: true);
            writer.Write();
        }

        foreach (var some in pages.Chunk(batch))
        {
            var writer = new IndexWriter(session);
            foreach (var (file, company) in some)
                writer.PutPage(file, company);
            writer.Write();
        }
    }
}
