using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>A posting's row that this transaction wrote, with the role that a posting of its id had before.</summary>
internal sealed record WrittenPosting(long Row, long? Role, PreparedPosting Prepared);

/// <summary>Settles the roles after the documents of a transaction are written.</summary>
internal sealed class RoleSettler(SqliteSession session, RoleWriter roles, LargeKeys large)
{
    private readonly Dictionary<long, WrittenPosting> written = [];
    private readonly List<DepartedPosting> departed = [];
    private readonly Dictionary<string, SettledKey> touched = new(StringComparer.Ordinal);

    /// <summary>Call before the postings of a document are deleted.</summary>
    /// <returns>The postings' roles by the postings' ids.</returns>
    public Dictionary<string, long> Leaving(string file)
    {
        const string sql = """
            SELECT p.id, p.role, t.json
            FROM documents AS d JOIN postings AS p ON p.document = d.n LEFT JOIN posting_traits AS t ON t.n = p.n
            WHERE d.file = @file
            ORDER BY p.n
            """;
        var before = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var reader = session.Statement(sql, ("@file", file)).ExecuteReader())
        {
            while (reader.Read())
            {
                before.Add(reader.GetString(0), reader.GetInt64(1));
                departed.Add(new DepartedPosting(reader.GetInt64(1), reader.IsDBNull(2) ? null : TraitsJson.Read(reader.GetString(2))));
            }
        }

        foreach (var role in before.Values)
            roles.Remember(role);
        return before;
    }

    public void Arrived(WrittenPosting posting) => written.Add(posting.Row, posting);

    public void Settle()
    {
        var arrived = written.Values.Select(Member).ToList();
        var (came, left) = (arrived.ToLookup(m => m.Traits.Key, StringComparer.Ordinal), departed.ToLookup(gone => gone.Traits?.Key, StringComparer.Ordinal));
        var settlement = Settlement.Of(arrived, departed, key => GroupsOf(key, left[key].Select(gone => gone.Traits!.Id), [.. came[key]]), roles.IdOf);
        foreach (var role in settlement.Roles)
        {
            var row = roles.Show(role, written);
            if (role.Group[0].Traits.Key is { } key)
                touched[key].Settle(role.Group, row);
        }

        roles.Retire(settlement.Retired);
        foreach (var (key, settled) in touched)
            large.Keep(key, settled);
    }

    private IReadOnlyList<IReadOnlyList<RoleMember>> GroupsOf(string key, IEnumerable<string> left, IReadOnlyList<RoleMember> arrived)
    {
        if (large.Find(key) is { } known)
        {
            touched.Add(key, known);
            return known.Change(left, arrived);
        }

        touched.Add(key, new SettledKey(MembersOf(key)));
        return touched[key].All;
    }

    private List<RoleMember> MembersOf(string key)
    {
        const string sql = """
            SELECT p.n, p.role, t.json
            FROM postings AS p JOIN posting_traits AS t ON t.n = p.n
            WHERE p.role_key = @key
            ORDER BY p.n
            """;
        using var reader = session.Statement(sql, ("@key", key)).ExecuteReader();
        var members = new List<RoleMember>();
        while (reader.Read())
        {
            members.Add(written.TryGetValue(reader.GetInt64(0), out var posting)
                ? Member(posting)
                : new RoleMember(reader.GetInt64(0), reader.GetInt64(1), TraitsJson.Read(reader.GetString(2))));
        }

        return members;
    }

    private static RoleMember Member(WrittenPosting posting) => new(posting.Row, posting.Role, posting.Prepared.Traits, IsWritten: true);
}
