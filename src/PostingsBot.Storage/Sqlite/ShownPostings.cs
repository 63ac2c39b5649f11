using System.Collections.Concurrent;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// What is shown of roles, read when it is first wanted and kept for the next question: up to some 40 MB. The number of a row in the index is the key:
/// a role of which something else is shown has another row.
/// </summary>
internal sealed class ShownPostings
{
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<long, Posting> kept = new();

    /// <param name="session">A transaction that sees the role's row.</param>
    /// <param name="role">The role.</param>
    public Posting Get(SqliteSession session, FoundRole role)
    {
        if (kept.TryGetValue(role.Slot, out var known))
            return known;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[role.Slot] = Read(session, role.Id);
    }

    public void Clear() => kept.Clear();

    private static Posting Read(SqliteSession session, string role)
    {
        const string sql = "SELECT coalesce(r.json, c.json) FROM roles AS r JOIN posting_contents AS c ON c.n = r.shown WHERE r.id = @id";
        return PostingJson.Read((string)session.Statement(sql, ("@id", role)).ExecuteScalar()!);
    }
}
