using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes documents with their postings, roles, change log and index rows inside the caller's transaction.</summary>
internal sealed class CatalogueWriter
{
    private readonly SqliteSession session;
    private readonly ChangeLog log;
    private readonly IndexWriter index;
    private readonly RoleSettler roles;
    private readonly List<RefusedPosting> refused = [];

    public CatalogueWriter(SqliteSession session, DateTimeOffset now)
    {
        this.session = session;
        log = new ChangeLog(session, now);
        index = new IndexWriter(session);
        roles = new RoleSettler(session, log, index);
    }

    public AppliedEdits Apply(IReadOnlyList<DocumentEdit> edits, CancellationToken ct)
    {
        foreach (var edit in edits)
        {
            ct.ThrowIfCancellationRequested();
            if (edit is DocumentEdit.Put put)
                Put(put);
            else if (edit is DocumentEdit.Withdraw withdraw)
                Withdraw(withdraw.File);
        }

        roles.Settle();
        index.Write();
        return new AppliedEdits(log[ChangeKind.Added], log[ChangeKind.Changed], log[ChangeKind.Withdrawn], refused);
    }

    private void Put(DocumentEdit.Put put)
    {
        var document = put.Document;
        var isNew = !Exists(document.File);
        var before = Clear(document.File);
        const string sql = """
            INSERT INTO documents(file, root, hash, is_imported, kind, json) VALUES(@file, @root, @hash, @is_imported, @kind, @json)
            ON CONFLICT(file) DO UPDATE SET root = excluded.root, hash = excluded.hash, is_imported = excluded.is_imported, kind = excluded.kind, json = excluded.json
            RETURNING n
            """;
        var row = session.Number(
            sql,
            ("@file", document.File),
            ("@root", put.Root),
            ("@hash", put.Hash),
            ("@is_imported", put.Origin is DocumentOrigin.Imported),
            ("@kind", TermNames.Of(document.Kind)),
            ("@json", DocumentJson.Write(document)));
        log.Document(isNew ? ChangeKind.Added : ChangeKind.Changed, document.File);

        if (!isNew)
            index.RemovePage(document.File);
        if (document.Company is { } company)
            index.PutPage(document.File, company);
        foreach (var posting in document.Postings)
            WritePosting(posting, row, document.File, before.TryGetValue(posting.Id, out var role) ? role : null);
    }

    private void Withdraw(string file)
    {
        if (!Exists(file))
            return;
        Clear(file);
        index.RemovePage(file);
        session.Execute("DELETE FROM documents WHERE file = @file", ("@file", file));
        log.Document(ChangeKind.Withdrawn, file);
    }

    /// <param name="posting">The posting.</param>
    /// <param name="document">Its document's row.</param>
    /// <param name="file">Its document.</param>
    /// <param name="role">The role that a posting of this id had at the last reading of the document.</param>
    private void WritePosting(Posting posting, long document, string file, long? role)
    {
        const string holder = "SELECT d.file FROM postings AS p JOIN documents AS d ON d.n = p.document WHERE p.id = @id";
        if (session.Statement(holder, ("@id", posting.Id)).ExecuteScalar() is string heldBy)
        {
            refused.Add(new RefusedPosting(file, posting.Title.Value, heldBy));
            return;
        }

        var json = PostingJson.Write(posting);
        var tokens = PostingTokens.Of(posting);
        var traits = RoleTraits.Of(posting, tokens);
        const string sql = """
            INSERT INTO postings(id, document, role, role_key) VALUES(@id, @document, @role, @role_key)
            RETURNING n
            """;
        var row = session.Number(
            sql,
            ("@id", posting.Id),
            ("@document", document),
            ("@role", role),
            ("@role_key", traits.Key));
        session.Execute("INSERT INTO posting_contents(n, json) VALUES(@n, @json)", ("@n", row), ("@json", json));
        session.Execute("INSERT INTO posting_traits(n, json) VALUES(@n, @json)", ("@n", row), ("@json", TraitsJson.Write(traits)));
        roles.Arrived(new WrittenPosting(row, role, posting, json, tokens, traits));
    }

    private bool Exists(string file) => session.Number("SELECT count(*) FROM documents WHERE file = @file", ("@file", file)) > 0;

    /// <summary>Empties a document; gives the roles that its postings had, by the postings' ids.</summary>
    private Dictionary<string, long> Clear(string file)
    {
        var before = roles.Leaving(file);
        session.Execute("DELETE FROM postings WHERE document = (SELECT n FROM documents WHERE file = @file)", ("@file", file));
        return before;
    }
}
