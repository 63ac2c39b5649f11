using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the rows of documents and of what they state; roles are written after them.</summary>
internal sealed class DocumentRows(SqliteSession session, IndexWriter index)
{
    public bool Exists(string file) => session.Number("SELECT count(*) FROM documents WHERE file = @file", ("@file", file)) > 0;

    /// <summary>Takes a document's postings and its page of the index away; its own row stays.</summary>
    public void Clear(string file)
    {
        session.Execute("DELETE FROM postings WHERE document = (SELECT n FROM documents WHERE file = @file)", ("@file", file));
        index.RemovePage(file);
    }

    /// <summary>Takes a document away that has been cleared.</summary>
    public void Delete(string file) => session.Execute("DELETE FROM documents WHERE file = @file", ("@file", file));

    /// <summary>Writes the row of a document that is new or has been cleared.</summary>
    public long Put(DocumentEdit.Put put, string json)
    {
        const string sql = """
            INSERT INTO documents(file, root, hash, origin, kind, json, text, owner) VALUES(@file, @root, @hash, @origin, @kind, @json, @text, @owner)
            ON CONFLICT(file) DO UPDATE SET
                root = excluded.root, hash = excluded.hash, origin = excluded.origin, kind = excluded.kind, json = excluded.json, text = excluded.text, owner = excluded.owner
            RETURNING n
            """;
        if (put.Document.Company is { } company)
            index.PutPage(put.Document.File, company);
        return session.Number(
            sql,
            ("@file", put.Document.File),
            ("@root", put.Root),
            ("@hash", put.Hash),
            ("@origin", (int)put.Origin),
            ("@kind", TermNames.Of(put.Document.Kind)),
            ("@json", json),
            ("@text", put.Posted?.Text),
            ("@owner", put.Posted?.Owner));
    }

    /// <summary>The file that has the posting.</summary>
    public string HolderOf(string posting) =>
        (string)session.Statement("SELECT d.file FROM postings AS p JOIN documents AS d ON d.n = p.document WHERE p.id = @id", ("@id", posting)).ExecuteScalar()!;

    /// <summary>Writes a posting's row with what settles its role, and the batch of the audit. Null: there is a posting of this id.</summary>
    public long? Add(PreparedPosting prepared, long document, long? role, long batch)
    {
        if (Add(prepared.Posting.Id, prepared.Json, document, role, prepared.Traits.Key, batch) is not { } row)
            return null;
        session.Execute("INSERT INTO posting_traits(n, json) VALUES(@n, @json)", ("@n", row), ("@json", prepared.TraitsText));
        return row;
    }

    /// <summary>Copies a posting's row: what settles its role stands in the record. Null: there is a posting of this id.</summary>
    public long? Copy(string id, string json, long document) => Add(id, json, document, role: null, key: null, batch: null);

    private long? Add(string id, string json, long document, long? role, string? key, long? batch)
    {
        const string sql = "INSERT INTO postings(id, document, role, role_key, batch) VALUES(@id, @document, @role, @role_key, @batch) ON CONFLICT(id) DO NOTHING";
        if (session.Insert(sql, ("@id", id), ("@document", document), ("@role", role), ("@role_key", key), ("@batch", batch)) is not { } row)
            return null;
        session.Execute("INSERT INTO posting_contents(n, json) VALUES(@n, @json)", ("@n", row), ("@json", json));
        return row;
    }
}
