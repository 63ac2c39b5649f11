using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>
/// Writes documents with their postings, change log and index rows inside the caller's transaction.
/// Index rows of all edits are written last: FTS5 is twice as fast when its writes are not mixed with others.
/// </summary>
internal sealed class CatalogueWriter(SqliteSession session, DateTimeOffset now)
{
    private readonly List<(long Row, PostingTokens Tokens)> search = [];
    private readonly List<(long Row, string Heading, string Body)> passages = [];
    private readonly List<RefusedPosting> refused = [];
    private readonly Dictionary<ChangeKind, int> counts = [];

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

        WriteIndex();
        return new AppliedEdits(
            counts.GetValueOrDefault(ChangeKind.Added), counts.GetValueOrDefault(ChangeKind.Changed), counts.GetValueOrDefault(ChangeKind.Withdrawn), refused);
    }

    private void Put(DocumentEdit.Put put)
    {
        var document = put.Document;
        var before = PostingsOf(document.File);
        var isNew = !Exists(document.File);
        ClearContents(document.File);
        const string sql = """
            INSERT INTO documents(file, root, hash, is_imported, kind, employer, json) VALUES(@file, @root, @hash, @is_imported, @kind, @employer, @json)
            ON CONFLICT(file) DO UPDATE SET root = excluded.root, hash = excluded.hash, is_imported = excluded.is_imported, kind = excluded.kind, employer = excluded.employer, json = excluded.json
            RETURNING n
            """;
        var row = session.Number(
            sql,
            ("@file", document.File),
            ("@root", put.Root),
            ("@hash", put.Hash),
            ("@is_imported", put.Origin is DocumentOrigin.Imported),
            ("@kind", TermNames.Of(document.Kind)),
            ("@employer", document.Company?.Name?.Value),
            ("@json", DocumentJson.Write(document)));
        Log(isNew ? ChangeKind.Added : ChangeKind.Changed, posting: null, document.File);

        var sections = new SectionWriter(session, row, passages);
        sections.Write(document.Company?.Sections ?? []);
        foreach (var posting in document.Postings)
        {
            if (!WritePosting(posting, row, document.File, before))
                continue;
            if (IsOpen(posting))
                sections.Write(posting.Sections);
        }

        foreach (var gone in before.Keys)
            Log(ChangeKind.Withdrawn, gone, document.File);
    }

    private void Withdraw(string file)
    {
        if (!Exists(file))
            return;
        foreach (var posting in PostingsOf(file).Keys)
            Log(ChangeKind.Withdrawn, posting, file);
        ClearContents(file);
        session.Execute("DELETE FROM documents WHERE file = @file", ("@file", file));
        Log(ChangeKind.Withdrawn, posting: null, file);
    }

    private bool WritePosting(Posting posting, long document, string file, Dictionary<string, string> before)
    {
        const string holder = "SELECT d.file FROM postings AS p JOIN documents AS d ON d.n = p.document WHERE p.id = @id";
        if (session.Statement(holder, ("@id", posting.Id)).ExecuteScalar() is string heldBy)
        {
            refused.Add(new RefusedPosting(file, posting.Title.Value, heldBy));
            return false;
        }

        var ranges = posting.Salaries.Select(salary => (Range: PayMath.YearlyRange(salary.Value), salary.Value.Currency)).Where(pay => pay.Range is not null).ToList();
        var json = PostingJson.Write(posting);
        const string sql = """
            INSERT INTO postings(id, document, employer, title, posted, best_pay, is_open)
            VALUES(@id, @document, @employer, @title, @posted, @best_pay, @is_open)
            RETURNING n
            """;
        var row = session.Number(
            sql,
            ("@id", posting.Id),
            ("@document", document),
            ("@employer", posting.Company?.Value),
            ("@title", Words.Fold(posting.Title.Value)),
            ("@posted", posting.Posted is { } posted ? DayText.Of(posted.Value) : null),
            ("@best_pay", ranges.Count == 0 ? null : (double)ranges.Max(pay => pay.Range!.Value.High)),
            ("@is_open", IsOpen(posting)));
        session.Execute("INSERT INTO posting_contents(n, json) VALUES(@n, @json)", ("@n", row), ("@json", json));
        for (var i = 0; i < ranges.Count; i++)
        {
            session.Execute(
                "INSERT INTO salaries(posting, place, currency, low, high) VALUES(@posting, @place, @currency, @low, @high)",
                ("@posting", row),
                ("@place", i),
                ("@currency", ranges[i].Currency),
                ("@low", (double)ranges[i].Range!.Value.Low),
                ("@high", (double)ranges[i].Range!.Value.High));
        }

        if (IsOpen(posting))
            search.Add((row, PostingTokens.Of(posting)));
        if (!before.Remove(posting.Id, out var earlier))
            Log(ChangeKind.Added, posting.Id, file);
        else if (earlier != json)
            Log(ChangeKind.Changed, posting.Id, file);
        return true;
    }

    private static bool IsOpen(Posting posting) => posting.Status is null or { Value: PostingStatus.Open };

    private bool Exists(string file) => session.Number("SELECT count(*) FROM documents WHERE file = @file", ("@file", file)) > 0;

    private Dictionary<string, string> PostingsOf(string file)
    {
        const string sql = """
            SELECT p.id, c.json
            FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN posting_contents AS c ON c.n = p.n
            WHERE d.file = @file
            ORDER BY p.n
            """;
        using var reader = session.Statement(sql, ("@file", file)).ExecuteReader();
        var postings = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
            postings.Add(reader.GetString(0), reader.GetString(1));
        return postings;
    }

    private void ClearContents(string file)
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

    private void Log(ChangeKind kind, string? posting, string file)
    {
        session.Execute(
            "INSERT INTO changes(at, kind, posting, file) VALUES(@at, @kind, @posting, @file)",
            ("@at", now.ToUnixTimeMilliseconds()),
            ("@kind", kind.ToString()),
            ("@posting", posting),
            ("@file", file));
        if (posting is not null)
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
    }

    private void WriteIndex()
    {
        foreach (var (row, tokens) in search)
        {
            session.Execute(
                "INSERT INTO search(rowid, facets, title, body) VALUES(@row, @facets, @title, @body)",
                ("@row", row),
                ("@facets", TokenCode.Join([MatchQuery.EveryPosting, .. tokens.Facets])),
                ("@title", TokenCode.Join(tokens.TitleWords)),
                ("@body", TokenCode.Join(tokens.BodyWords)));
        }

        foreach (var (row, heading, body) in passages)
        {
            session.Execute(
                "INSERT INTO passages(rowid, heading, body) VALUES(@row, @heading, @body)", ("@row", row), ("@heading", heading), ("@body", body));
        }
    }
}
