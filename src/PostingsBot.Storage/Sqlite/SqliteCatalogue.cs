using Microsoft.Data.Sqlite;
using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Storage.Index;
using PostingsBot.Storage.Json;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>The catalogue in SQLite: record and search index in one file. Searches refuse a match that <see cref="MatchParts.Check"/> refuses.</summary>
public sealed class SqliteCatalogue(SqliteDatabase database, TimeProvider clock) : ICatalogue, ICatalogueStore, ISuggestions, ISearchExplainer
{
    private const int MostPassageWords = 64;

    private readonly SearchIndex index = new();
    private readonly ShownPostings shown = new();
    private readonly NotOpenRoles notOpen = new();
    private readonly LargeKeys largeKeys = new();

    /// <summary>Gives back what is kept in memory only to be faster.</summary>
    public void Rest()
    {
        shown.Clear();
        notOpen.Clear();
        database.Rest();
    }

    public async Task<SearchPage> SearchAsync(Search search, CancellationToken ct)
    {
        if (search.Take < 0 || search.Skip < 0)
            throw new ArgumentOutOfRangeException(nameof(search), search, "Take and Skip are 0 or more.");
        MatchParts.Check(search.Match);
        return await ReadAsync(
            (session, view) =>
            {
                var found = SearchIndex.Find(view, session, search with { Match = RoleIds.In(search.Match, session), Except = RoleIds.Of(search.Except, session) });
                return new SearchPage(found.Total, [.. found.Page.Select(role => shown.Get(session, role))]) { Facets = found.Facets, OtherPay = found.Pay?.Others ?? 0, PaidIn = found.Pay?.Currency };
            },
            ct);
    }

    public async Task<SearchExplanation> ExplainAsync(Search search, CancellationToken ct)
    {
        MatchParts.Check(search.Match);
        return await ReadAsync((session, view) => SearchIndex.Explain(view, session, search with { Match = RoleIds.In(search.Match, session) }), ct);
    }

    public async Task<int> CountAsync(Match match, CancellationToken ct)
    {
        MatchParts.Check(match);
        return await ReadAsync((session, view) => SearchIndex.Count(view, session, RoleIds.In(match, session)), ct);
    }

    public Task<IReadOnlyList<Posting>> NotOpenAsync(Match match, int take, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        MatchParts.Check(match);
        return database.ReadAsync<IReadOnlyList<Posting>>(
            session =>
            {
                using var unit = session.Reading();
                return [.. notOpen.Newest(session, shown).Where(role => MatchEvaluator.Holds(match, role.Posting, role.Tokens)).Select(role => role.Posting).Take(take)];
            },
            ct);
    }

    public Task<Posting?> FindPostingAsync(string id, CancellationToken ct)
    {
        const string sql = $"SELECT coalesce(r.json, c.json) FROM roles AS r JOIN posting_contents AS c ON c.n = r.shown WHERE r.n = {RoleIds.RoleOfId}";
        return database.ReadAsync(session => session.Statement(sql, ("@id", id)).ExecuteScalar() is string json ? PostingJson.Read(json) : null, ct);
    }

    public Task<ParsedDocument?> FindDocumentAsync(string file, CancellationToken ct) => database.ReadAsync(
        session =>
        {
            using var unit = session.Reading();
            if (session.Statement("SELECT json FROM documents WHERE file = @file", ("@file", file)).ExecuteScalar() is not string json)
                return null;
            const string sql = """
                SELECT c.json
                FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN posting_contents AS c ON c.n = p.n
                WHERE d.file = @file
                ORDER BY p.n
                """;
            return DocumentJson.Read(json, Read(session.Statement(sql, ("@file", file)), row => PostingJson.Read(row.GetString(0))));
        },
        ct);

    public Task<IReadOnlyList<Employer>> EmployersAsync(CancellationToken ct) => ReadAsync((_, view) => view.Employers, ct);

