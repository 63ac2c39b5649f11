using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>A document of the record with its postings as they are stored there.</summary>
internal sealed record CopiedDocument(string File, string Root, string Hash, DocumentOrigin Origin, string Json, IReadOnlyList<string> Postings);

/// <summary>A role of the record: the posting it is shown by, what is shown when that is not the posting's own, and its other postings.</summary>
internal sealed record CopiedRole(string Id, string? Json, string Shown, IReadOnlyList<string> Hidden);

/// <summary>
/// Copies rows of the record into this database and its index, inside the caller's transaction: first clear all documents that change, then write them, then
/// the roles. Decides nothing: which postings are one role is settled in the record. A posting counts as closed until its role is written.
/// </summary>
internal sealed class IndexCopier
{
    private readonly SqliteSession session;
    private readonly IndexWriter index;
    private readonly DocumentRows documents;
    private readonly RoleRows roles;

    public IndexCopier(SqliteSession session)
    {
        this.session = session;
        index = new IndexWriter(session);
        documents = new DocumentRows(session, index);
        roles = new RoleRows(session, index);
    }

    public void Clear(string file) => documents.Clear(file);

    public void Withdraw(string file)
    {
        documents.Clear(file);
        documents.Delete(file);
    }

    public void Put(CopiedDocument copied)
    {
        var postings = copied.Postings.Select(json => (Json: json, Posting: PostingJson.Read(json))).ToList();
        var document = DocumentJson.Read(copied.Json, [.. postings.Select(p => p.Posting)]);
        var row = documents.Put(new DocumentEdit.Put(document, copied.Root, copied.Hash, copied.Origin), copied.Json);
        var sections = documents.Sections(row);
        sections.Write(document.Company?.Sections ?? []);
        foreach (var (json, posting) in postings)
        {
            var n = documents.Add(posting, json, row, isOpen: false);
            if (posting.IsOpen)
                sections.Write(posting.Sections, n);
        }
    }

    public void Put(CopiedRole copied)
    {
        var group = new[] { copied.Shown }.Concat(copied.Hidden).Select(RowOf).ToList();
        const string content = "SELECT json FROM posting_contents WHERE n = @n";
        var json = copied.Json ?? (string)session.Statement(content, ("@n", group[0].Row)).ExecuteScalar()!;
        var role = session.Statement("SELECT n FROM roles WHERE id = @id", ("@id", copied.Id)).ExecuteScalar() as long?;
        roles.Show(role, new ShownRole(copied.Id, PostingJson.Read(json), IsOwn: copied.Json is null), json, group, isChanged: true, tokens: null);
    }

    public void Retire(string role) => session.Execute("DELETE FROM roles WHERE id = @id", ("@id", role));

    /// <summary>Call last, and now and then when much is copied: writes the index rows gathered until now.</summary>
    public void Write() => index.Write();

    private RoleRow RowOf(string posting)
    {
        using var reader = session.Statement("SELECT n, role, is_open FROM postings WHERE id = @id", ("@id", posting)).ExecuteReader();
        if (!reader.Read())
            throw new InvalidOperationException("a role of the record has a posting that was not copied");
        return new RoleRow(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), IsIndexed: reader.GetBoolean(2));
    }
}
