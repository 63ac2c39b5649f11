using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Storage.Sqlite;

/// <summary>Reads roles as they are edited.</summary>
internal sealed class EditableRoles(SqliteSession session)
{
    private readonly PeopleRows people = new(session);

    /// <summary>The role with this id, or of the posting with it.</summary>
    public EditableRole? Find(string id) =>
        session.Statement($"SELECT {RoleIds.RoleOfId}", ("@id", id)).ExecuteScalar() is long row ? Read(row) : null;

    public EditableRole? Read(long row)
    {
        if (RoleRows.Find(session, row) is not { } role)
            return null;
        return RoleDocument.Role(role, Documents(row), people.NameOf);
    }

    private List<RoleDocument> Documents(long role)
    {
        const string sql = """
            SELECT d.file, d.text, o.channel, o.user_id, o.name
            FROM postings AS p JOIN documents AS d ON d.n = p.document LEFT JOIN people AS o ON o.n = d.owner
            WHERE p.role = @role
            ORDER BY p.n
            """;
        using var reader = session.Statement(sql, ("@role", role)).ExecuteReader();
        var documents = new List<RoleDocument>();
        while (reader.Read())
            documents.Add(new RoleDocument(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : RecruitingRows.Person(reader, 2)));
        return documents;
    }
}
