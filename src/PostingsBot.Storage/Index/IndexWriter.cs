using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Index;

/// <summary>
/// Gathers what a transaction changes in the index, and writes it last and table by table: FTS5 is twice as fast when its writes are not mixed with
/// others. Rows are never changed: a role that changes leaves its row and gets another, so that readers tell what is new by the number alone.
/// </summary>
internal sealed class IndexWriter(SqliteSession session)
{
    /// <summary>So many versions back a reader in another process may be and still follow.</summary>
    private const int KeptVersions = 10_000;
    private const int PurgeEvery = 500;

    private readonly List<NewRow> rows = [];
    private readonly List<string> removed = [];
    private readonly SuggestionWriter suggestions = new(session);

    /// <param name="id">The role's id.</param>
    /// <param name="role">What is kept of it.</param>
    /// <param name="isNew">It has no row so far.</param>
    public void PutRole(string id, IndexedRole role, bool isNew)
    {
        if (!isNew)
            removed.Add(id);
        rows.Add(new NewRow(role.Open is null ? RowKind.Closed : RowKind.Open, id, role.Employer, role.Open, ""));
    }

    public void RemoveRole(string id) => removed.Add(id);

    public void PutPage(string file, CompanyDocument company) =>
        rows.Add(new NewRow(RowKind.Page, PageId.Of(file), company.Name?.Value, null, TokenCode.Join([.. PageWords(company)])));

    public void RemovePage(string file) => removed.Add(PageId.Of(file));

    public void Write()
    {
        if (rows.Count == 0 && removed.Count == 0)
            return;
        var version = session.Number("UPDATE search_state SET version = version + 1 RETURNING version");
        foreach (var id in removed)
            Remove(id, version);
        var slot = session.Number("SELECT last_slot FROM search_state");
        var first = slot;
        foreach (var row in rows)
            Insert(++slot, row);
        slot = first;
        foreach (var row in rows)
            InsertText(++slot, row);
        session.Execute("UPDATE search_state SET last_slot = @slot", ("@slot", slot));
        suggestions.Write();
        if (version % PurgeEvery == 0)
            Purge(version - KeptVersions);
        rows.Clear();
        removed.Clear();
    }

    private void Remove(string id, long version)
    {
        const string sql = "UPDATE search_rows SET removed = @version WHERE id = @id AND removed IS NULL RETURNING slot, kind, employer, suggested";
        long slot;
        RowKind kind;
        using (var reader = session.Statement(sql, ("@version", version), ("@id", id)).ExecuteReader())
        {
            if (!reader.Read())
                return;
            (slot, kind) = (reader.GetInt64(0), (RowKind)reader.GetInt32(1));
            if (!reader.IsDBNull(3))
                suggestions.Take(reader.GetString(3));
            while (reader.Read())
            {
            }
        }

        if (kind is RowKind.Open)
            session.Execute("DELETE FROM search WHERE rowid = @slot", ("@slot", slot));
        else if (kind is RowKind.Page)
            session.Execute("DELETE FROM search_pages WHERE rowid = @slot", ("@slot", slot));
    }

    private void Insert(long slot, NewRow row)
    {
        var open = row.Open;
        if (open is not null)
            suggestions.Give(open.Suggested);
        const string sql = """
            INSERT INTO search_rows(slot, id, kind, employer, posted, title, length, pay, facets, suggested)
            VALUES(@slot, @id, @kind, @employer, @posted, @title, @length, @pay, @facets, @suggested)
            """;
        session.Execute(
            sql,
            ("@slot", slot),
            ("@id", row.Id),
            ("@kind", (int)row.Kind),
            ("@employer", row.Employer),
            ("@posted", open?.Posted),
            ("@title", open?.Title),
            ("@length", open?.Length),
            ("@pay", open?.Pay),
            ("@facets", open?.Facets),
            ("@suggested", open?.Suggested));
    }

    private void InsertText(long slot, NewRow row)
    {
        if (row.Open is { } open)
        {
            session.Execute(
                "INSERT INTO search(rowid, facets, title, body) VALUES(@row, @facets, @title, @body)",
                ("@row", slot),
                ("@facets", open.FacetText),
                ("@title", open.TitleText),
                ("@body", open.BodyText));
        }
        else if (row.Kind is RowKind.Page)
        {
            session.Execute("INSERT INTO search_pages(rowid, body) VALUES(@row, @body)", ("@row", slot), ("@body", row.Text));
        }
    }

    private void Purge(long before)
    {
        if (before <= 0)
            return;
        session.Execute("DELETE FROM search_rows WHERE removed <= @before", ("@before", before));
        session.Execute("UPDATE search_state SET purged = @before", ("@before", before));
    }

    private static IEnumerable<string> PageWords(CompanyDocument company) => company.Sections
        .SelectMany(section => section.Passages.Select(passage => passage.Text).Prepend(section.Heading))
        .SelectMany(text => Words.Split(text).Select(word => word.Stem));

    private sealed record NewRow(RowKind Kind, string Id, string? Employer, OpenColumns? Open, string Text);
}
