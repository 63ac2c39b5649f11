using System.Globalization;
using Microsoft.Data.Sqlite;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Benchmarks.Search.Peers;

/// <summary>FTS5's own ORDER BY rank and a count(*) over the same table.</summary>
internal sealed class FtsPeer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand best;
    private readonly SqliteCommand count;

    public FtsPeer(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA cache_size=-65536; PRAGMA mmap_size=2147418112";
        settings.ExecuteNonQuery();
        best = Command("SELECT rowid FROM search WHERE search MATCH @text ORDER BY rank LIMIT @most");
        count = Command("SELECT count(*) FROM search WHERE search MATCH @text");
    }

    public long Search(PeerQuery query, int most)
    {
        var words = string.Join(query.IsAny ? " OR " : " AND ", query.Words.Select(word => $"({{title body}} : \"{TokenCode.Of(word)}\")"));
        var text = string.Join(" AND ", query.Facets.Select(facet => $"(facets : \"{TokenCode.Of(facet)}\")").Append($"({words})"));
        best.Parameters.Clear();
        best.Parameters.AddWithValue("@text", text);
        best.Parameters.AddWithValue("@most", most);
        using (var reader = best.ExecuteReader())
        {
            while (reader.Read())
                reader.GetInt64(0);
        }

        count.Parameters.Clear();
        count.Parameters.AddWithValue("@text", text);
        return Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        best.Dispose();
        count.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
