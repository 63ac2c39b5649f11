using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>A document of the record with its postings as they are stored there.</summary>
internal sealed record CopiedDocument(string File, string Root, string Hash, DocumentOrigin Origin, string Json, IReadOnlyList<string> Postings);

/// <summary>A role of the record: the posting it is shown by, what is shown when that is not the posting's own, and its other postings.</summary>
internal sealed record CopiedRole(string Id, string? Json, string Shown, IReadOnlyList<string> Hidden);

/// <summary>
/// Copies rows of the record into this database and its index, inside the caller's transaction: first clear all documents that change, then write them, then
/// the roles. Decides nothing: which postings are one role, and what people edited of it, is settled in the record.
/// </summary>
internal sealed class IndexCopier
{
    private const int Portion = 500;

    private readonly SqliteSession session;
    private readonly IndexWriter index;
    private readonly DocumentRows documents;
    private readonly RoleRows roles;
    private int gathered;

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
        foreach (var (json, posting) in postings)
            _ = documents.Copy(posting.Id, json, row) ?? throw new IndexOutOfStepException($"The search index has the posting \"{posting.Id}\" already.");
        WriteNowAndThen();
    }

    public void Put(CopiedRole copied)
    {
        var group = new[] { copied.Shown }.Concat(copied.Hidden).Select(RowOf).ToList();
        const string content = "SELECT json FROM posting_contents WHERE n = @n";
        var json = copied.Json ?? (string)session.Statement(content, ("@n", group[0].Row)).ExecuteScalar()!;
        var shown = new ShownRole(copied.Id, PostingJson.Read(json), IsOwn: copied.Json is null);
        roles.Show(NumberOf(copied.Id), LaidRole.Of(shown, json, RoleOverlay.Empty, _ => ""), entry: null, group, isChanged: true, indexed: null);
        WriteNowAndThen();
    }

    public void Retire(string role)
    {
        if (NumberOf(role) is { } n)
            roles.Delete(n, role);
    }

    /// <summary>Call last: writes the index rows that are left.</summary>
    public void Write() => index.Write();

    /// <summary>Tokens of many documents do not fit into memory.</summary>
    private void WriteNowAndThen()
    {
        if (++gathered % Portion == 0)
            index.Write();
    }

    private long? NumberOf(string role) => session.Statement("SELECT n FROM roles WHERE id = @id", ("@id", role)).ExecuteScalar() as long?;

    private RoleRow RowOf(string posting)
    {
        using var reader = session.Statement("SELECT n, role FROM postings WHERE id = @id", ("@id", posting)).ExecuteReader();
        if (!reader.Read())
            throw new IndexOutOfStepException($"The search index lacks the posting \"{posting}\", which was copied before.");
        return new RoleRow(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1));
    }
}
