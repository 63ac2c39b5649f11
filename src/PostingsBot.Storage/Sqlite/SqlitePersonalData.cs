using PostingsBot.Storage.Recruiting;
using PostingsBot.Storage.Roles;

namespace PostingsBot.Storage.Sqlite;

/// <summary>What the embedded database keeps of people who post and edit.</summary>
public sealed class SqlitePersonalData(SqliteDatabase database) : IPersonalData
{
    private const int MostEntries = 10_000;

    public Task<PersonalData?> ExportAsync(Actor person, CancellationToken ct) => database.ReadAsync(
        session =>
        {
            using var unit = session.Reading();
            var people = new PeopleRows(session);
            return people.Find(person) is { } number
                ? new PersonalData(
                    person with { Name = people.NameOf(number) },
                    SqliteAudit.Query(session, new AuditQuery(Person: person, Take: MostEntries)),
                    Posted(session, number),
                    SqliteDrafts.OfOwner(session, person),
                    SqliteGrants.Find(session, person))
                : null;
        },
        ct);

    public Task<long?> ForgetAsync(Actor person, DateTimeOffset now, CancellationToken ct) => database.WriteAsync<long?>(
        session => new PeopleRows(session).Find(person) is { } number ? Forget(session, person, number, now, ct) : null, ct);

    private static long Forget(SqliteSession session, Actor person, long number, DateTimeOffset now, CancellationToken ct)
    {
        var plan = new EditPlan(new AuditHeader(new PeopleRows(session).NumberOf(Actor.Privacy), Place: null, AuditAction.Forget));
        foreach (var role in EditedBy(session, number))
            plan.Lay(role.Id, role.Overlay);
        // A grant that goes is told of in the audit; the rest is not about what may be done.
        if (SqliteGrants.Find(session, person) is { } grant)
            new AuditWriter(session, now, plan.Header).Write(number, GrantWords.Of(grant), GrantWords.Employers(grant));
        session.Execute("DELETE FROM grants WHERE person = @n", ("@n", number));
        session.Execute("DELETE FROM drafts WHERE person = @n", ("@n", number));
        session.Execute("DELETE FROM edit_conflicts WHERE person = @n", ("@n", number));
        session.Execute("UPDATE documents SET owner = NULL WHERE owner = @n", ("@n", number));
        session.Execute("UPDATE audit_places SET name = @channel || ' ' || n WHERE person = @n", ("@channel", person.Channel), ("@n", number));
        session.Execute("UPDATE people SET channel = NULL, user_id = NULL, name = '' WHERE n = @n", ("@n", number));
        return new CatalogueWriter(session, now, new LargeKeys(), plan).Apply(PreparedEdits.None, ct).LastChange;
    }

    private static List<EditableRole> EditedBy(SqliteSession session, long person)
    {
        var rows = new List<long>();
        using (var reader = session.Statement("SELECT n FROM roles WHERE overlay IS NOT NULL ORDER BY n").ExecuteReader())
        {
            while (reader.Read())
                rows.Add(reader.GetInt64(0));
        }

        var roles = new EditableRoles(session);
        return [.. rows.Select(row => roles.Read(row)!).Where(role => role.Overlay.Fields.Any(field => field.By == person))];
    }

    private static List<PostedDocument> Posted(SqliteSession session, long person)
    {
        using var reader = session.Statement("SELECT file, text FROM documents WHERE owner = @n ORDER BY n", ("@n", person)).ExecuteReader();
        var documents = new List<PostedDocument>();
        while (reader.Read())
            documents.Add(new PostedDocument(reader.GetString(0), reader.GetString(1)));
        return documents;
    }
}
