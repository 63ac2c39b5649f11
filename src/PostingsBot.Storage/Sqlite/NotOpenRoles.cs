using System.Collections.Concurrent;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// Closed roles and drafts with their tokens. They are in no search and few are asked for: the newest ones are looked at one by one, and kept, since a row never
/// stands for another role.
/// </summary>
internal sealed class NotOpenRoles
{
    private const int Most = 300;

    private readonly ConcurrentDictionary<long, Role> kept = new();

    /// <param name="session">A transaction.</param>
    /// <param name="shown">Where postings are read.</param>
    public IEnumerable<Role> Newest(SqliteSession session, ShownPostings shown)
    {
        const string sql = "SELECT slot, id FROM search_rows WHERE kind = 1 AND removed IS NULL ORDER BY slot DESC LIMIT @most";
        var rows = new List<FoundRole>();
        using (var reader = session.Statement(sql, ("@most", Most)).ExecuteReader())
        {
            while (reader.Read())
                rows.Add(new FoundRole(reader.GetInt64(0), reader.GetString(1)));
        }

        if (kept.Count > Most * 2)
            kept.Clear();
        return rows.Select(row => kept.GetOrAdd(row.Slot, static (_, made) => Made(made.shown.Get(made.session, made.row)), (shown, session, row)));
    }

    public void Clear() => kept.Clear();

    private static Role Made(Posting posting) => new(posting, MatchEvaluator.TokensOf(posting));

    /// <summary>A role that is not open, and all tokens it carries.</summary>
    internal sealed record Role(Posting Posting, IReadOnlySet<string> Tokens);
}
