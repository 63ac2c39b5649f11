using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>A posting's row that this transaction wrote, with the role that a posting of its id had before.</summary>
internal sealed record WrittenPosting(long Row, long? Role, Posting Posting, string Json, PostingTokens Tokens, RoleTraits Traits);

/// <summary>A posting's row with its role so far.</summary>
internal sealed record RoleMember(long Row, long? Role, RoleTraits Traits);

/// <summary>
/// Settles, after the documents of a transaction are written, which postings are one role now, and which role of before each of them is:
/// a role goes on, under its id, while any of its postings is in the catalogue.
/// </summary>
internal sealed class RoleSettler(SqliteSession session, ChangeLog log, IndexWriter index)
{
    private readonly Dictionary<long, WrittenPosting> written = [];
    private readonly List<(long Role, RoleTraits? Traits)> left = [];
    private readonly RoleWriter roles = new(session, log, index);

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
                left.Add((reader.GetInt64(1), reader.IsDBNull(2) ? null : TraitsJson.Read(reader.GetString(2))));
            }
        }

        foreach (var role in before.Values)
            roles.Remember(role);
        return before;
    }

    public void Arrived(WrittenPosting posting) => written.Add(posting.Row, posting);

    public void Settle()
    {
        var groups = Groups();
        var held = Holders(groups);
        var vacant = left.Where(gone => !held.ContainsKey(gone.Role)).DistinctBy(gone => gone.Role).ToList();
        var settled = groups.ConvertAll(group => (Group: group, Role: group.Select(m => m.Role).Where(role => role is { } n && held[n] == group).Min() ?? Inherit(group, vacant)));
        var touched = left.Select(gone => gone.Role)
            .Concat(settled.SelectMany(s => s.Group.Where(m => m.Role != s.Role).Select(m => m.Role).OfType<long>()))
            .ToHashSet();
        foreach (var (group, role) in settled)
        {
            if (role is null || touched.Contains(role.Value) || group.Exists(m => m.Role != role || written.ContainsKey(m.Row)))
                roles.Show(role, group, written);
        }

        var living = settled.Select(s => s.Role).OfType<long>().ToHashSet();
        roles.Retire([.. vacant.Select(gone => gone.Role), .. held.Keys.Where(role => !living.Contains(role)).Order()]);
    }

    /// <summary>The groups of every key that something came to or left, the shown member of each first.</summary>
    private List<List<RoleMember>> Groups()
    {
        var groups = written.Values.Where(p => p.Traits.Key is null).Select(p => (List<RoleMember>)[Member(p)]).ToList();
        var keys = written.Values.Select(p => p.Traits.Key).Concat(left.Select(gone => gone.Traits?.Key)).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var members = MembersOf(key).ToDictionary(m => m.Traits.Id, StringComparer.Ordinal);
            groups.AddRange(RoleGroups.Of(members.Values.Select(m => m.Traits)).Select(group => group.Select(traits => members[traits.Id]).ToList()));
        }

        return groups;
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

    private static RoleMember Member(WrittenPosting posting) => new(posting.Row, posting.Role, posting.Traits);

    /// <summary>Each role's group: when its postings are no longer one, that of the posting it has its id from, or else the first.</summary>
    private Dictionary<long, List<RoleMember>> Holders(List<List<RoleMember>> groups)
    {
        var holders = new Dictionary<long, List<RoleMember>>();
        foreach (var group in groups)
        {
            foreach (var role in group.Select(m => m.Role).OfType<long>().Distinct())
            {
                if (!holders.TryAdd(role, group) && roles.IdOf(role) is var id && group.Exists(m => m.Traits.Id == id))
                    holders[role] = group;
            }
        }

        return holders;
    }

    /// <summary>The role of a posting that this transaction took away and that was the same: a file that was renamed is nothing new.</summary>
    private static long? Inherit(List<RoleMember> group, List<(long Role, RoleTraits? Traits)> vacant)
    {
        var at = vacant.FindIndex(gone => gone.Traits is { } traits && group.Exists(m => m.Traits.Id == traits.Id || SameRole.Is(m.Traits, traits)));
        if (at < 0)
            return null;
        var role = vacant[at].Role;
        vacant.RemoveAt(at);
        return role;
    }
}
