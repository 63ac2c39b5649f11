using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes settled roles and what became of them in the change log.</summary>
internal sealed class RoleWriter(SqliteSession session, ChangeLog log, IndexWriter index)
{
    private readonly Dictionary<long, (string Id, string Json, string File)> before = [];
    private readonly RoleRows rows = new(session, index);

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

    /// <returns>The role's row.</returns>
    /// <param name="settled">The role.</param>
    /// <param name="written">The postings of this transaction by their rows.</param>
    public long Show(SettledRole settled, Dictionary<long, WrittenPosting> written)
    {
        var (role, group) = settled;
        var id = role is { } known ? IdOf(known) : ShownRole.Ids(group).First(candidate => !IsTaken(candidate));
        var shown = ShownRole.Of(id, group, member => Load(member.Row, written));
        var fresh = shown.IsOwn ? written.GetValueOrDefault(group[0].Row) : null;
        var json = fresh?.Json ?? PostingJson.Write(shown.Posting);
        var isChanged = role is null || before[role.Value].Json != json;
        var row = rows.Show(role, shown, json, group, isChanged, fresh?.Indexed);
        if (isChanged)
            log.Role(role is null ? ChangeKind.Added : ChangeKind.Changed, id, shown.Posting.File);
        return row;
    }

    /// <summary>Roles that have no posting any more.</summary>
    public void Retire(IReadOnlyList<long> roles)
    {
        foreach (var role in roles)
        {
            Remember(role);
            log.Role(ChangeKind.Withdrawn, before[role].Id, before[role].File);
            rows.Delete(role, before[role].Id);
        }
    }

    private bool IsTaken(string id) => session.Number("SELECT count(*) FROM roles WHERE id = @id", ("@id", id)) > 0;

    private Posting Load(long row, Dictionary<long, WrittenPosting> written) => written.TryGetValue(row, out var posting)
        ? posting.Posting
        : PostingJson.Read((string)session.Statement("SELECT json FROM posting_contents WHERE n = @n", ("@n", row)).ExecuteScalar()!);
}