    /// <param name="words">Stems as Core's Words makes them; the first 64 count.</param>
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PassageHit>> PassagesAsync(IReadOnlyList<string> words, int take, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var asked = words.Where(word => word.Length > 0).Take(MostPassageWords).ToList();
        if (asked.Count == 0 || take == 0)
            return [];
        var match = new Match.Any([.. asked.Select(word => new Match.Token(PostingTokens.Word(word)))]);
        MatchParts.Check(match);
        return await ReadAsync(
            (session, view) =>
            {
                var roles = SearchIndex.Find(view, session, new Search(match, SearchOrder.Relevance, PassageFinder.MostDocuments)).Page
                    .Select(role => shown.Get(session, role))
                    .Select(posting => (posting.File, NameOf(view, posting.Company?.Value), posting.Sections));
                var pages = PassageFinder.Pages(session, string.Join(" OR ", asked.Select(word => $"\"{TokenCode.Of(word)}\"")))
                    .Select(file => (file, Document(session, file)!.Company!))
                    .Select(page => (page.file, NameOf(view, page.Item2.Name?.Value), page.Item2.Sections));
                return PassageFinder.Best(roles.Concat(pages), asked, take);
            },
            ct);
    }

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string text, SuggestionKind? kind, int take, CancellationToken ct) => database.ReadAsync(
        session =>
        {
            using var unit = session.Reading();
            return new SuggestionReader(session).Read(text, kind, take);
        },
        ct);

    public Task<IReadOnlyList<CatalogueChange>> ChangesAsync(long after, int take, CancellationToken ct)
    {
        const string sql = "SELECT seq, at, kind, posting, file FROM changes WHERE seq > @after ORDER BY seq LIMIT @take";
        return database.ReadAsync<IReadOnlyList<CatalogueChange>>(
            session => Read(session.Statement(sql, ("@after", after), ("@take", take)), row => new CatalogueChange(
                row.GetInt64(0),
                Instant.FromUnixTimeMilliseconds(row.GetInt64(1)),
                Enum.Parse<ChangeKind>(row.GetString(2)),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.GetString(4))),
            ct);
    }

    public Task<long> ChangeBeforeAsync(Instant at, CancellationToken ct) => database.ReadAsync(
        session => session.Number("SELECT coalesce((SELECT seq FROM changes WHERE at < @at ORDER BY seq DESC LIMIT 1), 0)", ("@at", at.ToUnixTimeMilliseconds())), ct);

    public Task<int> OpenRolesAsync(CancellationToken ct) => CountAsync(Match.Everything, ct);

    public Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyDictionary<string, KnownDocument>>(
        session => Read(
                session.Statement("SELECT file, root, hash, origin FROM documents"),
                row => (File: row.GetString(0), Known: new KnownDocument(row.GetString(1), row.GetString(2), (DocumentOrigin)row.GetInt32(3))))
            .ToDictionary(row => row.File, row => row.Known, StringComparer.Ordinal),
        ct);

    public PreparedEdits Prepare(IReadOnlyList<DocumentEdit> edits) => PreparedEdits.Of(edits, isIndexed: true);

    public Task<AppliedEdits> WriteAsync(PreparedEdits edits, CancellationToken ct) =>
        database.WriteAsync(session => new CatalogueWriter(session, clock.GetUtcNow(), largeKeys, EditPlan.Import).Apply(edits, ct), ct);

    /// <summary>Reads one state of the database with the index's view of it.</summary>
    private Task<T> ReadAsync<T>(Func<SqliteSession, IndexView, T> read, CancellationToken ct) => database.ReadAsync(
        session =>
        {
            while (true)
            {
                ct.ThrowIfCancellationRequested();
                using var unit = session.Reading();
                if (index.ViewFor(session) is { } view)
                    return read(session, view);
            }
        },
        ct);

    private static ParsedDocument? Document(SqliteSession session, string file) =>
        session.Statement("SELECT json FROM documents WHERE file = @file", ("@file", file)).ExecuteScalar() is string json ? DocumentJson.Read(json, []) : null;

    /// <summary>As the list of employers spells it.</summary>
    private static string? NameOf(IndexView view, string? employer) =>
        employer is null ? null : view.EmployerNames.GetValueOrDefault(PostingTokens.Employer(employer)) ?? employer;

    private static List<T> Read<T>(SqliteCommand statement, Func<SqliteDataReader, T> row)
    {
        using var reader = statement.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
