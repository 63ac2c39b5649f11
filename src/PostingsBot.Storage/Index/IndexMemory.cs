using System.Text;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>
/// Keeps the index in memory in step with the database, whoever writes to it: each reader asks for the view of the version that its transaction sees,
/// and what is new since the last view is read then. Kept are the last few views; a reader of an older one begins again.
/// </summary>
internal sealed class IndexMemory
{
    private const int KeptViews = 8;

    /// <summary>When more rows than are live, and more than this, are gone, everything is read anew.</summary>
    private const int MostGone = 50_000;

    private readonly Lock gate = new();
    private volatile IndexView[] views = [];
    private IndexColumns columns = new();

    /// <summary>The view of the session's transaction, or null when that is older than what is kept: begin a new one.</summary>
    public IndexView? ViewFor(SqliteSession session)
    {
        var version = session.Number("SELECT version FROM search_state");
        if (Known(version) is { } view)
            return view;
        lock (gate)
        {
            if (Known(version) is { } raced)
                return raced;
            if (views is [.., var newest] && newest.Version > version)
                return null;
            var next = columns.Gone > Math.Max(columns.Live, MostGone) || !MayFollow(session) ? Anew(session, version) : Follow(session, version);
            views = [.. views.TakeLast(KeptViews - 1), next];
            return next;
        }
    }

    private IndexView? Known(long version)
    {
        var known = views;
        for (var i = known.Length - 1; i >= 0; i--)
        {
            if (known[i].Version == version)
                return known[i];
        }

        return null;
    }

    private bool MayFollow(SqliteSession session) => views.Length == 0 || session.Number("SELECT purged FROM search_state") <= views[^1].Version;

    private IndexView Anew(SqliteSession session, long version)
    {
        columns = new IndexColumns();
        return Read(session, version, 0);
    }

    private IndexView Follow(SqliteSession session, long version)
    {
        if (views is not [.., var last])
            return Read(session, version, 0);
        const string gone = "SELECT slot, kind, employer, id FROM search_rows WHERE removed > @version AND slot <= @slot";
        using (var reader = session.Statement(gone, ("@version", last.Version), ("@slot", last.LastSlot)).ExecuteReader())
        {
            while (reader.Read())
                columns.Remove(reader.GetInt64(0), (RowKind)reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3));
        }

        return Read(session, version, last.LastSlot);
    }

    private IndexView Read(SqliteSession session, long version, long after)
    {
        const string sql = """
            SELECT slot, kind, employer, id, posted, title, length, pay, facets
            FROM search_rows
            WHERE slot > @after AND removed IS NULL
            ORDER BY slot
            """;
        using (var reader = session.Statement(sql, ("@after", after)).ExecuteReader())
        {
            while (reader.Read())
            {
                var (slot, kind) = (reader.GetInt64(0), (RowKind)reader.GetInt32(1));
                columns.Name(kind, reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3));
                if (kind is RowKind.Open)
                {
                    columns.Add(
                        new IndexRow(slot, KeyOf(reader.GetString(3)), reader.IsDBNull(4) ? IndexView.NoDay : reader.GetInt32(4), reader.GetString(5), reader.GetInt32(6)),
                        reader.IsDBNull(7) ? null : reader.GetString(7),
                        reader.GetString(8));
                }
            }
        }

        return columns.View(version, session.Number("SELECT last_slot FROM search_state"));
    }

    private static ulong KeyOf(string id)
    {
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        first.Clear();
        Encoding.UTF8.TryGetBytes(id.AsSpan(0, Math.Min(id.Length, sizeof(ulong))), first, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(first);
    }
}
