using Microsoft.Data.Sqlite;
using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Json;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The catalogue in SQLite: record and search index in one file. Searches refuse a match that <see cref="MatchQuery.Of"/> refuses.</summary>
public sealed class SqliteCatalogue(SqliteDatabase database, TimeProvider clock) : ICatalogue, ICatalogueStore
{
    private const int MostPassageWords = 64;

    private volatile EmployerList? employers;

    public async Task<SearchPage> SearchAsync(Search search, CancellationToken ct)
    {
        if (search.Skip < 0 || search.Take < 0)
            throw new ArgumentOutOfRangeException(nameof(search), search, "Skip and Take are 0 or more.");
        var query = MatchQuery.Of(search.Match);
        using var lease = await database.ReadAsync(ct);
        using var unit = lease.Session.Reading();
        var total = Count(lease.Session, query);
        return new SearchPage(total, total <= search.Skip ? [] : Page(lease.Session, query, search));
    }

    public async Task<int> CountAsync(Match match, CancellationToken ct)
    {
        var query = MatchQuery.Of(match);
        using var lease = await database.ReadAsync(ct);
        return Count(lease.Session, query);
    }

    public async Task<Posting?> FindPostingAsync(string id, CancellationToken ct)
    {
        using var lease = await database.ReadAsync(ct);
        const string sql = $"SELECT coalesce(r.json, c.json) FROM roles AS r JOIN posting_contents AS c ON c.n = r.shown WHERE r.n = {MatchQuery.RoleOfId}";
        return lease.Session.Statement(sql, ("@id", id)).ExecuteScalar() is string json ? PostingJson.Read(json) : null;
    }

    public async Task<ParsedDocument?> FindDocumentAsync(string file, CancellationToken ct)
    {
        using var lease = await database.ReadAsync(ct);
        using var unit = lease.Session.Reading();
        if (lease.Session.Statement("SELECT json FROM documents WHERE file = @file", ("@file", file)).ExecuteScalar() is not string json)
            return null;
        const string sql = """
            SELECT c.json
            FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN posting_contents AS c ON c.n = p.n
            WHERE d.file = @file
            ORDER BY p.n
            """;
        return DocumentJson.Read(json, Read(lease.Session.Statement(sql, ("@file", file)), row => PostingJson.Read(row.GetString(0))));
    }

    public async Task<IReadOnlyList<Employer>> EmployersAsync(CancellationToken ct)
    {
        using var lease = await database.ReadAsync(ct);
        using var unit = lease.Session.Reading();
        var version = lease.Session.Number("SELECT coalesce(max(seq), 0) FROM changes");
        var known = employers;
        if (known?.Version != version)
            employers = known = EmployerList.Read(lease.Session, version);
        return known.Employers;
    }

    /// <param name="words">Stems as Core's Words makes them; the first 64 count.</param>
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PassageHit>> PassagesAsync(IReadOnlyList<string> words, int take, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var text = string.Join(" OR ", words.Where(word => word.Length > 0).Take(MostPassageWords).Select(word => $"\"{TokenCode.Of(word)}\""));
        if (text.Length == 0 || take == 0)
            return [];
        // A heading is indexed with each of its passages, so that "Q: … / A: …" is found by either. Sections of hidden copies of a role are passed over.
        const string sql = """
            SELECT d.file, s.json, r.place
            FROM (
                SELECT passages.rowid AS n, rank AS score
                FROM passages CROSS JOIN section_passages AS found ON found.n = passages.rowid
                WHERE passages MATCH @text AND (
                    NOT EXISTS (SELECT 1 FROM section_owners AS o WHERE o.section = found.section)
                    OR EXISTS (SELECT 1 FROM section_owners AS o JOIN postings AS p ON p.n = o.posting WHERE o.section = found.section AND p.is_open = 1))
                ORDER BY rank LIMIT @take) AS hit
            CROSS JOIN section_passages AS r ON r.n = hit.n
            CROSS JOIN sections AS s ON s.n = r.section
            CROSS JOIN documents AS d ON d.n = s.document
            ORDER BY hit.score, d.file, r.first_line, r.n
            """;
        using var lease = await database.ReadAsync(ct);
        return Read(lease.Session.Statement(sql, ("@text", text), ("@take", take)), row =>
        {
            var section = SectionJson.ReadText(row.GetString(1));
            return new PassageHit(row.GetString(0), section, section.Passages[row.GetInt32(2)]);
        });
    }

