using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Writes the rows of documents and of what they state; roles are written after them.</summary>
internal sealed class DocumentRows(SqliteSession session, IndexWriter index)
{
    public bool Exists(string file) => session.Number("SELECT count(*) FROM documents WHERE file = @file", ("@file", file)) > 0;

    /// <summary>Takes a document's postings and sections away; its own row stays.</summary>
    public void Clear(string file)
    {
        ReadOnlySpan<string> steps =
        [
            "DELETE FROM search WHERE rowid IN (SELECT p.n FROM postings AS p JOIN documents AS d ON d.n = p.document WHERE d.file = @file AND p.is_open = 1)",
            """
            DELETE FROM passages WHERE rowid IN (
                SELECT r.n
                FROM documents AS d JOIN sections AS s ON s.document = d.n JOIN section_passages AS r ON r.section = s.n
                WHERE d.file = @file)
            """,
            "DELETE FROM sections WHERE document = (SELECT n FROM documents WHERE file = @file)",
            "DELETE FROM postings WHERE document = (SELECT n FROM documents WHERE file = @file)",
        ];
        foreach (var sql in steps)
            session.Execute(sql, ("@file", file));
    }

    /// <summary>Takes a document away that has been cleared.</summary>
    public void Delete(string file) => session.Execute("DELETE FROM documents WHERE file = @file", ("@file", file));

    /// <summary>Writes the row of a document that is new or has been cleared.</summary>
    public long Put(DocumentEdit.Put put, string json)
    {
        const string sql = """
            INSERT INTO documents(file, root, hash, is_imported, kind, employer, json) VALUES(@file, @root, @hash, @is_imported, @kind, @employer, @json)
            ON CONFLICT(file) DO UPDATE SET root = excluded.root, hash = excluded.hash, is_imported = excluded.is_imported, kind = excluded.kind, employer = excluded.employer, json = excluded.json
            RETURNING n
            """;
        return session.Number(
            sql,
            ("@file", put.Document.File),
            ("@root", put.Root),
            ("@hash", put.Hash),
            ("@is_imported", put.Origin is DocumentOrigin.Imported),
            ("@kind", TermNames.Of(put.Document.Kind)),
            ("@employer", put.Document.Company?.Name?.Value),
            ("@json", json));
    }

    /// <summary>Writes a posting's row; what settles its role goes with it where this database settles roles.</summary>
    public long Add(Posting posting, string json, long document, bool isOpen, long? role = null, RoleTraits? traits = null)
    {
        var pay = posting.Salaries.Select(salary => YearlyPay.Of(salary.Value)).OfType<YearlyPay>().ToList();
        const string sql = """
            INSERT INTO postings(id, document, employer, title, posted, best_pay, is_open, role, role_key)
            VALUES(@id, @document, @employer, @title, @posted, @best_pay, @is_open, @role, @role_key)
            RETURNING n
            """;
        var row = session.Number(
            sql,
            ("@id", posting.Id),
            ("@document", document),
            ("@employer", posting.Company?.Value),
            ("@title", Words.Fold(posting.Title.Value)),
            ("@posted", posting.Posted is { } posted ? DayText.Of(posted.Value) : null),
            ("@best_pay", pay.Count == 0 ? null : (double)pay.Max(p => p.High)),
            ("@is_open", isOpen),
            ("@role", role),
            ("@role_key", traits?.Key));
        session.Execute("INSERT INTO posting_contents(n, json) VALUES(@n, @json)", ("@n", row), ("@json", json));
        if (traits is not null)
            session.Execute("INSERT INTO posting_traits(n, json) VALUES(@n, @json)", ("@n", row), ("@json", TraitsJson.Write(traits)));
        for (var i = 0; i < pay.Count; i++)
        {
            session.Execute(
                "INSERT INTO salaries(posting, place, currency, low, high) VALUES(@posting, @place, @currency, @low, @high)",
                ("@posting", row),
                ("@place", i),
                ("@currency", pay[i].Currency),
                ("@low", (double)pay[i].Low),
                ("@high", (double)pay[i].High));
        }

        return row;
    }

    public SectionWriter Sections(long document) => new(session, document, index);
}
