using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes roles: which of their postings is shown, with what, and what became of them in the change log.</summary>
internal sealed class RoleWriter(SqliteSession session, ChangeLog log, IndexWriter index)
{
    private readonly Dictionary<long, (string Id, string Json, string File)> before = [];

    /// <summary>Keeps what is shown of a role now, to tell later whether that changed.</summary>
    public void Remember(long role)
    {
        if (before.ContainsKey(role))
            return;
        const string sql = """
            SELECT r.id, coalesce(r.json, c.json), d.file
            FROM roles AS r JOIN postings AS p ON p.n = r.shown JOIN posting_contents AS c ON c.n = p.n JOIN documents AS d ON d.n = p.document
            WHERE r.n = @role
            """;
        using var reader = session.Statement(sql, ("@role", role)).ExecuteReader();
        if (reader.Read())
            before.Add(role, (reader.GetString(0), reader.GetString(1), reader.GetString(2)));
    }

    public string IdOf(long role)
    {
        Remember(role);
        return before[role].Id;
    }

    /// <param name="role">The role that the group goes on, or null for a new one.</param>
    /// <param name="group">Its postings, the one to show first.</param>
    /// <param name="written">The postings of this transaction by their rows.</param>
    public void Show(long? role, List<RoleMember> group, Dictionary<long, WrittenPosting> written)
    {
        var id = role is { } known ? IdOf(known) : FreeId(group);
        var shown = group[0];
        var isOwn = group.Count == 1 && id == shown.Traits.Id;
        var fresh = written.GetValueOrDefault(shown.Row);
        var posting = isOwn ? Load(shown.Row, written) : MergedRole.Of(id, [.. group.Select(m => m.Traits)], traits => Load(group.Find(m => m.Traits.Id == traits.Id)!.Row, written));
        var json = isOwn && fresh is not null ? fresh.Json : PostingJson.Write(posting);

        var n = role ?? session.Number("INSERT INTO roles(id, shown) VALUES(@id, @shown) RETURNING n", ("@id", id), ("@shown", shown.Row));
        if (role is not null || !isOwn)
            session.Execute("UPDATE roles SET shown = @shown, json = @json WHERE n = @role", ("@shown", shown.Row), ("@json", isOwn ? null : json), ("@role", n));
        foreach (var member in group.Where(m => m.Role != n))
            session.Execute("UPDATE postings SET role = @role WHERE n = @n", ("@role", n), ("@n", member.Row));
        var isChanged = role is null || before[n].Json != json;
        // What was written again is indexed again even when it says the same: another version of the program may make other tokens of it.
        if (isChanged || fresh is not null)
            index.PutRole(id, posting, isOwn && fresh is not null ? fresh.Tokens : PostingTokens.Of(posting), isNew: role is null);
        if (isChanged)
            log.Role(role is null ? ChangeKind.Added : ChangeKind.Changed, id, posting.File);
    }

    /// <summary>Roles that have no posting any more.</summary>
    public void Retire(IReadOnlyList<long> roles)
    {
        foreach (var role in roles)
        {
            Remember(role);
            log.Role(ChangeKind.Withdrawn, before[role].Id, before[role].File);
            index.RemoveRole(before[role].Id);
            session.Execute("DELETE FROM roles WHERE n = @role", ("@role", role));
        }
    }

    private Posting Load(long row, Dictionary<long, WrittenPosting> written) => written.TryGetValue(row, out var posting)
        ? posting.Posting
        : PostingJson.Read((string)session.Statement("SELECT json FROM posting_contents WHERE n = @n", ("@n", row)).ExecuteScalar()!);

    /// <summary>The id of the posting that came first. Where another role goes on under it, a new one is made from it.</summary>
    private string FreeId(List<RoleMember> group)
    {
        var first = group.MinBy(m => m.Row)!.Traits.Id;
        var id = first;
        for (var i = 2; session.Number("SELECT count(*) FROM roles WHERE id = @id", ("@id", id)) > 0; i++)
            id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first + "\n" + i.ToString(CultureInfo.InvariantCulture))))[..10];
        return id;
    }
}