    public async Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct)
    {
        const string sql = "SELECT seq, at, kind, posting, file FROM changes WHERE seq > @after ORDER BY seq LIMIT @take";
        using var lease = await database.ReadAsync(ct);
        return Read(lease.Session.Statement(sql, ("@after", after), ("@take", take)), row => new CatalogueChange(
            row.GetInt64(0),
            Instant.FromUnixTimeMilliseconds(row.GetInt64(1)),
            Enum.Parse<ChangeKind>(row.GetString(2)),
            row.IsDBNull(3) ? null : row.GetString(3),
            row.GetString(4)));
    }

    public Task<int> OpenRolesAsync(CancellationToken ct) => CountAsync(Match.Everything, ct);

    public async Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct)
    {
        using var lease = await database.ReadAsync(ct);
        return Read(
                lease.Session.Statement("SELECT file, root, hash, is_imported FROM documents"),
                row => (File: row.GetString(0), Known: new KnownDocument(row.GetString(1), row.GetString(2), row.GetBoolean(3) ? DocumentOrigin.Imported : DocumentOrigin.Configured)))
            .ToDictionary(row => row.File, row => row.Known, StringComparer.Ordinal);
    }

    public async Task<AppliedEdits> ApplyAsync(IReadOnlyList<DocumentEdit> edits, CancellationToken ct)
    {
        using var lease = await database.WriteAsync(ct);
        using var unit = lease.Session.Writing();
        var applied = new CatalogueWriter(lease.Session, clock.GetUtcNow()).Apply(edits, ct);
        unit.Commit();
        return applied;
    }

    private static int Count(SqliteSession session, MatchQuery query)
    {
        var sql = query switch
        {
            { Text: null } => $"SELECT count(*) FROM postings AS p WHERE p.is_open = 1{query.Conditions}",
            { Conditions: "" } => "SELECT count(*) FROM search WHERE search MATCH @text",
            _ => $"SELECT count(*) FROM search CROSS JOIN postings AS p ON p.n = search.rowid WHERE search MATCH @text{query.Conditions}",
        };
        return (int)session.Number(sql, query.Parameters);
    }

    // The order is total, so that pages neither overlap nor leave anything out. DESC puts what is not stated last.
    private static List<Posting> Page(SqliteSession session, MatchQuery query, Search search)
    {
        var order = search.Order switch
        {
            SearchOrder.BestPaid => "p.best_pay DESC, p.posted DESC, p.title, p.id",
            SearchOrder.Relevance when query.HasWords => "bm25(search, 0.0, 4.0, 1.0), p.posted DESC, p.title, p.id",
            _ => "p.posted DESC, p.title, p.id",
        };
        var from = query.Text is null
            ? "postings AS p WHERE p.is_open = 1"
            : "search CROSS JOIN postings AS p ON p.n = search.rowid WHERE search MATCH @text";
        var sql = $"SELECT p.n FROM {from}{query.Conditions} ORDER BY {order} LIMIT @take OFFSET @skip";
        var numbers = Read(session.Statement(sql, [.. query.Parameters, ("@take", search.Take), ("@skip", search.Skip)]), row => row.GetInt64(0));
        const string content = "SELECT coalesce(r.json, c.json) FROM postings AS p JOIN roles AS r ON r.n = p.role JOIN posting_contents AS c ON c.n = p.n WHERE p.n = @n";
        return numbers.ConvertAll(n => PostingJson.Read((string)session.Statement(content, ("@n", n)).ExecuteScalar()!));
    }

    private static List<T> Read<T>(SqliteCommand statement, Func<SqliteDataReader, T> row)
    {
        using var reader = statement.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
