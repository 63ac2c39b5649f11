using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Reads documents that people posted.</summary>
internal sealed class PostedDocuments(SqliteSession session)
{
    public bool IsThere(string file) => session.Number("SELECT count(*) FROM documents WHERE file = @file", ("@file", file)) > 0;

    /// <summary>The document as it is, for an order that changes it.</summary>
    public DocumentBefore Before(string file)
    {
        (string Json, string Text, long? Owner) document;
        using (var reader = session.Statement("SELECT json, text, owner FROM documents WHERE file = @file", ("@file", file)).ExecuteReader())
        {
            if (!reader.Read())
                return new DocumentBefore(file, Content: null);
            document = (reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt64(2));
        }

        const string sql = """
            SELECT c.json, r.id
            FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN posting_contents AS c ON c.n = p.n JOIN roles AS r ON r.n = p.role
            WHERE d.file = @file
            ORDER BY p.n
            """;
        using var postings = session.Statement(sql, ("@file", file)).ExecuteReader();
        var stated = new List<(string Json, string Role)>();
        while (postings.Read())
            stated.Add((postings.GetString(0), postings.GetString(1)));
        return new DocumentBefore(file, new DocumentContent(document.Json, stated, document.Text, document.Owner));
    }

    /// <summary>The ids of the roles that stand in a file.</summary>
    public IReadOnlyList<string> RolesOf(string file)
    {
        const string sql = "SELECT DISTINCT r.id FROM documents AS d JOIN postings AS p ON p.document = d.n JOIN roles AS r ON r.n = p.role WHERE d.file = @file";
        using var reader = session.Statement(sql, ("@file", file)).ExecuteReader();
        var roles = new List<string>();
        while (reader.Read())
            roles.Add(reader.GetString(0));
        return roles;
    }
}
